// SPDX-License-Identifier: MIT
#include "mend/store/journal_writer.hpp"

#include "mend/store/action_tables.hpp"
#include "mend/store/splice.hpp"
#include "mend/system/errors.hpp"
#include "mend/text/utf8.hpp"
#include "refusals.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::string_view next_hint = "It is skipped now; run the command again to go on from there.";
constexpr std::string_view dry_next_hint = "It would be skipped, and the next run would go on from there.";

Diagnostic damaged_note(const std::string& file) {
  return refused("this undo record is damaged, so it was skipped", file,
                 "It may hold words that are nowhere else; remove it when you do not need them.");
}

Diagnostic strange_note(const std::string& file) {
  return refused(
      "this undo record does not say which journal it belongs to, so it was skipped",
      file, "It may hold words that are nowhere else; remove it when you do not need them.");
}

Diagnostic interrupted_note(const Change& change, const std::string& file) {
  return refused("'" + change.command + "' was interrupted before it changed anything, so its undo "
                                        "record was skipped", file);
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
  return std::ranges::any_of(content.entries, [&](const Entry& entry) {
    return !entry.id.empty() && std::ranges::find(ids, entry.id) != ids.end();
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

// What went and came again on the way is neither gone nor here.
void cancel_out(Replayed& replayed) {
  std::erase_if(replayed.gone, [&](const Attributes& gone) {
    const auto back = std::ranges::find(replayed.here, gone);
    if (back == replayed.here.end()) return false;
    replayed.here.erase(back);
    return true;
  });
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
  const std::size_t first = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  if (offset > size || (offset > first && bytes[offset - 1] != '\n')) return size;
  const bool is_inside = std::ranges::any_of(document.pieces(), [&](const Piece& piece) {
    return piece.begin < offset && offset < piece.content_end;
  });
  return is_inside ? size : offset;
}

// What becomes of a whole change of which one edit has no place.
enum class Without { stop, pass_over, pass_over_and_tell };

// Where an edit has its place now. Without one it has been made already, or it cannot be made.
struct Found {
  std::optional<ByteRange> range;
  Without without = Without::stop;
  Diagnostic why_not = {};
};

constexpr std::string_view already_there = "what the change would bring is already there";

Found find_settings(const Edit& edit, const MonthDocument& document, const std::string& path) {
  const std::string& bytes = document.bytes();
  if (bytes == edit.removed) return {ByteRange{0, bytes.size()}};
  if (bytes == edit.inserted) {
    return {{}, Without::pass_over, refused(std::string{already_there}, path, next_hint)};
  }
  return {{}, Without::pass_over_and_tell,
          refused("the settings were changed since, so they stay as they are", path)};
}

Found find_place(const Edit& edit, const MonthDocument& document, const std::string& path) {
  const std::string& bytes = document.bytes();
  const bool is_there = edit.removed.empty() ? is_any_in(document, edit.inserted)
                                             : bytes.find(edit.removed) == std::string::npos &&
                                                   !edit.inserted.empty() &&
                                                   bytes.find(edit.inserted) != std::string::npos;
  if (is_there) {
    return {{}, Without::pass_over, refused(std::string{already_there}, path, next_hint)};
  }
  if (edit.removed.empty()) {
    const std::size_t at = gap_at(document, edit.offset);
    return {ByteRange{at, at}};
  }
  if (const auto at = find_removed(bytes, edit)) {
    return {ByteRange{*at, *at + edit.removed.size()}};
  }
  if (is_any_in(document, edit.removed)) {
    return {{}, Without::stop,
            edit.file == actions_file
                ? refused("the action was changed since; nothing was done", path)
                : refused("the entry was changed since; nothing was done", path,
                          "Use 'mend rm' or 'mend edit' if it should go or change all the same.")};
  }
  return {{}, Without::pass_over,
          refused("what the change would replace is no longer there", path, next_hint)};
}

Result<MonthDocument> replayed_into(const MonthDocument& document, ByteRange range,
                                    const Edit& edit, const std::string& path) {
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
    const bool has_settings = is_of_settings(edit);
    Found found = has_settings ? find_settings(edit, draft.document, path)
                               : find_place(edit, draft.document, path);
    if (!found.range) {
      if (found.without == Without::stop) return std::move(found.why_not);
      if (found.without == Without::pass_over_and_tell) replayed.warnings.push_back(found.why_not);
      already_so = std::move(found.why_not);
      continue;
    }
    auto after = has_settings ? MonthDocument{edit.inserted, path}
                              : replayed_into(draft.document, *found.range, edit, path);
    if (!after) return after.error();
    replayed.has_settings = replayed.has_settings || has_settings;
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
  cancel_out(replayed);
  std::erase_if(drafts, [](const Draft& draft) { return !draft.is_changed; });
  if (!drafts.empty()) return drafts;
  replayed.was_already_so = true;
  return already_so;
}

// A note of an unknown journal counts only where something of the change is there to be seen.
bool JournalWriter::is_vouched_for(const Change& change) const {
  return std::ranges::any_of(change.edits, [&](const Edit& edit) {
    if (edit.removed.empty()) return false;
    const auto file = read_file(path_of(edit.file));
    return file && find_removed(file->bytes, edit);
  });
}

// The names of the notes that were one change, the first of `names` among them; `change` gets all
// their edits, in the order of the files.
std::vector<std::string> JournalWriter::join(Change& change, std::span<const std::string> names,
                                             Way way) const {
  std::vector<std::string> joined{names.front()};
  Change last = change;
  for (const std::string& name : names.subspan(1)) {
    auto note = UndoLog::is_unsettled(name) ? Result<ChangeNote>{Diagnostic{}} : undo_log_.read(name);
    if (!note || !undo_log_.is_own(*note)) break;
    if (way == Way::back ? !goes_on(last, note->change) : !goes_on(note->change, last)) break;
    const auto& more = note->change.edits;
    change.edits.insert(way == Way::back ? change.edits.begin() : change.edits.end(), more.begin(),
                        more.end());
    joined.push_back(name);
    last = std::move(note->change);
  }
  return joined;
}

Result<Replayed> JournalWriter::replay(const Change& change, const std::vector<std::string>& names,
                                       Run run, Way way, bool& was_already_so) {
  const auto mark = [&] {
    for (const std::string& name : names) {
      way == Way::back ? undo_log_.mark_undone(name) : undo_log_.mark_redone(name);
    }
  };
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    Replayed replayed{change.command, {}, {}};
    auto drafts = draft_replay(change.edits, replayed);
    if (!drafts) {
      Diagnostic refusal = drafts.error();
      was_already_so = replayed.was_already_so;
      if (was_already_so && run == Run::dry) refusal.hint = dry_next_hint;
      if (was_already_so && run == Run::for_real) mark();
      return refusal;
    }
    if (run == Run::dry) return replayed;
    if (!commit(std::move(*drafts), change.edits, replayed.warnings, nullptr)) continue;
    try {
      if (way == Way::back) undo_log_.forget_undone_before(names.front());
      mark();
    } catch (const SystemError& error) {
      replayed.warnings.push_back(refused(
          std::string{"it was done, but could not be noted: "} + error.what(), "", next_hint));
    }
    return replayed;
  }
  throw_unsettled(folder_);
}

Result<Replayed> JournalWriter::replay_first(const std::vector<std::string>& names, Run run, Way way) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& name = names[i];
    const std::string path = undo_log_.path_of(name);
    auto note = undo_log_.read(name);
    if (!note) {
      passed_over_.push_back(damaged_note(path));
      continue;
    }
    Change& change = note->change;
    std::vector<std::string> joined{name};
    if (undo_log_.is_own(*note)) joined = join(change, std::span{names}.subspan(i), way);
    if (way == Way::back) change.edits = reversed(change.edits);
    if (!undo_log_.is_own(*note) && !is_vouched_for(change)) {
      passed_over_.push_back(strange_note(path));
      continue;
    }
    bool was_already_so = false;
    auto replayed = replay(change, joined, run, way, was_already_so);
    if (!was_already_so || !UndoLog::is_unsettled(name)) return replayed;
    passed_over_.push_back(interrupted_note(change, path));
  }
  const std::string_view what = way == Way::back ? "undo" : "redo";
  return refused("there is nothing " + std::string{passed_over_.empty() ? "" : "else "} + "to " +
                     std::string{what}, "");
}

Result<Replayed> JournalWriter::undo(Run run) {
  passed_over_.clear();
  return replay_first(undo_log_.applied(), run, Way::back);
}

// What undo would pass over did not come about, as far as redo is concerned.
bool JournalWriter::came_about(const std::string& name) {
  auto note = undo_log_.read(name);
  if (!note) return false;
  note->change.edits = reversed(note->change.edits);
  if (!undo_log_.is_own(*note) && !is_vouched_for(note->change)) return false;
  if (!UndoLog::is_unsettled(name)) return true;
  Replayed replayed;
  return draft_replay(note->change.edits, replayed) || !replayed.was_already_so;
}

// A new change ends what can be redone; the note of one that never came about does not.
std::vector<std::string> JournalWriter::redoable() {
  auto names = undo_log_.undone();
  for (const std::string& newer : undo_log_.applied()) {
    if (came_about(newer)) {
      std::erase_if(names, [&](const std::string& name) { return UndoLog::is_newer(newer, name); });
      break;
    }
  }
  return names;
}

Result<Replayed> JournalWriter::redo(Run run) {
  passed_over_.clear();
  return replay_first(redoable(), run, Way::forth);
}

}  // namespace mend
