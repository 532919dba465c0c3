// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
#include "mend/domain/settings.hpp"
#include "mend/domain/streak.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mend {

inline constexpr int strip_days = 112;  // as many as any screen has room for

// Everything known of one step on one day: the one model behind `today`, `streak`, `check`,
// `status` and what `log` answers.
struct StepRow {
  Step step = Step::apology;
  Cadence cadence;
  Streak streak;
  Day day{};
  DayState today = DayState::open;       // that day's own state
  DayState yesterday = DayState::rest;   // that of the day before
  Day begin;                             // of the journal, or of one's own action if that came later
  std::vector<DayMark> strip;            // of the last `strip_days` up to that day, which is the last
  // Of the seven days up to that one, the newest last; none before it all began.
  std::array<std::optional<DayState>, 7> last_days{};
  bool is_asked = false;                 // does the cadence need the step kept that day?
  std::optional<Unit> unit;              // the current week or month, where that is the unit
  // Written for it that day; of a step, outcomes of its promises are among them, and returns among
  // those of space.
  std::vector<const Entry*> entries;
  bool ends_chapter = false;             // was there a breach that day?
  bool is_current = true;                // false for an own action before it began or after it ended
  std::string action;                    // key, in the row of one of one's own actions
  std::vector<StepRow> actions;          // a step's own actions that have a cadence
};

// The rows of all steps, in order, as of `today`: entries after it count for nothing.
std::vector<StepRow> read_step_rows(std::span<const Entry> entries, const JournalSettings& settings,
                                    Day today, const DayClock& clock);

// How many days in a row, up to the day before `today`, were quiet: nothing was written, no step
// was kept, and one or more asked for something.
int count_quiet_days(std::span<const Entry> entries, const JournalSettings& settings, Day today,
                     const DayClock& clock);

// Of the steps and one's own actions that are asked that day, how many are kept already.
struct AskedCount {
  int kept = 0;
  int asked = 0;
};

AskedCount count_asked(std::span<const StepRow> rows);

// Their rows, in the order of the steps, each before its actions.
std::vector<StepRow> asked_rows(std::span<const StepRow> rows);

// What waits for an answer as of that day: promises due, a space that is open.
struct Waiting {
  Kind kind = Kind::promise;
  const Entry* entry = nullptr;  // the promise or space
  Deadline deadline;
  bool is_over = false;  // has the deadline gone by?
};

// Promises that are due on or before `today`, and open spaces; the most urgent first. Without `now`
// a deadline has gone by once its day has, and what is known is what was by the end of that day.
std::vector<Waiting> read_waiting(std::span<const Entry> entries, Day today, const DayClock& clock,
                                  std::optional<Instant> now = {});

// What is worth a reminder at `now`: of these the promises, and the spaces that end today, within
// the hour, or have ended.
std::vector<Waiting> read_due(std::span<const Entry> entries, Day today, const DayClock& clock,
                              Instant now);

}  // namespace mend
