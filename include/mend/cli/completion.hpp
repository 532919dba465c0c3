// SPDX-License-Identifier: MIT
#pragma once

#include "mend/system/environment.hpp"

#include <string>
#include <vector>

namespace mend {

// What the completion of a shell asks: `words` are those after `mend` so far, the last one being
// typed. One candidate a line, with a tab before its description; a line that begins with the tab
// asks the shell for names of files. What cannot be known is not offered. Writes nothing and never
// throws.
std::string complete(const Environment& environment, const std::vector<std::string>& words);

}  // namespace mend
