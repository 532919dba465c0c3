// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/streak.hpp"
#include "mend/report/weekday_pattern.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace mend {

// A part of a step's history that a breach ended, or the one that goes on.
struct Chapter {
  Day first;                       // tomorrow on the day of a breach
  std::optional<Day> last;         // the day of the breach; absent for the current one
  int kept = 0;                    // days
  std::optional<BestStreak> best;  // the longest streak in it
};

// Seven days from the first weekday of a week on. Days before the journal began and days to come
// have no state.
struct WeekOfDays {
  Day first;
  std::array<std::optional<DayState>, 7> days;
  std::optional<Unit> unit;  // where the cadence counts weeks
};

// A slip or a lapse: it stands beside the days and changes none of them.
struct Beside {
  Day day;
  std::optional<Severity> severity = Severity::slip;  // absent where nobody may see it
};

// What `streak STEP` shows of one step beside its row.
struct StepPage {
  Cadence cadence;
  Day today;
  std::vector<WeekOfDays> weeks;  // the last half year at most, oldest first
  WeekdayPattern weekdays;
  int total = 0;  // days kept ever
  Day first_kept;
  Day last_kept;  // both only when total > 0
  std::vector<Chapter> chapters;  // oldest first, the current one last
  std::vector<Beside> beside;     // in the weeks above, oldest first
};

StepPage read_step_page(const StepDays& days, const Cadence& cadence,
                        const JournalSettings& settings);

// The slips and lapses of a step in those weeks. A breach stands among the chapters.
std::vector<Beside> read_beside(std::span<const Entry> entries, Step step,
                                const std::vector<WeekOfDays>& weeks, Day today);

}  // namespace mend
