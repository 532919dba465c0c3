// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/step_days.hpp"

#include <vector>

namespace mend {

// The part of a step's history that is looked at: its days alone can be kept, open or quiet, every
// other day is rest, kept or not. The whole history, or one chapter.
struct Window {
  const StepDays& days;
  DayRange range;
  bool leaves_today_out = false;  // what keeps today is left out of account

  bool is_kept(Day day) const {
    return range.contains(day) && days.is_kept(day) && !(leaves_today_out && day == days.today());
  }
  bool is_covered(Day day) const {
    return !range.contains(day) || days.is_covered(day) ||
           (leaves_today_out && day >= days.today() && days.rests_without_today());
  }
  bool is_rest(Day day) const { return !is_kept(day) && is_covered(day); }
};

Window whole_history(const StepDays& days);
Window without_today(const StepDays& days);

// The chapters in order, the current one last. The current one begins tomorrow on the day of a
// breach.
std::vector<Window> chapters(const StepDays& days);

// A day, week or month that is judged as one, by the table "Units" of mend-journal(5).
struct Unit {
  DayRange range;
  DayState state = DayState::rest;
  int asked = 0;
  int got = 0;
  int left = 0;                 // days from today on that are neither kept nor rest
  bool is_mostly_rest = false;  // do rules make more than half its days rest, kept or not?
  Day first_kept;               // only when got > 0
  Day last_kept;

  bool is_reachable() const { return asked - got <= left; }  // can it still be kept?
};

// The week or month that holds `day`.
DayRange week_of(Day day, Weekday week_start);
DayRange month_range(Day day);

// The unit that holds `day`, for cadences whose unit is a day, a week or a month.
Unit unit_at(const Window& window, const Cadence& cadence, Weekday week_start, Day day);

// The units from the one that holds the first day to the one that holds today, oldest first. Of a
// stretch without a kept day those after two quiet ones are left out: they can neither begin nor carry
// on a streak, and a first entry of a hundred years ago costs no more than one of last week.
std::vector<Unit> units(const Window& window, const Cadence& cadence, Weekday week_start);

}  // namespace mend
