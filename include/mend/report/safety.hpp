// SPDX-License-Identifier: MIT
#pragma once

#include "mend/text/style.hpp"

#include <string>

namespace mend {

// What `help safety` answers: a short text for somebody who is afraid of their partner, or of
// themselves, the helplines, and how to remove what mend leaves.
std::string safety_text(const Style& style);
std::string safety_json();

}  // namespace mend
