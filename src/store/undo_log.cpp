// SPDX-License-Identifier: MIT
#include "mend/store/undo_log.hpp"

#include "mend/domain/attributes.hpp"
#include "mend/store/attributes_file.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/store/splice.hpp"
#include "mend/store/traces.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <algorithm>
#include <cstdio>

namespace mend {
namespace {

constexpr std::string_view suffix = ".toml";
constexpr std::string_view undone_suffix = ".undone.toml";
constexpr std::size_t most_changes = 200;
constexpr std::size_t number_width = 8;

bool is_change(const std::string& name) {
  return name.size() > number_width && name.ends_with(suffix) &&
         name.find_first_not_of("0123456789") == number_width;
}

bool is_undone(const std::string& name) { return name.ends_with(undone_suffix); }

std::string numbered(unsigned long number) {
  char name[32];
  std::snprintf(name, sizeof name, "%08lu", number);
  return std::string{name} + std::string{suffix};
}

std::string write_change(const Change& change) {
  std::string out = "format = 1\ncommand = " + quoted(change.command) + "\n";
  for (const Edit& edit : change.edits) {
    out += "\n[[edit]]\nfile = " + quoted(edit.file) + "\noffset = " + std::to_string(edit.offset) +
           "\nremoved = " + quoted(edit.removed) + "\ninserted = " + quoted(edit.inserted) + "\n";
  }
  return out;
}

std::optional<Change> to_change(const Attributes& root) {
  Change change;
  change.command = text_of(root, "command");
  const Value* const edits = find_value(root, "edit");
  const auto* const tables = edits == nullptr ? nullptr : std::get_if<Values>(&edits->content);
  if (tables == nullptr) return std::nullopt;
  for (const Value& table : *tables) {
    const auto* const edit = std::get_if<Attributes>(&table.content);
    if (edit == nullptr) return std::nullopt;
    const Value* const offset = find_value(*edit, "offset");
    const auto* const number =
        offset == nullptr ? nullptr : std::get_if<std::int64_t>(&offset->content);
    if (number == nullptr || *number < 0) return std::nullopt;
    change.edits.push_back({std::string{text_of(*edit, "file")},
                            static_cast<std::size_t>(*number),
                            std::string{text_of(*edit, "removed")},
                            std::string{text_of(*edit, "inserted")}});
  }
  return change;
}

bool concerns_any(const Change& change, const std::vector<std::string>& ids) {
  return std::ranges::any_of(change.edits, [&](const Edit& edit) {
    return holds_any(entries_in(edit.removed), ids) || holds_any(entries_in(edit.inserted), ids);
  });
}

}  // namespace

std::optional<Finding> check_undo_note(std::string_view bytes, const std::string& file) {
  const auto root = read_attributes(bytes, file);
  if (root && to_change(*root)) return std::nullopt;
  return damaged_at(file, root ? 1 : root.error().line, root ? 1 : root.error().column,
                    "this note of a change cannot be understood, so undo and redo stop at it",
                    "No record depends on it. Once it is removed, they go on with the next.");
}

std::vector<std::string> UndoLog::changes(State state) const {
  std::vector<std::string> names = list_folder(folder_);
  std::erase_if(names, [state](const std::string& name) {
    return !is_change(name) || is_undone(name) != (state == State::undone);
  });
  return names;
}

std::string UndoLog::push(const Change& change) const {
  make_folders(folder_);
  unsigned long last = 0;
  std::vector<std::string> applied;
  for (const std::string& name : list_folder(folder_)) {
    if (!is_change(name)) continue;
    last = std::max(last, std::stoul(name.substr(0, number_width)));
    if (is_undone(name)) {
      unlink_path(folder_ + "/" + name);
    } else {
      applied.push_back(name);
    }
  }
  for (std::size_t i = 0; i + most_changes <= applied.size(); ++i) {
    unlink_path(folder_ + "/" + applied[i]);
  }
  const std::string path = folder_ + "/" + numbered(last + 1);
  if (!create_file(path, write_change(change), Durability::fast)) {
    throw_system_error(Failure::io, "create", path, EEXIST);
  }
  return path;
}

std::optional<Change> UndoLog::read(const std::string& name, std::string& unreadable) const {
  const std::string path = folder_ + "/" + name;
  const auto file = read_file(path);
  const auto root = file ? read_attributes(file->bytes, path) : Result<Attributes>{Diagnostic{}};
  auto change = root ? to_change(*root) : std::nullopt;
  if (!change) unreadable = path;
  return change;
}

std::optional<Change> UndoLog::newest(std::string& unreadable) const {
  const auto names = changes(State::applied);
  return names.empty() ? std::nullopt : read(names.back(), unreadable);
}

// The first to be undone was the newest of all: what was undone last has the lowest number.
std::optional<Change> UndoLog::newest_undone(std::string& unreadable) const {
  const auto names = changes(State::undone);
  return names.empty() ? std::nullopt : read(names.front(), unreadable);
}

void UndoLog::rename(const std::string& name, const std::string& new_name) const {
  const std::string path = folder_ + "/" + name;
  if (!rename_path(path, folder_ + "/" + new_name)) {
    throw_system_error(Failure::io, "write", path);
  }
}

void UndoLog::mark_newest_undone() {
  const auto names = changes(State::applied);
  if (names.empty()) return;
  rename(names.back(), names.back().substr(0, number_width) + std::string{undone_suffix});
}

void UndoLog::mark_redone() {
  const auto names = changes(State::undone);
  if (names.empty()) return;
  rename(names.front(), names.front().substr(0, number_width) + std::string{suffix});
}

void UndoLog::forget(const std::vector<std::string>& ids) const {
  for (const std::string& name : list_folder(folder_)) {
    std::string unreadable;
    const auto change = read(name, unreadable);
    if (change && !concerns_any(*change, ids)) continue;
    const std::string path = folder_ + "/" + name;
    if (!unlink_path(path)) throw_system_error(Failure::io, "remove", path);
  }
}

UndoNote::UndoNote(const UndoLog& log, const Change& change, std::vector<Diagnostic>& warnings) {
  try {
    path_ = log.push(change);
  } catch (const SystemError& error) {
    Diagnostic warning;
    warning.what = std::string{"undo will not know of this: "} + error.what();
    warnings.push_back(std::move(warning));
  }
}

UndoNote::~UndoNote() {
  if (!is_kept_ && !path_.empty()) unlink_path(path_);
}

}  // namespace mend
