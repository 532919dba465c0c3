// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/calendar.hpp"
#include "mend/report/span_report.hpp"

#include <string>
#include <string_view>

namespace mend {

// Pictures as SVG, readable without colour and with words for who cannot see them. They are drawn
// with classes of `picture_style`, and hold nothing that is loaded from elsewhere.

extern const std::string_view picture_style;

// In a page that has the style already, or a file of its own.
enum class Picture { inside, alone };

// One column a week, one row a weekday; of long spans several blocks below each other.
std::string heat_map_svg(const Calendar& calendar, Picture picture);

// A step's days kept, week by week or month by month, with what was asked. `span` is marked where
// the line begins before it.
std::string trend_svg(const StepReport& step, DayRange span);

// "kept for 3 steps", "rest", "quiet": what a calendar says of a day.
std::string day_phrase(const CalendarDay& day, const Calendar& calendar);

// Are these days cut by months and not by weeks?
bool is_by_months(const std::vector<KeptOfAsked>& trend);

}  // namespace mend
