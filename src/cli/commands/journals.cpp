// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/report/phrases.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

// Each that is missing or cannot be read is told.
void look_at_all(Context& context, const std::vector<JournalEntry>& journals) {
  std::vector<std::string> names = remembered_journals(context.paths().marks(), context.paths().data);
  for (const JournalEntry& journal : journals) names.push_back(journal.name);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (const std::string& name : names) context.note_missing_journal(name);
}

int run_journals(Context& context, const Arguments&) {
  std::vector<JournalEntry> journals;
  for (const std::string& name : list_journal(JournalPlace{context.paths().data})) {
    const std::string path = context.paths().journal(name);
    if (is_journal_name(name) && is_folder(path)) {
      journals.push_back({name, path, name == context.journal()});
    }
  }
  look_at_all(context, journals);
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
  if (journals.empty() && context.exit_code(exit_done) != exit_io) {
    context.hint("There is no journal yet. The first entry makes one:  mend log c \"home by six\"");
  }
  return exit_done;
}

constexpr std::string_view journals_examples[] = {
    "mend journals",
    "mend -j sam today      look at another one",
};

}  // namespace

const Command journals_command = {"journals",
                                  "Data",
                                  "",
                                  "List the journals; * marks the one in use.",
                                  journals_examples,
                                  "",
                                  {},
                                  WordsAre::none,
                                  run_journals};

}  // namespace mend
