// SPDX-License-Identifier: MIT
#include "mend/store/journal_writer.hpp"

#include "mend/store/paths.hpp"
#include "mend/store/splice.hpp"
#include "mend/system/errors.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::string_view next_hint = "It is passed over now; once more goes on from there.";

Diagnostic refused(std::string what, const std::string& file, std::string_view hint = {}) {
  Diagnostic diagnostic;
  diagnostic.what = std::move(what);
  diagnostic.file = file;
  diagnostic.hint = hint;
  return diagnostic;
}

Diagnostic refused_note(const std::string& file) {
  return refused("the note of the change cannot be understood; nothing was done", file,
                 "Remove that file to go on with the change before it.");
}

Diagnostic refused_damaged(const MonthDocument& document) {
  Diagnostic damage = document.content(no_words).damage.front();
  damage.hint = "A damaged file is left as it is, so nothing was changed. Mend that place by hand first.";
  return damage;
}

std::string_view id_of(const Attributes& entry) { return text_of(entry, "id"); }

bool holds_any(const MonthDocument& document, const std::vector<Attributes>& entries) {
  const auto content = document.content(no_words);
  return std::ranges::any_of(content.facts, [&](const Facts& facts) {
    return !facts.id.empty() && std::ranges::any_of(entries, [&](const Attributes& entry) {
      return id_of(entry) == facts.id;
    });
  });
}

// The entry that is as it was seen: at its index, or anywhere else if it moved.
std::optional<std::size_t> find_seen(const MonthDocument& document, const SeenEntry& seen) {
  const auto content = document.content(all_words);
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < content.facts.size(); ++i) {
    if (content.attributes[i] != seen.attributes) continue;
    const std::size_t index = content.facts[i].place.index;
    if (index == seen.index) return index;
    if (!found) found = index;
  }
  return found;
}

// Where what the edit replaces stands now: at its offset, or wherever else it is the only one.
std::optional<std::size_t> find_removed(std::string_view bytes, const Edit& edit) {
  if (edit.offset <= bytes.size() && bytes.substr(edit.offset).starts_with(edit.removed)) {
    return edit.offset;
  }
  const auto first = bytes.find(edit.removed);
  if (first == std::string_view::npos) return std::nullopt;
  if (bytes.find(edit.removed, first + 1) != std::string_view::npos) return std::nullopt;
  return first;
}

// The edits that lead back to what was there before.
std::vector<Edit> reversed(const std::vector<Edit>& edits) {
  std::vector<Edit> back;
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    back.push_back({edit->file, edit->offset, edit->inserted, edit->removed});
  }
  return back;
}

// Where text that was removed can go back: its old offset if that is between entries, else the end.
std::size_t gap_at(const MonthDocument& document, std::size_t offset) {
  const std::size_t size = document.bytes().size();
  if (offset > size) return size;
  const bool is_inside = std::ranges::any_of(document.pieces(), [&](const Piece& piece) {
    return piece.begin < offset && offset < piece.content_end;
  });
  return is_inside ? size : offset;
}

}  // namespace

JournalWriter::JournalWriter(std::string folder, const std::string& undo_folder,
                             std::chrono::seconds patience)
    : folder_((make_folders(folder), std::move(folder))),
      lock_(folder_, patience),
      undo_log_(undo_folder) {
  remove_leftovers_in(folder_);
  try {
    remove_leftovers_in(undo_folder);
  } catch (const SystemError&) {
    // Noting the change will say what is wrong there.
  }
}

// A month that has no file yet begins with its preamble, and one that has only that is removed,
// unless somebody gave it a mode or a place of their own.
JournalWriter::Draft JournalWriter::open_draft(const std::string& name) const {
  const std::string path = path_of(name);
  remove_leftovers(path);
  auto read = read_file(path);
  const auto file_name = parse_month_file_name(name);
  std::string bytes = read ? read->bytes : file_name ? month_preamble(file_name->month) : "";
  return {name, std::move(read), MonthDocument{std::move(bytes), path}};
}

