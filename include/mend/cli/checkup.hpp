// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/domain/finding.hpp"

#include <vector>

namespace mend {

// What a whole look at the journal, its settings and mend's own folders found.
struct Checkup {
  std::vector<Finding> findings;  // by file and line
  bool has_entries = false;
};

// Reads everything and changes nothing. What cannot be read is a finding too.
Checkup check_up(const Context& context);

}  // namespace mend
