// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/facts.hpp"
#include "mend/domain/result.hpp"
#include "toml.hpp"

#include <string>

namespace mend {

// The facts of one `[[entry]]` table, or what is wrong with it: a required key that is missing, a
// value of the wrong type, a word that its key does not know. `line_offset` is counted onto lines.
Result<Facts> read_entry(const toml::table& table, const std::string& file, int line_offset);

}  // namespace mend
