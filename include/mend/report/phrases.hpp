// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/step_row.hpp"
#include "mend/text/style.hpp"

#include <string>

namespace mend {

// How a state looks: told by shape and word, with colour only on top.
std::string_view mark_of(DayState state, Charset charset);
Paint paint_of(DayState state);

// "22 of the last 25", "still early", or empty where a cadence has no steadiness.
std::string steadiness_phrase(const Streak& streak);

// "12 days in a row", "3 days, yesterday quiet", "1 week"; where no streak stands,
// "not begun", "this week is open".
std::string streak_phrase(const StepRow& row);

// "22 of the last 25, 12 days in a row": what there is of both.
std::string lately_phrase(const StepRow& row);

// "2 of 3 this week", or empty where the unit is a day.
std::string unit_phrase(const StepRow& row);

// "1 day", "2 days".
std::string quantity(int count, std::string_view singular, std::string_view plural);

// "1 week", "2 weeks", by what a streak of that cadence counts.
std::string counted_units(int count, Cadence::Unit unit);

}  // namespace mend
