// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <optional>

namespace mend {

// The SPAN that the words of a command name together, as in `report last 30 days`, cut to what
// --since and --until leave of it; nothing when none of them was given. Throws Stop (usage).
std::optional<DayRange> span_argument(Context& context, const Arguments& arguments);

}  // namespace mend
