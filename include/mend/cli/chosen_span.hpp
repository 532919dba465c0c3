// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"
#include "mend/cli/context.hpp"

namespace mend {

inline constexpr Option since_option = {"--since", "DAY", "only entries from this day on"};
inline constexpr Option until_option = {"--until", "DAY", "only entries up to this day"};

// The days between `--since` and `--until`; every day without them. Throws Stop (usage).
DayRange days_between(Context& context, const Arguments& arguments);

// The days of the words, as one SPAN, cut by `--since` and `--until`; without words, `usual`.
// Throws Stop (usage).
DayRange chosen_span(Context& context, const Arguments& arguments, DayRange usual);

}  // namespace mend
