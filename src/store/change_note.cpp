// SPDX-License-Identifier: MIT
#include "mend/store/change_note.hpp"

#include "mend/store/attributes_file.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/store/splice.hpp"
#include "mend/store/traces.hpp"

#include <algorithm>
#include <iterator>

namespace mend {
namespace {

const std::int64_t* find_number(const Attributes& table, std::string_view key) {
  const Value* const value = find_value(table, key);
  return value == nullptr ? nullptr : std::get_if<std::int64_t>(&value->content);
}

std::optional<Edit> to_edit(const Value& value) {
  const auto* const table = std::get_if<Attributes>(&value.content);
  if (table == nullptr) return std::nullopt;
  const std::int64_t* const offset = find_number(*table, "offset");
  if (offset == nullptr || *offset < 0) return std::nullopt;
  for (const std::string_view key : {"file", "removed", "inserted"}) {
    const Value* const text = find_value(*table, key);
    if (text == nullptr || text->text() == nullptr) return std::nullopt;
  }
  return Edit{std::string{text_of(*table, "file")}, static_cast<std::size_t>(*offset),
              std::string{text_of(*table, "removed")}, std::string{text_of(*table, "inserted")}};
}

// A note that was cut between two of its edits would be a smaller change, and a wrong one.
std::optional<ChangeNote> to_note(const Attributes& root) {
  ChangeNote note{std::string{text_of(root, "journal")}, {std::string{text_of(root, "command")}, {}, std::string{text_of(root, "continues")}}};
  const Value* const edits = find_value(root, "edit");
  const auto* const tables = edits == nullptr ? nullptr : std::get_if<Values>(&edits->content);
  if (tables == nullptr) return std::nullopt;
  for (const Value& table : *tables) {
    auto edit = to_edit(table);
    if (!edit) return std::nullopt;
    note.change.edits.push_back(*std::move(edit));
  }
  const std::int64_t* const count = find_number(root, "edits");
  if (count != nullptr && *count != static_cast<std::int64_t>(tables->size())) return std::nullopt;
  return note;
}

// The text without these entries; nothing when none of them is in it.
std::optional<std::string> without(const std::string& text, const std::vector<std::string>& ids) {
  const auto entries = entries_in(text);
  if (!holds_any(entries, ids)) return std::nullopt;
  MonthDocument document{text, ""};
  for (std::size_t i = entries.size(); i-- > 0;) {
    if (!holds_any({entries[i]}, ids)) continue;
    const auto range = range_of_entry(document, i);
    if (!range) return std::string{};
    std::string bytes = document.bytes();
    bytes.erase(range->begin, range->end - range->begin);
    document = MonthDocument{std::move(bytes), ""};
  }
  return document.bytes();
}

}  // namespace

std::string write_change_note(const ChangeNote& note) {
  const Change& change = note.change;
  std::string out = "format = 1\njournal = " + toml_string(note.journal) +
                    "\ncommand = " + toml_string(change.command) +
                    "\nedits = " + std::to_string(change.edits.size()) + "\n";
  if (!change.continues.empty()) out += "continues = " + toml_string(change.continues) + "\n";
  for (const Edit& edit : change.edits) {
    out += "\n[[edit]]\nfile = " + toml_string(edit.file) + "\noffset = " + std::to_string(edit.offset) +
           "\nremoved = " + toml_string(edit.removed) + "\ninserted = " + toml_string(edit.inserted) + "\n";
  }
  return out;
}

Result<ChangeNote> read_change_note(std::string_view bytes, const std::string& file) {
  const auto root = read_attributes(bytes, file);
  if (!root) return root.error();
  if (auto note = to_note(*root)) return *std::move(note);
  return Diagnostic{"this undo record is incomplete", file, 1, 1, {}};
}

std::optional<Finding> check_undo_note(std::string_view bytes, const std::string& file) {
  const auto note = read_change_note(bytes, file);
  if (note) return std::nullopt;
  return damaged_at(file, std::max(note.error().line, 1), std::max(note.error().column, 1),
                    "this undo record is damaged, so undo and redo skip it",
                    "No record depends on it, but it may hold words that are nowhere else.");
}

std::vector<Attributes> entries_of(const Change& change) {
  std::vector<Attributes> all;
  for (const Edit& edit : change.edits) {
    for (const std::string* const text : {&edit.removed, &edit.inserted}) {
      auto entries = entries_in(*text);
      std::ranges::move(entries, std::back_inserter(all));
    }
  }
  return all;
}

bool goes_on(const Change& later, const Change& earlier) {
  if (later.continues.empty()) return false;
  return earlier.continues == later.continues || holds_any(entries_of(earlier), {later.continues});
}

bool take_out(Change& change, const std::vector<std::string>& ids) {
  bool is_changed = false;
  for (Edit& edit : change.edits) {
    for (std::string* const text : {&edit.removed, &edit.inserted}) {
      auto rest = without(*text, ids);
      if (!rest) continue;
      *text = *std::move(rest);
      is_changed = true;
    }
  }
  std::erase_if(change.edits,
                [](const Edit& edit) { return edit.removed.empty() && edit.inserted.empty(); });
  return is_changed;
}

}  // namespace mend
