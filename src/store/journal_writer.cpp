// SPDX-License-Identifier: MIT
#include "mend/store/journal_writer.hpp"

#include "mend/store/action_tables.hpp"
#include "mend/store/history.hpp"
#include "mend/store/paths.hpp"
#include "mend/store/setting_keys.hpp"
#include "mend/store/settings_file.hpp"
#include "mend/store/splice.hpp"
#include "mend/store/traces.hpp"
#include "mend/system/errors.hpp"
#include "refusals.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string_view id_of(const Attributes& entry) { return text_of(entry, "id"); }

std::vector<std::string> ids_of(const std::vector<SeenEntry>& entries) {
  std::vector<std::string> ids;
  for (const SeenEntry& entry : entries) ids.emplace_back(id_of(entry.attributes));
  return ids;
}

std::optional<FileContent> read_if_possible(const std::string& path) {
  try {
    return read_file(path);
  } catch (const SystemError&) {
    return std::nullopt;
  }
}

// The entry that is as it was seen: at its index, or anywhere else if it moved.
std::optional<std::size_t> find_seen(const MonthDocument& document, const SeenEntry& seen) {
  const auto content = document.content(all_words);
  std::optional<std::size_t> found;
  for (const Entry& entry : content.entries) {
    if (entry.keys != seen.attributes) continue;
    const std::size_t index = entry.place.index;
    if (index == seen.index) return index;
    if (!found) found = index;
  }
  return found;
}

void make_journal_folder(const JournalPlace& place) {
  if (is_folder(place.folder)) return;
  // Making it says what is in the way of a file.
  if (!is_blocked_by_file(place.folder)) list_journal(place);
  make_folders(place.folder);
}

void refuse_newer_settings(const std::string& folder) {
  const std::string path = folder + "/" + std::string{actions_file};
  const auto file = read_if_possible(path);
  if (!file) return;
  if (const auto newer = newer_settings_format(file->bytes, path)) throw_newer_format(*newer);
}

}  // namespace

JournalWriter::JournalWriter(JournalPlace place, const std::string& state_base,
                             std::chrono::seconds patience)
    : place_((make_journal_folder(place), std::move(place))),
      folder_(place_.folder),
      lock_(folder_, patience),
      undo_log_(JournalState{state_base, folder_}) {
  if (!holds_records(remove_leftovers_in(folder_))) list_journal(place_);
  refuse_newer_settings(folder_);
  try {
    remove_leftovers_in(undo_log_.path_of(""));
  } catch (const SystemError&) {
    // Noting the change will say what is wrong there.
  }
}

void JournalWriter::require_writable(const JournalPlace& place, Month month) {
  if (is_blocked_by_file(place.folder)) return;
  list_journal(place);
  refuse_newer_settings(place.folder);
  const std::string path = place.folder + "/" + month_file_name(month);
  auto file = read_if_possible(path);
  if (!file) return;
  const MonthDocument document{std::move(file->bytes), path};
  if (const auto newer = document.newer_format()) throw_newer_format(*newer);
}

// A month that has no file yet begins with its preamble, and one that has only that is removed,
// unless somebody gave it a mode or a place of their own.
JournalWriter::Draft JournalWriter::open_draft(const std::string& name) const {
  const std::string path = path_of(name);
  auto read = read_file(path);
  const auto file_name = parse_month_file_name(name);
  std::string bytes = read               ? read->bytes
                      : file_name        ? month_preamble(file_name->month)
                      : name == actions_file ? std::string{settings_preamble(SettingsHome::journal)}
                                         : "";
  Draft draft{name, std::move(read), MonthDocument{std::move(bytes), path}};
  if (const auto newer = draft.document.newer_format()) throw_newer_format(*newer);
  return draft;
}

bool JournalWriter::is_to_be_removed(const Draft& draft) {
  const auto file_name = parse_month_file_name(draft.name);
  const bool is_as_made = draft.read && !draft.read->is_linked && draft.read->mode == 0600;
  return file_name && is_as_made && draft.document.bytes() == month_preamble(file_name->month);
}

bool JournalWriter::leaves_nothing(const std::vector<Draft>& drafts) const {
  if (!std::ranges::all_of(drafts, is_to_be_removed)) return false;
  std::vector<std::string> names = list_folder(folder_);
  std::erase_if(names, [&](const std::string& name) {
    return std::ranges::find(drafts, name, &Draft::name) != drafts.end();
  });
  return !holds_records(names);
}

