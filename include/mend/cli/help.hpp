// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"

#include <string>
#include <string_view>

namespace mend {

// What `help` explains beside the commands.
inline constexpr std::string_view safety_topic = "safety";

// The commands by group.
std::string help_text();

// One command: two or three examples first, then what it does and its options.
std::string help_text(const Command& command);

// A family: what its members do.
std::string help_text(const Family& family);

// The help that fits what was named, or of everything; as text or as an object.
std::string help_on(const Family* family, const Command* command, bool is_json);

std::string version_text(bool is_json);

}  // namespace mend
