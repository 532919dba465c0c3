// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"
#include "mend/cli/context.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mend {

// Of every command that can write what it makes into a file.
inline constexpr Option output_option = {"-o,--output", "FILE",
                                         "write it to a file, readable by you alone; - is standard output"};
inline constexpr Option force_option = {"--force", "", "replace the file that -o names"};

// The file that -o names; nothing for standard output, which is also `-`. Throws Stop (usage) for an
// empty name, and for --force without a file.
std::optional<std::string> output_file(const Arguments& arguments);

// Puts what a command made into the file given with -o, durably and readable by its owner alone; with
// --dry-run it only looks whether it could. A file that is there is replaced only with --force, and
// what is no file never is. Then it says where it is. Throws Stop (cannot_create), SystemError.
void write_output(Context& context, const Arguments& arguments, const std::string& path,
                  std::string_view bytes);

}  // namespace mend
