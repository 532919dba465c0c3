// SPDX-License-Identifier: MIT
#pragma once

#include "candidates.hpp"
#include "mend/cli/command.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mend {

// A command line that is not finished, and may well be wrong.
struct TypedLine {
  const Command* command = nullptr;
  const Family* family = nullptr;   // of the command, or named and none of its members yet
  bool is_unknown = false;          // a word that is no command stands in its place
  bool only_words = false;          // behind `--`
  const Option* pending = nullptr;  // the option whose value is being typed
  std::vector<std::pair<const Option*, std::string>> options;  // with their values, so far
  std::vector<std::string> words;                              // behind the command
  TypedWord typed;

  // The options that hold here: the command's own, or those of the family's `list`, then those of
  // all commands.
  std::vector<const Option*> known_options() const;
  std::vector<std::string_view> values_of(std::string_view long_name) const;
  bool has(std::string_view long_name) const;
};

TypedLine read_typed_line(const std::vector<std::string>& words);

}  // namespace mend
