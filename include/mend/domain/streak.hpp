// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/units.hpp"

#include <optional>
#include <vector>

namespace mend {

struct BestStreak {
  int length = 0;
  DayRange days;
  int bridged = 0;  // quiet units between the kept ones
};

// Quiet units that follow one another, rest between them left out.
struct QuietRun {
  int count = 0;
  DayRange days;
  bool has_rest = false;
};

// A streak that ended within the last seven units that are not rest, because two quiet ones came close
// together, or more of them in a row.
struct EndedStreak {
  QuietRun quiet;                    // those that ended it, and those that followed
  int kept_since = 0;                // units
  std::optional<Day> counting_from;  // the first kept day of the streak since; none before there is one
};

// Kept of asked, lately.
struct Steadiness {
  int kept = 0;
  int asked = 0;
  int units = 0;          // the weeks or months that count in it; 0 where days are counted
  bool is_early = false;  // too little history to be shown as a fraction
};

// One step's row of `mend streak`, by the rules of mend-journal(5). What a cadence has no notion of
// is absent: as-needed has neither state nor streak, every N days has no steadiness.
struct Streak {
  std::optional<DayState> state;  // of the newest unit
  std::optional<int> current;
  std::optional<int> bridged;
  // The quiet unit bridged last, where nothing was kept since: it comes after the streak, not between.
  std::optional<DayRange> quiet_at_end;
  std::optional<EndedStreak> ended;  // the newest of the current chapter
  bool is_at_risk = false;
  std::optional<BestStreak> best;
  std::optional<Steadiness> steadiness;
  int total = 0;
  std::optional<Day> last;
  int chapter = 1;
};

Streak read_streak(const StepDays& days, const Cadence& cadence, const JournalSettings& settings);

// The longest streak inside each of chapters(days), in their order. As-needed has none.
std::vector<std::optional<BestStreak>> best_by_chapter(const StepDays& days, const Cadence& cadence,
                                                       const JournalSettings& settings);

// What a strip of days shows of one: its state, or that it says nothing. A day without a record says
// nothing in a week or month, unless all of that is quiet; without a cadence it has no state. `before`
// is rest because it all began later.
enum class DayMark { kept, rest, open, quiet, silent, none, before };

// The marks of the last `count` days, today's last.
std::vector<DayMark> read_strip(const StepDays& days, const Cadence& cadence, Weekday week_start,
                                int count);

// Does the cadence need this step kept today, leaving what was kept today out of account?
bool is_asked_today(const StepDays& days, const Cadence& cadence, const JournalSettings& settings);

}  // namespace mend
