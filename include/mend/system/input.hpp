// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace mend {

// Reads whatever can be read to its end, up to max_file_size: a regular file, a pipe, a device, and
// standard input for `-` and its own path. Nothing when there is no such file. Throws SystemError
// (io, interrupted).
std::optional<std::string> read_input(const std::string& path);

// Is that `-`, or a path of standard input?
bool is_standard_input(const std::string& path);

}  // namespace mend
