// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace mend {

// Runs the editor command, which may have arguments, on a file and waits. Returns its exit code;
// throws SystemError (io) when it cannot be started.
int run_editor(const std::string& command, const std::string& path);

}  // namespace mend
