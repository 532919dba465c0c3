// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/calendar.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace mend {

// Seven days, from the first weekday of a week on; null where the calendar has no such day.
struct CalendarWeek {
  Day first;
  std::array<const CalendarDay*, 7> days{};
};

using WeekBlock = std::vector<CalendarWeek>;

// The weeks of a calendar in blocks of much the same length, none longer than `most`. The pointers
// point into the calendar.
std::vector<WeekBlock> week_blocks(const Calendar& calendar, std::size_t most);

// How many weeks the name of a month takes, and the name with its year.
struct LabelWidth {
  std::size_t month = 2;
  std::size_t with_year = 4;
};

// The name of the month that begins in each week, or with the block; empty where none does, or where
// the name before it has not ended yet. The first one and each January have their year where there is
// room, a January the end of it ("Jan '27") with one week less.
std::vector<std::string> month_labels(const WeekBlock& block, LabelWidth width);

// How full a day of all steps is, from 1 to 4; 0 where none was kept.
int level_of(const CalendarDay& day);

}  // namespace mend
