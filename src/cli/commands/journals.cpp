// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/report/phrases.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

int run(Context& context, const Arguments&) {
  std::vector<JournalEntry> journals;
  for (const std::string& name : list_folder(context.paths().data)) {
    const std::string path = context.paths().journal(name);
    if (is_journal_name(name) && is_folder(path)) {
      journals.push_back({name, path, name == context.journal()});
    }
  }
  if (context.is_json()) {
    context.print(journals_json(journals, context.discretion()));
    return exit_done;
  }
  if (context.discretion() == Discretion::on && !journals.empty()) {
    context.print(quantity(static_cast<int>(journals.size()), "journal", "journals") + "\n");
    return exit_done;
  }
  for (const JournalEntry& journal : journals) {
    context.print(std::string{journal.is_current ? "* " : "  "} + harmless(journal.name) + "\n");
  }
  if (journals.empty()) {
    context.hint("There is no journal yet. The first entry makes one:  mend log c \"home by six\"");
  }
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend journals",
    "mend -j sam today      look at another one",
};

}  // namespace

const Command journals_command = {"journals",
                                  "Data",
                                  "",
                                  "List the journals; * marks the one in use.",
                                  examples,
                                  "",
                                  {},
                                  WordsAre::none,
                                  run};

}  // namespace mend
