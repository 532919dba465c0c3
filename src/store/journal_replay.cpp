// SPDX-License-Identifier: MIT
#include "mend/store/journal_writer.hpp"

#include "mend/store/action_tables.hpp"
#include "mend/store/splice.hpp"
#include "mend/system/errors.hpp"
#include "refusals.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::string_view next_hint = "It is passed over now; once more goes on from there.";
constexpr const char* settings_stay = "the settings were changed since, so they stay as they are";
constexpr std::string_view dry_next_hint = "It would be passed over, and once more go on from there.";

Diagnostic refused_note(const std::string& file) {
  return refused("the note of the change cannot be understood; nothing was done", file,
                 "Remove that file to go on with the change before it.");
}

bool is_any_action_in(const MonthDocument& document, std::string_view text) {
  const auto there = actions_in(document.bytes());
  return std::ranges::any_of(actions_in(text), [&](const OwnAction& action) {
    return std::ranges::any_of(there, [&](const OwnAction& other) {
      return other.step == action.step && other.key == action.key;
    });
  });
}

// Is one of the text's entries there by its id, or one of its actions by its key?
bool is_any_in(const MonthDocument& document, std::string_view text) {
  const auto entries = entries_in(text);
  if (entries.empty()) return is_any_action_in(document, text);
  std::vector<std::string> ids;
  for (const Attributes& entry : entries) ids.emplace_back(text_of(entry, "id"));
  const auto content = document.content(no_words);
  return std::ranges::any_of(content.facts, [&](const Facts& facts) {
    return !facts.id.empty() && std::ranges::find(ids, facts.id) != ids.end();
  });
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
  const std::string& bytes = document.bytes();
  const std::size_t size = bytes.size();
  const std::size_t first = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (offset > size || (offset > first && bytes[offset - 1] != '\n')) return size;
  const bool is_inside = std::ranges::any_of(document.pieces(), [&](const Piece& piece) {
    return piece.begin < offset && offset < piece.content_end;
  });
  return is_inside ? size : offset;
}

// Where an edit has its place now. Without one it has been made already, or it cannot be made.
struct Found {
  std::optional<ByteRange> range;
  bool is_already_so = false;
  Diagnostic why_not;
};

Found find_settings(const Edit& edit, const MonthDocument& document, const std::string& path) {
  const std::string& bytes = document.bytes();
  if (bytes == edit.removed) return {ByteRange{0, bytes.size()}, false, {}};
  return {{}, true, refused(bytes == edit.inserted ? "what the change would bring is already there"
                                                   : settings_stay, path, next_hint)};
}

Found find_place(const Edit& edit, const MonthDocument& document, const std::string& path) {
  if (is_of_settings(edit)) return find_settings(edit, document, path);
  const std::string& bytes = document.bytes();
  const bool is_there = edit.removed.empty() ? is_any_in(document, edit.inserted)
                                             : bytes.find(edit.removed) == std::string::npos &&
                                                   !edit.inserted.empty() &&
                                                   bytes.find(edit.inserted) != std::string::npos;
  if (is_there) {
    return {{}, true, refused("what the change would bring is already there", path, next_hint)};
  }
  if (edit.removed.empty()) {
    const std::size_t at = gap_at(document, edit.offset);
    return {ByteRange{at, at}, false, {}};
  }
  if (const auto at = find_removed(bytes, edit)) {
    return {ByteRange{*at, *at + edit.removed.size()}, false, {}};
  }
  if (is_any_in(document, edit.removed)) {
    return {{}, false,
            edit.file == actions_file
                ? refused("the action was changed since; nothing was done", path)
                : refused("the entry was changed since; nothing was done", path,
                          "Use 'mend rm' or 'mend edit' if it should go or change all the same.")};
  }
  return {{}, true, refused("what the change would replace is no longer there", path, next_hint)};
}

Result<MonthDocument> replayed_into(const MonthDocument& document, ByteRange range,
                                    const Edit& edit, const std::string& path) {
  if (is_of_settings(edit)) return MonthDocument{edit.inserted, path};
  return edit.file == actions_file ? spliced_actions(document, range, edit.inserted, path)
                                   : spliced(document, range, edit.inserted, path);
}

}  // namespace

// A crash may have left the change half made, so each edit is looked at alone.
Result<std::vector<JournalWriter::Draft>> JournalWriter::draft_replay(
    const std::vector<Edit>& edits, Replayed& replayed) {
  std::vector<Draft> drafts;
  Diagnostic already_so;
  for (const Edit& edit : edits) {
    const std::string path = path_of(edit.file);
    Draft& draft = find_or_open(drafts, edit.file);
    if (!draft.document.is_changeable()) return refused_damaged(draft.document);
    Found found = find_place(edit, draft.document, path);
    if (!found.range) {
      if (!found.is_already_so) return std::move(found.why_not);
      already_so = std::move(found.why_not);
      if (already_so.what == settings_stay) replayed.warnings.push_back(refused(settings_stay, path));
      continue;
    }
    auto after = replayed_into(draft.document, *found.range, edit, path);
    if (!after) return after.error();
    if (is_of_settings(edit)) replayed.has_settings = true;
    draft.document = std::move(*after);
    draft.is_changed = true;
    const auto gone = entries_in(edit.removed);
    const auto here = entries_in(edit.inserted);
    replayed.gone.insert(replayed.gone.begin(), gone.begin(), gone.end());
    replayed.here.insert(replayed.here.begin(), here.begin(), here.end());
    if (edit.file == actions_file) {
      const auto gone_actions = actions_in(edit.removed);
      const auto here_actions = actions_in(edit.inserted);
      replayed.gone_actions.insert(replayed.gone_actions.begin(), gone_actions.begin(),
                                   gone_actions.end());
      replayed.here_actions.insert(replayed.here_actions.begin(), here_actions.begin(),
                                   here_actions.end());
    }
  }
  std::erase_if(drafts, [](const Draft& draft) { return !draft.is_changed; });
  if (!drafts.empty()) return drafts;
  replayed.was_already_so = true;
  return already_so;
}

Result<Replayed> JournalWriter::replay(const Change& change, Run run, void (UndoLog::*mark)()) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    Replayed replayed{change.command, {}, {}};
    auto drafts = draft_replay(change.edits, replayed);
    if (!drafts) {
      Diagnostic refusal = drafts.error();
      if (replayed.was_already_so && run == Run::dry) refusal.hint = dry_next_hint;
      if (replayed.was_already_so && run == Run::for_real) (undo_log_.*mark)();
      return refusal;
    }
    if (run == Run::dry) return replayed;
    if (!commit(std::move(*drafts), change.edits, replayed.warnings, nullptr)) continue;
    try {
      (undo_log_.*mark)();
    } catch (const SystemError& error) {
      replayed.warnings.push_back(refused(
          std::string{"it was done, but could not be noted: "} + error.what(), "", next_hint));
    }
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
