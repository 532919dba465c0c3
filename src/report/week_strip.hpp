// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/step_page.hpp"
#include "mend/text/style.hpp"

#include <span>
#include <string>
#include <vector>

namespace mend {

// The newest weeks that fit, side by side: months, weekday letters, one mark a day, and what each
// week got of what it asked for, where the cadence counts weeks. Lines of at most `width` columns.
std::vector<std::string> week_strip(std::span<const WeekOfDays> weeks, const Style& style,
                                    std::size_t width);

}  // namespace mend
