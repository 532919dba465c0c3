// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/arguments.hpp"

#include <span>
#include <string_view>

namespace mend {

class Context;

// What the words after a command's options are.
enum class WordsAre {
  none,
  arguments,  // names, dates, ids: any of them unknown is an error
  text        // a step, then words people write; only known options are options
};

// What completion offers for the words of a command.
enum class Completes { nothing, steps, steps_and_actions, commands, settings };

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
  std::string_view name;
  std::string_view group;  // heading in `mend help`; empty hides the command
  std::string_view usage;  // what follows the name
  std::string_view summary;
  std::span<const std::string_view> examples;
  std::string_view description;  // paragraphs
  std::span<const Option> options;
  WordsAre words = WordsAre::none;
  Completes completes = Completes::nothing;
  int (*run)(Context& context, const Arguments& arguments) = nullptr;
};

// All commands, in the order of `mend help`.
std::span<const Command> commands();
const Command* find_command(std::string_view name);

// Those that hold before or after any command.
std::span<const Option> global_options();

}  // namespace mend