bool JournalWriter::put_in_place(const Draft& draft, std::vector<Diagnostic>& warnings) {
  const std::string& bytes = draft.document.bytes();
  if (!draft.read) return create_file(path_of(draft.name), bytes);
  if (is_to_be_removed(draft)) return remove_file(*draft.read);
  if (!replace_file(*draft.read, bytes)) return false;
  if (draft.read->is_hard_linked) {
    warnings.push_back(
        refused("this had several names (hard links); the others keep the old text",
                path_of(draft.name)));
  }
  return true;
}

bool JournalWriter::write(const Draft& draft, std::vector<Edit>& left,
                          std::vector<Diagnostic>& warnings, UndoNote* note) {
  const auto note_done = [&] {
    std::erase_if(left, [&](const Edit& edit) { return edit.file == draft.name; });
    if (note != nullptr) note->keep();
  };
  try {
    if (!put_in_place(draft, warnings)) return false;
  } catch (const SystemError& error) {
    if (error.failure() == Failure::not_durable) note_done();
    throw;
  }
  note_done();
  return true;
}

bool JournalWriter::write_what_is_left(std::vector<Draft> drafts, std::vector<Edit>& left,
                                       std::vector<Diagnostic>& warnings, UndoNote* note) {
  const std::size_t all = left.size();
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const bool is_whole = std::ranges::all_of(
        drafts, [&](const Draft& draft) { return write(draft, left, warnings, note); });
    if (is_whole) return true;
    if (left.size() == all) return false;
    Replayed replayed;
    auto anew = draft_replay(left, replayed);
    if (!anew && replayed.was_already_so) return true;
    if (!anew) throw SystemError(Failure::in_part, anew.error().file + ": " + anew.error().what);
    drafts = std::move(*anew);
  }
  throw_unsettled(folder_);
}

// That there are entries is remembered after they are saved, and forgotten before they go: in between,
// who looks must not miss them.
bool JournalWriter::commit(std::vector<Draft> drafts, const std::vector<Edit>& edits,
                           std::vector<Diagnostic>& warnings, UndoNote* note) {
  const bool has_entries = std::ranges::any_of(
      drafts, [](const Draft& draft) { return parse_month_file_name(draft.name).has_value(); });
  if (!leaves_nothing(drafts)) {
    const bool is_done = write_all(std::move(drafts), edits, warnings, note);
    if (is_done && has_entries) remember_entries(place_);
    return is_done;
  }
  const auto remember_what_stayed = [&]() noexcept {
    try {
      if (holds_records(list_folder(folder_))) remember_entries(place_);
    } catch (const SystemError&) {
      // Nothing is remembered of a folder that cannot be read.
    }
  };
  forget_entries(place_);
  try {
    const bool is_done = write_all(std::move(drafts), edits, warnings, note);
    remember_what_stayed();
    return is_done;
  } catch (const SystemError&) {
    remember_what_stayed();
    throw;
  }
}

bool JournalWriter::write_all(std::vector<Draft> drafts, const std::vector<Edit>& edits,
                              std::vector<Diagnostic>& warnings, UndoNote* note) {
  std::vector<Edit> left = edits;
  std::erase_if(left, [&](const Edit& edit) {
    return std::ranges::find(drafts, edit.file, &Draft::name) == drafts.end();
  });
  const std::size_t all = left.size();
  try {
    return write_what_is_left(std::move(drafts), left, warnings, note);
  } catch (const SystemError& error) {
    if (left.empty() || left.size() == all) throw;
    throw SystemError(Failure::in_part,
                      std::string{"only a part of this was done: "} + error.what(),
                      note != nullptr ? "'mend undo' takes that part back."
                                      : "Run it again to finish.");
  }
}

std::vector<JournalWriter::Draft> JournalWriter::alone(Draft draft) {
  std::vector<Draft> drafts;
  drafts.push_back(std::move(draft));
  return drafts;
}

JournalWriter::Draft& JournalWriter::find_or_open(std::vector<Draft>& drafts,
                                                  const std::string& name) const {
  const auto found = std::ranges::find(drafts, name, &Draft::name);
  return found != drafts.end() ? *found : drafts.emplace_back(open_draft(name));
}

