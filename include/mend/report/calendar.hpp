// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/step_days.hpp"

#include <optional>
#include <span>
#include <vector>

namespace mend {

// One day of a calendar. Of all steps together it is kept when any was, and rest when all rest.
struct CalendarDay {
  Day day;
  DayState state = DayState::quiet;
  StepSet kept;  // the steps that were kept that day
};

// The days of a span that have been lived: none before the journal began, none to come.
struct Calendar {
  std::optional<Step> step;  // absent: all steps
  Weekday week_start = Weekday::monday;
  Day today;
  std::vector<CalendarDay> days;  // oldest first
};

// `steps` are those of read_step_days.
Calendar read_calendar(std::span<const StepDays> steps, DayRange span, std::optional<Step> step,
                       Weekday week_start);

// The span with an end in the place of an open one: the first day of the journal, and today.
DayRange closed_span(DayRange span, Day first, Day today);

// The days of a span from `first` to today; nothing when there are none.
std::optional<DayRange> lived_days(DayRange span, Day first, Day today);

}  // namespace mend
