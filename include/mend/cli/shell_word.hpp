// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mend {

// The text as one word of a POSIX shell's command line: bare where that is safe, else in quotes.
std::string shell_word(std::string_view text);

}  // namespace mend
