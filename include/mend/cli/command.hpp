// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/arguments.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace mend {

class Context;

// What the words after a command's options are.
enum class WordsAre {
  none,
  arguments,  // names, dates, ids: any of them unknown is an error
  text        // a step, then words people write; only known options are options
};

// Can its answer be longer than a screen, so that on a terminal it goes to a pager?
enum class Answer { brief, long_text };

struct Option {
  std::string_view names;  // "-d,--on", the long one last
  std::string_view value;  // what its value is called; empty for a switch
  std::string_view help;
  enum class Times { once, repeated } times = Times::once;

  std::string_view long_name() const;   // "--on"
  std::string_view short_name() const;  // "-d" or empty
};

// One command: the one description that parsing, help and completion are made from.
struct Command {
  std::string_view name;   // of a member of a family two words, "promise add"
  std::string_view group;  // heading in `mend help`; empty hides the command
  std::string_view usage;  // what follows the name; completion goes by it
  std::string_view summary;
  std::span<const std::string_view> examples;
  std::string_view description;  // paragraphs
  std::span<const Option> options;
  WordsAre words = WordsAre::none;
  int (*run)(Context& context, const Arguments& arguments) = nullptr;
  Answer answer = Answer::brief;
};

// Commands that share their first word: `promise add`, `promise keep`. The word alone is its `list`.
struct Family {
  std::string_view name;
  std::string_view summary;
  std::span<const std::string_view> examples;
  std::string_view description;  // paragraphs

  // "add" of "promise add"; empty when the command is no member.
  std::string_view member_name(const Command& command) const;
};

// All commands, in the order of `mend help`; the members of a family stand together.
std::span<const Command> commands();
const Command* find_command(std::string_view name);

std::span<const Family> families();
const Family* find_family(std::string_view name);
const Family* family_of(const Command& command);

// What `mend NAME` runs: the member called `list`.
const Command& default_member(const Family& family);

// What can be typed as the first word: the visible commands and families, in the order of `mend help`.
struct FirstWord {
  std::string_view name;
  std::string_view group;
  std::string_view summary;
};
std::vector<FirstWord> first_words();

// Those that hold before or after any command.
std::span<const Option> global_options();

}  // namespace mend
