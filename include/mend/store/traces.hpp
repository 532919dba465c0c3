// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Does a text have one of these ids in it, as a word of its own? Empty ids are in no text.
bool mentions_any(std::string_view text, const std::vector<std::string>& ids);

// Removes the files of a folder that mention one of these ids. Throws SystemError.
void forget_files(const std::string& folder, const std::vector<std::string>& ids);

}  // namespace mend
