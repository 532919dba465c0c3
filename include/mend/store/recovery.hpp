// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mend {

// Keeps entries that could not be saved, as TOML in a file of its own (0600) in `folder`. Its path,
// or nothing when that failed too. Never throws.
std::optional<std::string> write_recovery_file(const std::string& folder,
                                               const std::vector<Attributes>& entries);

// The same text, to be shown where no file could be written.
std::string recovery_text(const std::vector<Attributes>& entries);

}  // namespace mend
