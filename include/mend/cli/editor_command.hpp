// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <string>

namespace mend {

// The editor somebody wants: MEND_EDITOR, VISUAL, EDITOR, or the setting `editor`. It may have
// arguments.
std::string editor_command(const Context& context);

}  // namespace mend
