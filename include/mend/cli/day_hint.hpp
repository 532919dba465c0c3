// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"
#include "mend/cli/context.hpp"

namespace mend {

// After a command has saved a TEXT for today that begins with a word for another day, says how to
// record it for that day. With discretion, without the words.
void hint_at_day_in_text(Context& context, const Command& command, const Arguments& arguments);

}  // namespace mend
