// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mend {

// A form in which texts that differ only in case, or in how accents are encoded, are the same.
std::string fold(std::string_view text);

}  // namespace mend
