// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/removed_entries.hpp"
#include "mend/report/agreement_words.hpp"
#include "mend/report/text.hpp"
#include "mend/store/journal_writer.hpp"
#include "mend/store/traces.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

constexpr std::size_t most_named = 3;
constexpr std::size_t most_kept_named = 20;

constexpr std::string_view out_of_reach =
    "mend cannot reach copies kept elsewhere: what an editor remembers (viminfo), the history of "
    "the shell and of git, exports, conflict copies and backups, free blocks of the disk. 'mend "
    "help safety' says what helps.";

std::vector<std::string> ids_of(const std::vector<Attributes>& entries) {
  std::vector<std::string> ids;
  for (const Attributes& entry : entries) ids.emplace_back(text_of(entry, "id"));
  return ids;
}

std::vector<std::string> kept_folders(const Context& context) {
  return {context.paths().recovery(), context.paths().editor()};
}

// What is in files of words that could not be saved, nobody can tell but who wrote them.
void hint_at_kept_files(Context& context) {
  std::vector<std::string> paths;
  for (const std::string& folder : kept_folders(context)) {
    for (const std::string& name : list_folder(folder)) paths.push_back(folder + "/" + name);
  }
  std::erase_if(paths, [](const std::string& path) { return !is_there(path); });
  if (paths.empty()) return;
  std::string hint = paths.size() == 1
                         ? "This file of words that were not saved may have some of it too. Look at it:"
                         : "These files of words that were not saved may have some of it too. Look at them:";
  for (std::size_t i = 0; i < paths.size() && i < most_kept_named; ++i) hint += "\n  " + paths[i];
  if (paths.size() > most_kept_named) {
    hint += "\n  and " + std::to_string(paths.size() - most_kept_named) + " more, which 'mend doctor' names";
  }
  context.hint(hint);
}

// How to make it final, once it is removed.
std::string final_command(const std::vector<Attributes>& removed) {
  std::string ids;
  for (const std::string& id : ids_of(removed)) {
    if (!id.empty()) ids += " " + id;
  }
  return ids.empty() ? "" : "mend rm" + (removed.size() > most_named ? " ID..." : ids) + " --forget";
}

// Of an entry that is in no month file any more.
void print_removed(Context& context, const Attributes& entry) {
  const Result<Entry> removed = entry_from(entry);
  if (!removed) {
    context.print(harmless(text_of(entry, "id")) + "\n");
    return;
  }
  const ListedEntry listed{removed->id, &*removed};
  context.print(list_text({&listed, 1}, context.settings(), context.local_day(), context.style(), context.discretion()));
}

void print_found(Context& context, const History& history, const std::vector<const Entry*>& found) {
  const auto names = entry_names(history, context.moment());
  const AgreementWords agreements{history.entries};
  std::vector<ListedEntry> listed;
  for (const Entry* const entry : found) {
    listed.push_back({names.at(entry), entry, agreements.about(*entry)});
  }
  context.print(list_text(listed, context.settings(), context.local_day(), context.style(), context.discretion()));
}

void print_found_or_removed(Context& context, const History& history, const ToForget& named, bool forgets) {
  std::vector<Attributes> all;
  for (const Entry* const entry : named.found) all.push_back(entry->keys);
  all.insert(all.end(), named.removed.begin(), named.removed.end());
  if (context.is_json()) {
    context.print(entries_json("rm", all, context.discretion(), context.is_dry_run()));
  } else if (!context.is_quiet()) {
    const std::string_view done =
        forgets ? "removed for good\n" : "removed; 'mend undo' brings it back\n";
    context.print(context.is_dry_run() ? "would remove\n" : done);
    if (!named.found.empty()) print_found(context, history, named.found);
    for (const Attributes& entry : named.removed) print_removed(context, entry);
  }
  if (context.is_dry_run()) return;
  if (forgets) {
    if (!context.is_json()) context.hint(out_of_reach);
    hint_at_kept_files(context);
  } else if (context.is_json()) {
    return;
  } else if (const std::string command = final_command(all); !command.empty()) {
    context.hint("'" + command + "' makes it final.");
  }
}

JournalWriter open_journal_to_remove(const Context& context) {
  return JournalWriter{context.place(), context.paths().undo(context.journal()),
                       std::chrono::seconds{context.config().lock_timeout}};
}

std::vector<SeenEntry> seen_in(const History& history, const std::vector<const Entry*>& found) {
  std::vector<SeenEntry> seen;
  for (const Entry* const entry : found) {
    seen.push_back({history.files[entry->place.file], entry->place.index, entry->keys});
  }
  return seen;
}

void finish(Context& context, const Result<std::vector<Diagnostic>>& warnings) {
  if (!warnings) stop_unchanged(warnings.error());
  context.note_saved();
  for (const Diagnostic& warning : *warnings) context.warn(warning);
}

void remove(Context& context, const std::vector<SeenEntry>& seen) {
  finish(context, open_journal_to_remove(context).remove(
                      "rm", seen, context.is_dry_run() ? Run::dry : Run::for_real));
}

// The entry goes last: whatever is interrupted or fails before, it can still be named.
void forget(Context& context, const History& history, const ToForget& named) {
  const auto seen = seen_in(history, named.found);
  const std::vector<std::string> removed_before = ids_of(named.removed);
  std::vector<std::string> ids = removed_before;
  for (const SeenEntry& entry : seen) ids.emplace_back(text_of(entry.attributes, "id"));
  JournalWriter writer = open_journal_to_remove(context);
  const auto refusals = writer.forget(seen, Run::dry, removed_before);
  if (!refusals || context.is_dry_run()) return finish(context, refusals);
  std::vector<Attributes> entries = named.removed;
  for (const SeenEntry& entry : seen) entries.push_back(entry.attributes);
  for (const std::string& folder : kept_folders(context)) forget_files(folder, ids, entries);
  finish(context, writer.forget(seen, Run::for_real, removed_before));
}

int run_rm(Context& context, const Arguments& arguments) {
  const auto& words = arguments.words();
  if (words.empty()) {
    stop_usage("which entry?", "Its id is in 'mend list'; @1 is the entry written last.");
  }
  context.require_journal();
  const History history = context.history(all_words);
  if (arguments.has("forget")) {
    const ToForget named = find_to_forget(context, history, words);
    forget(context, history, named);
    print_found_or_removed(context, history, named, true);
    return exit_done;
  }
  stop_if_removed(context, history, words);
  const auto found = find_entries(history, words, context.moment());
  remove(context, seen_in(history, found));
  print_found_or_removed(context, history, {found, {}}, false);
  return exit_done;
}

constexpr std::string_view rm_examples[] = {
    "mend rm k7q2         by the start of its id",
    "mend rm @1           the entry written last",
    "mend rm @1 --forget  gone from the undo history and the kept files too",
};

constexpr Option rm_options[] = {
    {"--forget", "", "also wipe it from undo and recovery; there is no way back"},
};

}  // namespace

const Command rm_command = {"rm",
                            "Change",
                            "ID...",
                            "Remove entries. 'mend undo' brings them back.",
                            rm_examples,
                            "Comment lines right above an entry go with it. With --forget an ID can "
                            "be that of an entry that was removed before; if it was interrupted, "
                            "run it again to finish. mend cannot reach copies kept elsewhere: what "
                            "an editor remembers (viminfo), the history of the shell and of git, "
                            "exports, conflict copies and backups, free blocks of the disk.",
                            rm_options,
                            WordsAre::arguments,
                            run_rm};

}  // namespace mend