Saved JournalWriter::add(const std::string& command, Month month,
                         const std::vector<Attributes>& entries) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    if (auto saved = try_add(command, month, entries)) return *std::move(saved);
  }
  throw_unsettled(path_of(month_file_name(month)));
}

std::optional<Saved> JournalWriter::try_add(const std::string& command, Month month,
                                            const std::vector<Attributes>& entries) {
  Draft draft = open_draft(month_file_name(month));
  if (!draft.document.is_changeable()) {
    return add_pending(command, month, entries,
                       draft.document.content(no_words).damage.front());
  }
  const std::size_t size = draft.document.bytes().size();
  const std::string insertion = appendix(draft.document.bytes(), entries);
  if (entries_in(insertion) != entries) {
    throw SystemError(Failure::io, "the entry would not be read back as it was given");
  }
  auto after = spliced(draft.document, {size, size}, insertion, path_of(draft.name));
  if (!after) {
    return add_pending(command, month, entries, after.error());
  }
  draft.document = std::move(*after);
  Saved saved{draft.name, draft.document.content(no_words), {}};
  const Change change{command, {{draft.name, size, "", insertion}}};
  UndoNote note{undo_log_, change, saved.warnings};
  if (!commit(alone(std::move(draft)), change.edits, saved.warnings, &note)) return std::nullopt;
  return saved;
}

Saved JournalWriter::add_pending(const std::string& command, Month month,
                                 const std::vector<Attributes>& entries,
                                 const Diagnostic& reason) {
  const std::string name = pending_file_name(month, id_of(entries.front()));
  const std::string preamble = month_preamble(month);
  const std::string insertion = appendix(preamble, entries);
  Draft draft{name, std::nullopt, MonthDocument{preamble + insertion, path_of(name)}};
  Saved saved{name, draft.document.content(no_words), {}};
  const Change change{command, {{name, preamble.size(), "", insertion}}};
  UndoNote note{undo_log_, change, saved.warnings};
  if (!commit(alone(std::move(draft)), change.edits, saved.warnings, &note)) {
    throw_system_error(Failure::io, "create", path_of(name), EEXIST);
  }
  saved.warnings.push_back(reason);
  saved.warnings.push_back(
      refused("it was left as it is; the entry was saved beside it, in " + name,
              path_of(month_file_name(month))));
  return saved;
}

// With the other copies of these entries: one that was cut off on its way to another month stands
// there twice, and the older one would count again.
std::vector<SeenEntry> JournalWriter::with_copies(std::vector<SeenEntry> entries) const {
  const std::vector<std::string> ids = ids_of(entries);
  std::vector<SeenEntry> missing = entries;
  for (const std::string& name : month_files_among(list_folder(folder_))) {
    const std::string path = path_of(name);
    auto file = read_if_possible(path);
    if (!file || !mentions_any(file->bytes, ids)) continue;
    MonthContent content = MonthDocument{std::move(file->bytes), path}.content(all_words);
    for (Entry& entry : content.entries) {
      if (entry.id.empty() || std::ranges::find(ids, entry.id) == ids.end()) continue;
      const auto seen = std::ranges::find_if(missing, [&](const SeenEntry& each) {
        return each.file == name && each.attributes == entry.keys;
      });
      if (seen != missing.end()) {
        missing.erase(seen);
      } else {
        entries.push_back({name, entry.place.index, std::move(entry.keys)});
      }
    }
  }
  return entries;
}

Result<std::vector<JournalWriter::Draft>> JournalWriter::draft_removal(
    const std::vector<SeenEntry>& entries, Change& change) {
  std::vector<Draft> drafts;
  for (const SeenEntry& seen : with_copies(entries)) {
    const std::string path = path_of(seen.file);
    MonthDocument& document = find_or_open(drafts, seen.file).document;
    if (!document.is_changeable()) return refused_damaged(document);
    const auto index = find_seen(document, seen);
    const auto range = index ? range_of_entry(document, *index) : std::nullopt;
    if (!range) return refused("the entry was changed meanwhile; nothing was removed", path);
    auto after = spliced(document, *range, "", path);
    if (!after) return after.error();
    change.edits.push_back({seen.file, range->begin,
                            document.bytes().substr(range->begin, range->end - range->begin), ""});
    document = std::move(*after);
  }
  return drafts;
}

