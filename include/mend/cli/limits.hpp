// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <string>
#include <vector>

namespace mend {

// The journal with the words of its limits.
History limit_history(Context& context);

// A limit that somebody named, with all that outlives the history it was found in.
struct NamedLimit {
  std::string id;
  std::string name;  // its shortest id
  std::string text;
  Day day;  // on which it was agreed
};

// The one that the words name; without words the only one in force. Throws Stop (exit_no) for what is no
// limit, is in force no longer, or is not named although several are; as `require_whole` does for the
// only one, when there may be others.
NamedLimit find_limit_in_force(Context& context, const History& history,
                               const std::vector<std::string>& words);

// The whole id of the limit that the word names, in force or not. Throws Stop for what names none.
std::string find_limit(Context& context, const std::string& word);

}  // namespace mend
