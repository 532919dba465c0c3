// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/report/agreement_words.hpp"
#include "mend/report/text.hpp"
#include "mend/store/journal_writer.hpp"
#include "mend/store/traces.hpp"

namespace mend {
namespace {

void answer(Context& context, const History& history, const std::vector<std::size_t>& found,
            bool forgets) {
  const auto names = entry_names(history, context.moment());
  const AgreementWords agreements{history.facts, history.attributes};
  std::vector<Attributes> removed;
  std::vector<ListedEntry> listed;
  for (const std::size_t index : found) {
    removed.push_back(history.attributes[index]);
    const Facts& facts = history.facts[index];
    listed.push_back({names[index], &facts, &history.attributes[index], agreements.about(facts)});
  }
  if (context.is_json()) {
    context.print(entries_json("rm", removed, context.discretion(), context.is_dry_run()));
  } else if (!context.is_quiet()) {
    const std::string_view done =
        forgets ? "removed for good\n" : "removed; 'mend undo' brings it back\n";
    context.print(context.is_dry_run() ? "would remove\n" : done);
    context.print(
        list_text(listed, context.settings(), context.style(), context.discretion()));
  }
}

std::vector<std::string> ids_of(const std::vector<SeenEntry>& entries) {
  std::vector<std::string> ids;
  for (const SeenEntry& entry : entries) ids.emplace_back(text_of(entry.attributes, "id"));
  return ids;
}

void remove(Context& context, const std::vector<SeenEntry>& seen, bool forgets) {
  const Run how = context.is_dry_run() ? Run::dry : Run::for_real;
  JournalWriter writer{context.place(), context.paths().undo(context.journal()),
                       std::chrono::seconds{context.config().lock_timeout}};
  const auto warnings = forgets ? writer.forget(seen, how) : writer.remove("rm", seen, how);
  if (!warnings) stop_unchanged(warnings.error());
  context.note_saved();
  for (const Diagnostic& warning : *warnings) context.warn(warning);
  if (!forgets || how == Run::dry) return;
  forget_files(context.paths().recovery(), ids_of(seen));
  forget_files(context.paths().editor(), ids_of(seen));
}

int run(Context& context, const Arguments& arguments) {
  if (arguments.words().empty()) {
    stop_usage("which entry?", "Its id is in 'mend list'; @1 is the entry written last.");
  }
  context.require_journal();
  const History history = context.history(all_words);
  const auto found = find_entries(history, arguments.words(), context.moment());
  std::vector<SeenEntry> seen;
  for (const std::size_t index : found) {
    const Place place = history.facts[index].place;
    seen.push_back({history.files[place.file], place.index, history.attributes[index]});
  }
  const bool forgets = arguments.has("forget");
  remove(context, seen, forgets);
  answer(context, history, found, forgets);
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend rm k7q2         by the start of its id",
    "mend rm @1           the entry written last",
    "mend rm @1 --forget  gone from the undo history and the kept files too",
};

constexpr Option options[] = {
    {"--forget", "", "also wipe it from undo and recovery; there is no way back"},
};

}  // namespace

const Command rm_command = {"rm",
                            "Change",
                            "ID...",
                            "Remove entries. 'mend undo' brings them back.",
                            examples,
                            "Comment lines right above an entry go with it.",
                            options,
                            WordsAre::arguments,
                            run};

}  // namespace mend
