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

// What the files of a folder hold: their entries; and of a file that is not TOML the id of the entry
// that an editor was opened on, alone. Throws SystemError.
std::vector<Attributes> traces_in(const std::string& folder);

// Takes the entries with these ids out of the files of a folder, and removes files that hold no
// other, or that are not TOML and mention one of them. Durable when it returns. Throws SystemError.
void forget_files(const std::string& folder, const std::vector<std::string>& ids);

}  // namespace mend
