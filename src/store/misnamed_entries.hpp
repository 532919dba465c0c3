// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/result.hpp"
#include "toml.hpp"

#include <string>
#include <vector>

namespace mend {

// Adds what is wrong with tables that hold an entry's keys and are not called [[entry]], so that
// nothing would read them. `line_offset` is added to their lines.
void add_misnamed_entries(const toml::table& root, const std::string& file, int line_offset,
                          std::vector<Diagnostic>& damage);

}  // namespace mend
