// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/calendar.hpp"
#include "mend/text/style.hpp"

#include <cstddef>
#include <string>

namespace mend {

// How many weeks stand beside each other in that width.
std::size_t weeks_that_fit(std::size_t width);

// One row a weekday, one mark a day, and what the marks mean in words; blocks below each other where
// not all weeks fit.
std::string calendar_text(const Calendar& calendar, const Style& style);

// The object of mend-json(5).
std::string calendar_json(const Calendar& calendar, DayRange span);

}  // namespace mend
