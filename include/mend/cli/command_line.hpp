// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"

#include <string>
#include <vector>

namespace mend {

// One argument after a scan that knows which options there are.
struct Token {
  enum class Kind { option, value, word, literal };  // literal: a word after `--`
  Kind kind;
  std::string text;  // of an option its long name, `--on`
};

// A command line, taken apart before any parser sees it, so that no word of a text can be taken for
// a command, an option or a list.
struct ScannedLine {
  const Command* command = nullptr;  // null: none was named
  std::vector<Token> tokens;         // of options that hold for all commands too
};

// Throws Stop (usage) for unknown commands and options, values that are missing, and a bare date
// after the value of a date option in a command with text.
ScannedLine scan_command_line(const std::vector<std::string>& arguments);

// Parses the tokens with the options of one command. Throws Stop (usage).
Arguments parse_arguments(const Command& command, const std::vector<Token>& tokens);

}  // namespace mend
