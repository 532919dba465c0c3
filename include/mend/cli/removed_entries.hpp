// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <string>
#include <vector>

namespace mend {

// What `rm --forget` is to wipe out: entries of the history, and entries that are in no month file
// any more, with all that is known of them or their id alone.
struct ToForget {
  std::vector<const Entry*> found;
  std::vector<Attributes> removed;
};

// What these words name, in the history and in undo, recovery and editor files: the start of an id, or
// `@N`. Of several, those of which nothing is left are said and passed over, so that what was
// interrupted can be finished. Throws Stop as find_entries does.
ToForget find_to_forget(Context& context, const History& history,
                        const std::vector<std::string>& words);

// Ends `rm` with how to forget an entry that was removed already, if one of these words names one.
void stop_if_removed(Context& context, const History& history,
                     const std::vector<std::string>& words);

}  // namespace mend
