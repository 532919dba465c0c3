// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
#include "mend/domain/result.hpp"
#include "toml.hpp"

#include <string>

namespace mend {

// What one `[[entry]]` table says, without its keys, or what is wrong with it: a required key that is missing, a
// value of the wrong type, a word that its key does not know. `line_offset` is counted onto lines.
Result<Entry> read_entry(const toml::table& table, const std::string& file, int line_offset);

}  // namespace mend
