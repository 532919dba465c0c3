// SPDX-License-Identifier: MIT
#include "mend/cli/help.hpp"

#include "commands.hpp"
#include "mend/cli/command_line.hpp"
#include "mend/cli/errors.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/report/safety.hpp"

namespace mend {
namespace {

int run_help(Context& context, const Arguments& arguments) {
  const auto& words = arguments.words();
  if (words.size() == 1 && lower_case(words[0]) == safety_topic) {
    context.print(context.is_json() ? safety_json() : safety_text(context.style()));
    return exit_done;
  }
  const Family* family = words.empty() ? nullptr : find_family(words[0]);
  const Command* command = nullptr;
  if (words.size() > (family == nullptr ? 1U : 2U)) {
    stop_usage("help explains one command at a time",
               "For example: mend help " + (find_command(words[0]) == nullptr ? "log" : words[0]));
  }
  if (family == nullptr && words.size() == 1) {
    command = find_command(words[0]);
    if (command == nullptr) refuse_unknown_command(words[0]);
  } else if (words.size() == 2) {
    command = find_command(words[0] + " " + words[1]);
    if (command == nullptr) refuse_unknown_member(*family, words[1]);
    family = nullptr;
  }
  context.print(help_on(family, command, context.is_json()));
  return exit_done;
}

constexpr std::string_view help_examples[] = {
    "mend help",
    "mend help log       the same as mend log -h",
    "mend help safety    if you are afraid of your partner, or of what you might do",
};

}  // namespace

const Command help_command = {"help",
                              "Data",
                              "[COMMAND|safety]",
                              "Explain mend, or one command.",
                              help_examples,
                              "",
                              {},
                              WordsAre::arguments,
                              run_help,
                              Answer::long_text};

}  // namespace mend
