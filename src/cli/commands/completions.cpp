// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/command_line.hpp"
#include "mend/cli/completion_scripts.hpp"
#include "mend/cli/errors.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/report/json.hpp"

#include <algorithm>
#include <vector>

namespace mend {
namespace {

const CompletionScript& named_script(const std::string& shell) {
  const auto found = std::ranges::find(completion_scripts(), lower_case(shell), &CompletionScript::shell);
  if (found != completion_scripts().end()) return *found;
  std::vector<std::string_view> shells;
  for (const CompletionScript& script : completion_scripts()) shells.push_back(script.shell);
  const std::string hint = did_you_mean(shell, shells);
  stop_usage("there is no completion for '" + shell + "'",
             hint.empty() ? "Write bash, zsh or fish." : hint);
}

int run_completions(Context& context, const Arguments& arguments) {
  require_words(completions_command, arguments, 1, 1);
  const CompletionScript& script = named_script(arguments.words()[0]);
  context.print(context.is_json()
                    ? texts_json("completions", {{"shell", std::string{script.shell}},
                                                 {"script", std::string{script.text}}})
                    : std::string{script.text});
  return exit_done;
}

constexpr std::string_view completions_examples[] = {
    "source <(mend completions bash)        in ~/.bashrc",
    "mend completions zsh >~/.zfunc/_mend   where ~/.zfunc is in fpath",
    "mend completions fish >~/.config/fish/completions/mend.fish",
};

}  // namespace

const Command completions_command = {
    "completions",
    "Data",
    "bash|zsh|fish",
    "Print the completion of a shell.",
    completions_examples,
    "It completes commands, options, steps, actions, fields, tags, ids, journals, dates and "
    "settings. An installed mend comes with it, and there is nothing to do; this is for a binary "
    "that was copied.",
    {},
    WordsAre::arguments,
    run_completions};

}  // namespace mend
