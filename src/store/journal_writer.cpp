// SPDX-License-Identifier: MIT
#include "mend/store/journal_writer.hpp"

#include "mend/store/paths.hpp"
#include "mend/store/splice.hpp"
#include "mend/system/errors.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::string_view next_hint = "Another 'mend undo' takes back the change before it.";

Diagnostic refused(std::string what, const std::string& file, std::string_view hint = {}) {
  Diagnostic diagnostic;
  diagnostic.what = std::move(what);
  diagnostic.file = file;
  diagnostic.hint = hint;
  return diagnostic;
}

std::string where(const Diagnostic& damage) {
  return damage.file + ":" + std::to_string(damage.line) + ":" + std::to_string(damage.column) +
         ": " + damage.what;
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

// Where the edit's insertion stands now; at its offset, or wherever else it is the only one.
std::optional<std::size_t> find_insertion(std::string_view bytes, const Edit& edit) {
  if (edit.offset <= bytes.size() && bytes.substr(edit.offset).starts_with(edit.inserted)) {
    return edit.offset;
  }
  const auto first = bytes.find(edit.inserted);
  if (first == std::string_view::npos) return std::nullopt;
  if (bytes.find(edit.inserted, first + 1) != std::string_view::npos) return std::nullopt;
  return first;
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

JournalWriter::JournalWriter(std::string folder, std::string undo_folder,
                             std::chrono::seconds patience)
    : folder_((make_folders(folder), std::move(folder))),
      lock_(folder_, patience),
      undo_log_(std::move(undo_folder)) {}

// A month that has no file yet begins with its preamble, and one that has only that is removed.
JournalWriter::Draft JournalWriter::open_draft(const std::string& name) const {
  const std::string path = path_of(name);
  remove_leftovers(path);
  auto read = read_file(path);
  const auto file_name = parse_month_file_name(name);
  std::string bytes = read ? read->bytes : file_name ? month_preamble(file_name->month) : "";
  return {name, std::move(read), MonthDocument{std::move(bytes), path}};
}

bool JournalWriter::write(const Draft& draft, std::vector<std::string>& warnings) {
  const std::string& bytes = draft.document.bytes();
  if (!draft.read) return create_file(path_of(draft.name), bytes);
  const auto file_name = parse_month_file_name(draft.name);
  if (file_name && bytes == month_preamble(file_name->month)) return remove_file(*draft.read);
  if (!replace_file(*draft.read, bytes)) return false;
  if (draft.read->is_hard_linked) {
    warnings.push_back(path_of(draft.name) +
                       " had several names (hard links); the others keep the old text");
  }
  return true;
}

bool JournalWriter::note(const Change& change, std::vector<std::string>& warnings) {
  try {
    undo_log_.push(change);
    return true;
  } catch (const SystemError& error) {
    warnings.push_back(std::string{"undo will not know of this: "} + error.what());
    return false;
  }
}

bool JournalWriter::commit(const std::vector<Draft>& drafts, std::vector<std::string>& warnings) {
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
                       where(draft.document.content(no_words).damage.front()));
  }
  const std::size_t size = draft.document.bytes().size();
  const std::string insertion = appendix(draft.document.bytes(), entries);
  if (entries_in(insertion) != entries) {
    throw SystemError(Failure::io, "the entry would not be read back as it was given");
  }
  auto after = spliced(draft.document, {size, size}, insertion, path_of(draft.name));
  if (!after) {
    return add_pending(command, month, entries, draft.name + ": " + after.error().what);
  }
  draft.document = std::move(*after);
  Saved saved{draft.name, draft.document.content(no_words), {}};
  const bool is_noted = note({command, {{draft.name, size, "", insertion}}}, saved.warnings);
  try {
    if (write(draft, saved.warnings)) return saved;
  } catch (...) {
    if (is_noted) undo_log_.drop_newest();
    throw;
  }
  if (is_noted) undo_log_.drop_newest();
  return std::nullopt;
}

