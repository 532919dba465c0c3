// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"
#include "mend/cli/context.hpp"
#include "mend/cli/errors.hpp"

#include <string>

namespace mend {

// The options of the command and those of every command that were given, each after a blank and as a
// shell takes it.
std::string options_as_typed(const Command& command, const Arguments& arguments);

// What was refused because the first word names no step. Where the word is near none, the hint is the
// line as it would be right, with a step before the words; with discretion, without the words.
Stop with_step_first(const Stop& refused, const Command& command, const Arguments& arguments,
                     Discretion discretion);

}  // namespace mend
