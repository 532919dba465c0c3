// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/step_days.hpp"

#include <vector>

namespace mend {

// The part of a step's history that is looked at: its days alone can be kept, open or quiet, every
// other day is rest. The whole history, or one chapter.
struct Window {
  const StepDays& days;
  DayRange range;

  bool is_kept(Day day) const { return range.contains(day) && days.is_kept(day); }
  bool is_rest(Day day) const { return !range.contains(day) || days.is_rest(day); }
};

Window whole_history(const StepDays& days);

// The chapters in order, the current one last. The current one begins tomorrow on the day of a
// breach.
std::vector<Window> chapters(const StepDays& days);

// A day, week or month that is judged as one, by the table "Units" of mend-journal(5).
struct Unit {
  DayRange range;
  DayState state = DayState::rest;
  int asked = 0;
  int got = 0;
  Day first_kept;  // only when got > 0
  Day last_kept;
};

// The week or month that holds `day`.
DayRange week_of(Day day, Weekday week_start);
DayRange month_range(Day day);

// The unit that holds `day`, for cadences whose unit is a day, a week or a month.
Unit unit_at(const Window& window, const Cadence& cadence, Weekday week_start, Day day);

// Every unit from the one that holds the first day to the one that holds today, oldest first.
std::vector<Unit> units(const Window& window, const Cadence& cadence, Weekday week_start);

}  // namespace mend