bool JournalWriter::write(const Draft& draft, std::vector<Diagnostic>& warnings) {
  const std::string& bytes = draft.document.bytes();
  if (!draft.read) return create_file(path_of(draft.name), bytes);
  const auto file_name = parse_month_file_name(draft.name);
  const bool is_as_made = !draft.read->is_linked && draft.read->mode == 0600;
  if (file_name && is_as_made && bytes == month_preamble(file_name->month)) {
    return remove_file(*draft.read);
  }
  if (!replace_file(*draft.read, bytes)) return false;
  if (draft.read->is_hard_linked) {
    warnings.push_back(
        refused("this had several names (hard links); the others keep the old text",
                path_of(draft.name)));
  }
  return true;
}

bool JournalWriter::note(const Change& change, std::vector<Diagnostic>& warnings) {
  try {
    undo_log_.push(change);
    return true;
  } catch (const SystemError& error) {
    warnings.push_back(refused(std::string{"undo will not know of this: "} + error.what(), ""));
    return false;
  }
}

bool JournalWriter::commit(const std::vector<Draft>& drafts, std::vector<Diagnostic>& warnings) {
  return std::ranges::all_of(drafts, [&](const Draft& draft) { return write(draft, warnings); });
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
  const bool is_noted = note({command, {{draft.name, size, "", insertion}}}, saved.warnings);
  try {
    if (write(draft, saved.warnings)) return saved;
  } catch (const SystemError& error) {
    if (is_noted && error.failure() != Failure::not_durable) undo_log_.drop_newest();
    throw;
  }
  if (is_noted) undo_log_.drop_newest();
  return std::nullopt;
}

Saved JournalWriter::add_pending(const std::string& command, Month month,
                                 const std::vector<Attributes>& entries,
                                 const Diagnostic& reason) {
  const std::string name = pending_file_name(month, id_of(entries.front()));
  const std::string preamble = month_preamble(month);
  const std::string insertion = appendix(preamble, entries);
  Saved saved{name, MonthDocument{preamble + insertion, path_of(name)}.content(no_words), {}};
  note({command, {{name, preamble.size(), "", insertion}}}, saved.warnings);
  if (!create_file(path_of(name), preamble + insertion)) {
    throw_system_error(Failure::io, "create", path_of(name), EEXIST);
  }
  saved.warnings.push_back(reason);
  saved.warnings.push_back(refused(
      "it was left as it is; the entry was saved beside it, in " + name,
      path_of(month_file_name(month))));
  return saved;
}

Result<std::vector<JournalWriter::Draft>> JournalWriter::draft_removal(
    const std::vector<SeenEntry>& entries, Change& change) {
  std::vector<Draft> drafts;
  for (const SeenEntry& seen : entries) {
    auto draft = std::ranges::find(drafts, seen.file, &Draft::name);
    if (draft == drafts.end()) {
      drafts.push_back(open_draft(seen.file));
      draft = std::prev(drafts.end());
    }
    const std::string path = path_of(seen.file);
    if (!draft->document.is_changeable()) {
      return refused_damaged(draft->document);
    }
    const auto index = find_seen(draft->document, seen);
    const auto range = index ? range_of_entry(draft->document, *index) : std::nullopt;
    if (!range) return refused("the entry was changed meanwhile; nothing was removed", path);
    auto after = spliced(draft->document, *range, "", path);
    if (!after) return after.error();
    change.edits.push_back(
        {seen.file, range->begin,
         draft->document.bytes().substr(range->begin, range->end - range->begin), ""});
    draft->document = std::move(*after);
  }
  return drafts;
}

Result<std::vector<Diagnostic>> JournalWriter::commit_change(
    const std::function<Result<std::vector<Draft>>(Change&)>& make_drafts,
    const std::string& command, Noting noting) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    Change change{command, {}};
    const auto drafts = make_drafts(change);
    if (!drafts) return drafts.error();
    std::vector<Diagnostic> warnings;
    // What cannot be taken back is not done.
    if (noting == Noting::on) undo_log_.push(change);
    try {
      if (commit(*drafts, warnings)) return warnings;
    } catch (const SystemError& error) {
      const bool has_happened = error.failure() == Failure::not_durable;
      if (noting == Noting::on && !has_happened) undo_log_.drop_newest();
      throw;
    }
    if (noting == Noting::on) undo_log_.drop_newest();
  }
  throw_unsettled(folder_);
}

