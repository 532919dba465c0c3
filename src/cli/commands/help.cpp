// SPDX-License-Identifier: MIT
#include "mend/cli/help.hpp"

#include "commands.hpp"
#include "mend/cli/errors.hpp"
#include "mend/domain/spelling.hpp"

namespace mend {
namespace {

const Command& named_command(const std::string& name) {
  if (const Command* command = find_command(name)) return *command;
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  std::string hint = did_you_mean(name, names);
  stop_usage("there is no command '" + name + "'",
             hint.empty() ? "'mend help' lists the commands." : hint);
}

int run(Context& context, const Arguments& arguments) {
  if (arguments.words().size() > 1) stop_usage("help on one command at a time", "");
  const Command* const command =
      arguments.words().empty() ? nullptr : &named_command(arguments.words().front());
  if (context.is_json()) {
    context.print(help_as_json(command));
  } else {
    context.print(command == nullptr ? help_text() : help_text(*command));
  }
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend help",
    "mend help log       the same as mend log -h",
};

}  // namespace

const Command help_command = {"help",
                              "Data",
                              "[COMMAND]",
                              "Explain mend, or one command.",
                              examples,
                              "",
                              {},
                              WordsAre::arguments,
                              Completes::commands,
                              run};

}  // namespace mend
