// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/domain/ledger.hpp"

#include <string>
#include <vector>

namespace mend {

// What the commands that settle promises have in common. All of it belongs under the journal's lock.

// The journal with the words of its promises.
History promise_history(Context& context);

// An open promise that somebody named, with all that outlives the history it was found in.
struct OpenPromise {
  std::string id;
  std::string name;  // its shortest id
  std::string text;
  Step step;
  Day day;  // on which it was made
  Instant written;
  Deadline deadline;
};

// Those that the words name, each once; without words the only one that is open. `command` is for
// the hint. Throws Stop (exit_no) for what is no promise, is settled already, or is not named
// although several are open; as
// `require_whole` does for the only one, when there may be others.
std::vector<OpenPromise> find_open_promises(Context& context, const History& history,
                                            const std::vector<std::string>& words,
                                            const std::string& command);

// Is this too late for the deadline? A day that was given is judged as a day, else the time it is.
bool is_too_late(Context& context, const Arguments& arguments, const Deadline& deadline, Day day);

// An outcome for the promise, without its tags. Throws Stop (usage) for a day before the promise.
Attributes new_outcome(Context& context, const History& history, const OpenPromise& promise,
                       Day day, std::string_view result);

// "call at noon", or with discretion on its id.
std::string told(const Context& context, const OpenPromise& promise);

// The whole id of the note for apology that the word names, as in `find_entries`. Throws Stop for
// what names none.
std::string find_apology(Context& context, const std::string& word);

// WHEN of `--due`. Throws Stop (usage) without one and for what is past.
Deadline parse_due(Context& context, const Arguments& arguments);

}  // namespace mend