Result<std::vector<Diagnostic>> JournalWriter::remove(const std::string& command,
                                                       const std::vector<SeenEntry>& entries) {
  return commit_change([&](Change& change) { return draft_removal(entries, change); }, command);
}

Result<std::vector<Diagnostic>> JournalWriter::forget(const std::vector<SeenEntry>& entries) {
  auto removed = commit_change(
      [&](Change& change) { return draft_removal(entries, change); }, "rm", Noting::off);
  if (!removed) return removed;
  std::vector<std::string> ids;
  for (const SeenEntry& entry : entries) ids.emplace_back(id_of(entry.attributes));
  undo_log_.forget(ids);
  return removed;
}

Result<std::vector<Diagnostic>> JournalWriter::edit(const std::string& command,
                                                     const SeenEntry& entry,
                                                     const std::vector<KeyChange>& changes,
                                                     Month month) {
  return commit_change(
      [&](Change& change) { return draft_edit(entry, changes, month, change); }, command);
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
                   "Edit the file by hand; 'mend path' says where it lies.");
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

Result<std::vector<JournalWriter::Draft>> JournalWriter::draft_replay(
    const std::vector<Edit>& edits, Replayed& replayed) {
  std::vector<Draft> drafts;
  for (const Edit& edit : edits) {
    auto draft = std::ranges::find(drafts, edit.file, &Draft::name);
    if (draft == drafts.end()) {
      drafts.push_back(open_draft(edit.file));
      draft = std::prev(drafts.end());
    }
    const std::string path = path_of(edit.file);
    if (!draft->document.is_changeable()) return refused_damaged(draft->document);
    const auto gone = entries_in(edit.removed);
    const auto here = entries_in(edit.inserted);
    ByteRange range;
    if (edit.removed.empty()) {
      if (holds_any(draft->document, here)) {
        replayed.was_already_so = true;
        return refused("what the change would bring is already there", path, next_hint);
      }
      range.begin = range.end = gap_at(draft->document, edit.offset);
    } else {
      const auto at = find_removed(draft->document.bytes(), edit);
      if (!at && holds_any(draft->document, gone)) {
        return refused("the entry was changed since; nothing was done", path,
                       "Use 'mend rm' or 'mend edit' if it should go or change all the same.");
      }
      if (!at) {
        replayed.was_already_so = true;
        return refused("what the change would replace is no longer there", path, next_hint);
      }
      range = {*at, *at + edit.removed.size()};
    }
    auto after = spliced(draft->document, range, edit.inserted, path);
    if (!after) return after.error();
    draft->document = std::move(*after);
    replayed.gone.insert(replayed.gone.begin(), gone.begin(), gone.end());
    replayed.here.insert(replayed.here.begin(), here.begin(), here.end());
  }
  return drafts;
}

Result<Replayed> JournalWriter::replay(const Change& change, Run run, void (UndoLog::*mark)()) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    Replayed replayed{change.command, {}, {}};
    const auto drafts = draft_replay(change.edits, replayed);
    if (!drafts) {
      if (replayed.was_already_so && run == Run::for_real) (undo_log_.*mark)();
      return drafts.error();
    }
    if (run == Run::dry) return replayed;
    std::vector<Diagnostic> warnings;
    if (!commit(*drafts, warnings)) continue;
    (undo_log_.*mark)();
    return replayed;
  }
  throw_unsettled(folder_);
}

Result<Replayed> JournalWriter::undo(Run run) {
  std::string unreadable;
  auto change = undo_log_.newest(unreadable);
  if (!unreadable.empty()) return refused_note(unreadable);
  if (!change) return refused("there is nothing to undo", "");
  change->edits = reversed(change->edits);
  return replay(*change, run, &UndoLog::mark_newest_undone);
}

Result<Replayed> JournalWriter::redo(Run run) {
  std::string unreadable;
  const auto change = undo_log_.newest_undone(unreadable);
  if (!unreadable.empty()) return refused_note(unreadable);
  if (!change) return refused("there is nothing to redo", "");
  return replay(*change, run, &UndoLog::mark_redone);
}

}  // namespace mend