Result<std::vector<Diagnostic>> JournalWriter::commit_change(
    const std::string& command, Run run, Noting noting,
    const std::function<Result<std::vector<Draft>>(Change&)>& make_drafts) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    Change change{command, {}};
    auto drafts = make_drafts(change);
    if (!drafts) return drafts.error();
    std::vector<Diagnostic> warnings;
    if (run == Run::dry) return warnings;
    // What cannot be taken back is not done.
    std::optional<UndoNote> note;
    if (noting == Noting::on) note.emplace(undo_log_, change);
    if (commit(std::move(*drafts), change.edits, warnings, note ? &*note : nullptr)) return warnings;
  }
  throw_unsettled(folder_);
}

Result<std::vector<Diagnostic>> JournalWriter::remove(const std::string& command,
                                                      const std::vector<SeenEntry>& entries,
                                                      Run run) {
  return commit_change(command, run, Noting::on,
                       [&](Change& change) { return draft_removal(entries, change); });
}

Result<std::vector<Diagnostic>> JournalWriter::forget(
    const std::vector<SeenEntry>& entries, Run run, const std::vector<std::string>& removed_before) {
  std::vector<std::string> ids = ids_of(entries);
  ids.insert(ids.end(), removed_before.begin(), removed_before.end());
  return commit_change("rm", run, Noting::off, [&](Change& change) {
    auto drafts = draft_removal(entries, change);
    if (drafts && run == Run::for_real) undo_log_.forget(ids);
    return drafts;
  });
}

Result<std::vector<Diagnostic>> JournalWriter::edit(const std::string& command,
                                                    const SeenEntry& entry,
                                                    const std::vector<KeyChange>& changes,
                                                    Month month, Run run) {
  return commit_change(command, run, Noting::on, [&](Change& change) {
    return draft_edit(entry, changes, month, change);
  });
}

Result<std::vector<Diagnostic>> JournalWriter::write_on(const std::string& command,
                                                        const SeenEntry& entry,
                                                        const std::vector<KeyChange>& changes,
                                                        Month month) {
  return commit_change(command, Run::for_real, Noting::on, [&](Change& change) {
    change.continues = std::string{id_of(entry.attributes)};
    return draft_edit(entry, changes, month, change);
  });
}

Result<std::vector<JournalWriter::Draft>> JournalWriter::draft_edit(
    const SeenEntry& seen, const std::vector<KeyChange>& changes, Month month, Change& change) {
  const std::string path = path_of(seen.file);
  Draft here = open_draft(seen.file);
  if (!here.document.is_changeable()) return refused_damaged(here.document);
  const auto index = find_seen(here.document, seen);
  const auto range = index ? text_of_entry(here.document, *index) : std::nullopt;
  if (!range) return refused("the entry was changed meanwhile; nothing was edited", path);
  const std::string old_text = here.document.bytes().substr(range->begin, range->end - range->begin);
  const auto new_text = edited_entry(old_text, changes);
  if (!new_text) {
    return refused("the entry is not written in a way that can be edited here", path,
                   "Edit the file by hand; 'mend path' says where it is.");
  }
  std::vector<Draft> drafts;
  const auto file_name = parse_month_file_name(seen.file);
  if (file_name && file_name->month == month) {
    auto after = spliced(here.document, *range, *new_text, path);
    if (!after) return after.error();
    change.edits.push_back({seen.file, range->begin, old_text, *new_text});
    here.document = std::move(*after);
    drafts.push_back(std::move(here));
    return drafts;
  }
  Draft there = open_draft(month_file_name(month));
  if (!there.document.is_changeable()) return refused_damaged(there.document);
  const std::size_t size = there.document.bytes().size();
  const std::string insertion = appendix(there.document.bytes(), *new_text);
  auto added = spliced(there.document, {size, size}, insertion, path_of(there.name));
  if (!added) return added.error();
  change.edits.push_back({there.name, size, "", insertion});
  there.document = std::move(*added);
  const ByteRange gone = *range_of_entry(here.document, *index);
  auto removed = spliced(here.document, gone, "", path);
  if (!removed) return removed.error();
  change.edits.push_back({seen.file, gone.begin,
                          here.document.bytes().substr(gone.begin, gone.end - gone.begin), ""});
  here.document = std::move(*removed);
  drafts.push_back(std::move(there));
  drafts.push_back(std::move(here));
  return drafts;
}

}  // namespace mend
