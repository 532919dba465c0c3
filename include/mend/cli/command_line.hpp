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
  const Family* family = nullptr;    // named alone, so that `command` is its default
  std::vector<Token> tokens;         // of options that hold for all commands too
};

// Throws Stop (usage) for unknown commands and options, values that are missing, and a bare date
// after the value of a date option in a command with text.
ScannedLine scan_command_line(const std::vector<std::string>& arguments);

// Does the line, be it right or wrong, offer standard input: a single `-` for a text or a file?
bool offers_input(const std::vector<std::string>& arguments);

// Is there such an option on the line, be it right or wrong?
bool names_option(const std::vector<std::string>& arguments, std::string_view long_name);

// Throws Stop (usage) for a `-` in the place of words that no option but `--text` reads from standard
// input.
void refuse_unread_dash(const Command& command, const Arguments& arguments);

// The words people wrote on the command line, to be kept when they could not be saved: the text and
// the values of options that take words, and below them what else the line says. Empty without words.
std::string words_on_line(const Command& command, const Arguments& arguments);

// Throw Stop (usage) with the nearest name.
[[noreturn]] void refuse_unknown_command(const std::string& word);
[[noreturn]] void refuse_unknown_member(const Family& family, const std::string& word);

// Throws Stop (usage) unless there are as many words as the command takes.
void require_words(const Command& command, const Arguments& arguments, std::size_t least,
                   std::size_t most);

// Parses the tokens with the options of one command. Throws Stop (usage).
Arguments parse_arguments(const Command& command, const std::vector<Token>& tokens);

}  // namespace mend
