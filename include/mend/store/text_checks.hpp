// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A conflict that git wrote into a file; lines count from 1.
struct Conflict {
  int first_line = 0;
  int last_line = 0;
  std::vector<int> marker_lines;
};

// Whole conflicts alone: `<<<<<<<`, perhaps `|||||||`, `=======` and `>>>>>>>` at line starts.
std::vector<Conflict> find_conflicts(std::string_view bytes);

// The problems that readers found in a file of these bytes; where the markers of a conflict are the
// problem, the conflict instead.
std::vector<Finding> check_damage(std::string_view bytes, const std::string& file,
                                  const std::vector<Diagnostic>& problems);

// Tables of a sound TOML text that hold an entry's keys and are not called [[entry]].
std::vector<Diagnostic> misnamed_entries(std::string_view bytes, const std::string& file);

// Tables of a month file that are no entries, but those whose header is among the problems.
std::vector<Finding> check_foreign_tables(std::string_view bytes, const std::string& file,
                                          const std::vector<Diagnostic>& problems);

}  // namespace mend
