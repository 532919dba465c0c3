// SPDX-License-Identifier: MIT
#pragma once

#include "mend/system/environment.hpp"

#include <string>

namespace mend {

// What a run of `mend` says and how it ends.
struct RunResult {
  int exit_code = 0;
  std::string out;
  std::string err;
  bool is_saved = false;  // records were changed
  std::string pager = {};  // the command to show `out` through, or empty
};

// One whole run. Never throws.
RunResult run_mend(const Environment& environment);

}  // namespace mend
