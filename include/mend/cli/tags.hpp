// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Tags as they are typed: a leading # is dropped, commas separate several, and each is there once.
std::vector<std::string> read_tags(const std::vector<std::string>& typed);

// Is that the same tag, in capitals or not and however its accents are encoded?
bool is_same_tag(std::string_view a, std::string_view b);

}  // namespace mend
