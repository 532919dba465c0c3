// SPDX-License-Identifier: MIT
#pragma once

#include "mend/system/environment.hpp"

#include <string>
#include <string_view>

namespace mend {

// The pager command for a text: that of PAGER, or less. Empty where none is wanted: not on a
// terminal, on one that cannot move its cursor, or when the text and a prompt below it fit there.
std::string pager_for(std::string_view text, const Environment& environment);

}  // namespace mend
