// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// What the word at `index` behind a command can be, by the command's usage: "STEP" and "SPAN" of
// `[STEP|SPAN]...`, "STEP/ACTION,STEP/ACTION" of `STEP[/ACTION][,STEP[/ACTION]...]`. Empty when no
// such word is wanted.
std::vector<std::string> wanted_values(std::string_view usage, std::size_t index);

// The names in "STEP|SPAN".
std::vector<std::string> alternatives(std::string_view names);

}  // namespace mend
