// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"
#include "mend/cli/context.hpp"
#include "mend/report/audience.hpp"

#include <optional>
#include <string>

namespace mend {

// Where a command puts what it made for somebody to keep or to give away.
inline constexpr Option output_option = {"-o,--output", "FILE",
                                         "write to this new file instead of standard output"};
inline constexpr Option for_option = {"--for", "WHOM",
                                      "me, partner or counsellor: leave out what is not for them"};

// The audience of `--for`; oneself without it. Throws Stop (usage) with the nearest word.
Audience chosen_audience(const Arguments& arguments);

// Prints the text or, with `-o`, makes a new file of it: durable, readable by its owner alone. What
// is made for somebody else is shown to a person at a terminal first, who may still say no. `what`
// is what was written, for the confirmation: "214 entries". Throws Stop (cannot create) when there
// is such a file already: nothing is ever overwritten.
void deliver(Context& context, const Arguments& arguments, Audience audience, std::string text,
             const std::string& what);

}  // namespace mend
