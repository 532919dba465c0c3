// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/store/journal_state.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

int run_path(Context& context, const Arguments& arguments) {
  const Paths& paths = context.paths();
  std::vector<std::pair<std::string, std::string>> all = {{"journal", context.journal_folder()}};
  if (arguments.has("all")) {
    const JournalState undo{paths.undo(context.journal()), context.journal_folder()};
    all.insert(all.end(), {{"config", paths.config_file},
                           {"undo", undo.folder()},
                           {"recovery", paths.recovery()},
                           {"cache", paths.cache}});
  }
  if (context.is_json()) {
    context.print(texts_json("path", all));
  } else if (!arguments.has("all")) {
    // As it is, for `cd "$(mend path)"`; only a terminal has to be spared.
    const bool is_terminal = context.environment().terminal.is_output;
    context.print((is_terminal ? harmless(all.front().second) : all.front().second) + "\n");
  } else {
    for (const auto& [name, path] : all) {
      context.print(padded(name, 10) + harmless(path) + "\n");
    }
  }
  context.note_missing_journal(context.journal());
  return exit_done;
}

constexpr std::string_view path_examples[] = {
    "cd \"$(mend path)\" && git log",
    "mend path --all",
};

constexpr Option path_options[] = {
    {"--all", "", "also the settings, the undo history, recovery files and the cache"},
};

}  // namespace

const Command path_command = {"path",
                              "Data",
                              "[--all]",
                              "Print the journal's folder.",
                              path_examples,
                              "",
                              path_options,
                              WordsAre::none,
                              run_path};

}  // namespace mend
