// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"

#include <string>

namespace mend {

// The commands by group.
std::string help_text();

// One command: two or three examples first, then what it does and its options.
std::string help_text(const Command& command);

// The same as an object; of all commands when none is named.
std::string help_as_json(const Command* command);

std::string version_text(bool is_json);

}  // namespace mend
