// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Does a text have one of these ids in it, as a word of its own? Empty ids are in no text.
bool mentions_any(std::string_view text, const std::vector<std::string>& ids);

// Is one of these ids among those of the entries? An empty one stands for all entries without.
bool holds_any(const std::vector<Attributes>& entries, const std::vector<std::string>& ids);

// Removes the files of a folder that hold one of the entries with these ids, or, where they are not
// TOML, that mention one of them. Throws SystemError.
void forget_files(const std::string& folder, const std::vector<std::string>& ids);

}  // namespace mend
