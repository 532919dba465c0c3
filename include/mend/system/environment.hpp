// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/time.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

class Dialogue;

struct Terminal {
  bool is_input = false;  // each: is that stream a terminal?
  bool is_output = false;
  bool is_error = false;
  std::optional<int> columns;  // each as the terminal itself says
  std::optional<int> rows;
};

// All that is asked of the world before anything is decided. `main` makes one; below it, nobody
// asks the clock, the variables or the terminal.
struct Environment {
  std::vector<std::string> arguments;  // without the program's name
  std::map<std::string, std::string, std::less<>> variables;
  Instant now;
  const Zone* zone = nullptr;
  std::string zone_warning;  // what to tell once about the zone, or empty
  Terminal terminal;
  Dialogue* dialogue = nullptr;  // with whoever sits at the terminal, if it is one

  // The value of a variable, empty when it is not set.
  std::string_view variable(std::string_view name) const;
};

Environment read_environment(int argc, char** argv, char** environ_lines);

}  // namespace mend