Saved JournalWriter::add_pending(const std::string& command, Month month,
                                 const std::vector<Attributes>& entries,
                                 const std::string& reason) {
  const std::string name = pending_file_name(month, id_of(entries.front()));
  const std::string preamble = month_preamble(month);
  const std::string insertion = appendix(preamble, entries);
  Saved saved{name, MonthDocument{preamble + insertion, path_of(name)}.content(no_words), {}};
  note({command, {{name, preamble.size(), "", insertion}}}, saved.warnings);
  if (!create_file(path_of(name), preamble + insertion)) {
    throw_system_error(Failure::io, "create", path_of(name), EEXIST);
  }
  saved.warnings.push_back(reason);
  saved.warnings.push_back(month_file_name(month) +
                           " was left as it is; the entry was saved beside it, in " + name);
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
      return draft->document.content(no_words).damage.front();
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

Result<std::vector<std::string>> JournalWriter::remove(const std::string& command,
                                                       const std::vector<SeenEntry>& entries) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    Change change{command, {}};
    const auto drafts = draft_removal(entries, change);
    if (!drafts) return drafts.error();
    std::vector<std::string> warnings;
    const bool is_noted = note(change, warnings);
    try {
      if (commit(*drafts, warnings)) return warnings;
    } catch (...) {
      if (is_noted) undo_log_.drop_newest();
      throw;
    }
    if (is_noted) undo_log_.drop_newest();
  }
  throw_unsettled(folder_);
}

Result<std::vector<JournalWriter::Draft>> JournalWriter::draft_undo(const Change& change,
                                                                    Undone& undone) {
  std::vector<Draft> drafts;
  for (auto edit = change.edits.rbegin(); edit != change.edits.rend(); ++edit) {
    auto draft = std::ranges::find(drafts, edit->file, &Draft::name);
    if (draft == drafts.end()) {
      drafts.push_back(open_draft(edit->file));
      draft = std::prev(drafts.end());
    }
    const std::string path = path_of(edit->file);
    const auto removed = entries_in(edit->removed);
    const auto inserted = entries_in(edit->inserted);
    ByteRange range;
    if (edit->inserted.empty()) {
      if (holds_any(draft->document, removed)) {
        undone.was_already_so = true;
        return refused("what was taken out is already back", path, next_hint);
      }
      range.begin = range.end = gap_at(draft->document, edit->offset);
    } else {
      const auto at = find_insertion(draft->document.bytes(), *edit);
      if (!at) {
        if (holds_any(draft->document, inserted)) {
          return refused("the entry was changed since; nothing was undone", path,
                         "Use 'mend rm' if it should go all the same.");
        }
        undone.was_already_so = true;
        return refused("what the last change wrote is no longer there", path, next_hint);
      }
      range = {*at, *at + edit->inserted.size()};
    }
    auto after = spliced(draft->document, range, edit->removed, path);
    if (!after) return after.error();
    draft->document = std::move(*after);
    undone.taken_back.insert(undone.taken_back.begin(), inserted.begin(), inserted.end());
    undone.put_back.insert(undone.put_back.begin(), removed.begin(), removed.end());
  }
  return drafts;
}

Result<Undone> JournalWriter::undo(Run run) {
  std::string unreadable;
  const auto change = undo_log_.newest(unreadable);
  if (!unreadable.empty()) {
    return refused("the note of the last change cannot be understood; nothing was undone",
                   unreadable, "Remove that file to go on with the change before it.");
  }
  if (!change) return refused("there is nothing to undo", "");
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    Undone undone{change->command, {}, {}};
    const auto drafts = draft_undo(*change, undone);
    if (!drafts) {
      if (undone.was_already_so && run == Run::for_real) undo_log_.mark_newest_undone();
      return drafts.error();
    }
    std::vector<std::string> warnings;
    if (run == Run::dry) return undone;
    if (!commit(*drafts, warnings)) continue;
    undo_log_.mark_newest_undone();
    return undone;
  }
  throw_unsettled(folder_);
}

}  // namespace mend
