// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Keeps entries that could not be saved, as TOML in a file of its own (0600) in `folder`. It is called
// like the first entry, or `name` when that has no id, up to its first dot. Its path, or nothing when it could not be
// written. Throws std::bad_alloc alone.
std::optional<std::string> write_recovery_file(const std::string& folder, const std::string& name,
                                               const std::vector<Attributes>& entries);

// The same for a text that is no entry yet, byte for byte.
std::optional<std::string> write_recovery_file(const std::string& folder, const std::string& name,
                                               std::string_view text);

// The same text, to be shown where no file could be written.
std::string recovery_text(const std::vector<Attributes>& entries);

}  // namespace mend
