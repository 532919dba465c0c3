// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mend {

// Shows the text through a pager command, which may have arguments, and waits until whoever reads it
// has seen enough. False when the command cannot be run: then nothing was shown.
bool show_in_pager(const std::string& command, std::string_view text);

}  // namespace mend
