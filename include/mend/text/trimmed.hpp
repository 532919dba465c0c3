// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mend {

// The text without blanks, tabs and carriage returns at its ends. It lies in `text`.
std::string_view trimmed(std::string_view text);

std::string without_trailing_spaces(std::string line);

}  // namespace mend
