// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/step_page.hpp"
#include "mend/text/style.hpp"

#include <span>
#include <string>
#include <vector>

namespace mend {

// The newest weeks that fit side by side in `width` columns, one at least.
std::span<const WeekOfDays> fitting_weeks(std::span<const WeekOfDays> weeks, std::size_t width);

// These weeks side by side: months, weekday letters, one mark a day, and how far each week came,
// where the cadence counts weeks.
std::vector<std::string> week_strip(std::span<const WeekOfDays> weeks, const Style& style);

}  // namespace mend
