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

// The id of the entry that a kept file is named after, and what an editor left beside it: what comes
// before its first dot, as in `k7q2m4x9p3.2.txt`, `.k7q2m4x9p3.txt.swp` and `#k7q2m4x9p3.txt#`.
std::string_view id_in_name(std::string_view name);

// What the files of a folder hold: their entries; and of a file that is not TOML the id of the entry
// that an editor was opened on, or that it is named after, alone. Throws SystemError.
std::vector<Attributes> traces_in(const std::string& folder);

// Takes the entries with these ids out of the files of a folder, and those that say the same as one of
// `entries` at another time; and removes files that hold no other, or that are not TOML and are named
// after one of them, mention one, or say the text of one of `entries` and nothing else. Durable when it
// returns. Throws SystemError.
void forget_files(const std::string& folder, const std::vector<std::string>& ids,
                  const std::vector<Attributes>& entries = {});

}  // namespace mend
