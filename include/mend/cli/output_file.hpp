// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <string>
#include <string_view>

namespace mend {

// Puts what a command made into the file given with -o, durably and readable by its owner alone; with
// --dry-run it only looks whether it could. It never writes over anything: the name has to be new, or
// an empty file, and no link. Then it says where it is. Throws Stop (cannot_create), SystemError.
void write_output(Context& context, std::string_view command, const std::string& path,
                  std::string_view bytes);

}  // namespace mend
