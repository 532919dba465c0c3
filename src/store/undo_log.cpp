// SPDX-License-Identifier: MIT
#include "mend/store/undo_log.hpp"

#include "mend/domain/number.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace mend {
namespace {

// `00000012.toml`; `00000012.undone.toml` once it was undone; `00000012.begun.toml` until it is known
// to have come about.
constexpr std::string_view applied_suffix = ".toml";
constexpr std::string_view undone_suffix = ".undone.toml";
constexpr std::string_view begun_suffix = ".begun.toml";
constexpr std::size_t most_changes = 200;
constexpr std::size_t least_digits = 8;
constexpr std::size_t most_digits = 18;  // so that the next number fits, too
constexpr std::uint64_t greatest_number = 999'999'999'999'999'999;

std::string digits_of(const std::string& name) {
  return name.substr(0, name.find_first_not_of("0123456789"));
}

std::string_view suffix_of(const std::string& name) {
  return std::string_view{name}.substr(digits_of(name).size());
}

bool is_undone(const std::string& name) { return suffix_of(name) == undone_suffix; }

std::uint64_t note_number(const std::string& name) {
  return parse_number<std::uint64_t>(digits_of(name)).value_or(0);
}

std::string numbered(std::uint64_t number, std::string_view suffix) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%08llu", static_cast<unsigned long long>(number));
  return digits + std::string{suffix};
}

// Oldest first.
std::vector<std::string> notes_in(const std::string& folder) {
  std::vector<std::string> names = list_folder(folder);
  std::erase_if(names, [](const std::string& name) { return !UndoLog::is_note(name); });
  std::ranges::stable_sort(names, {}, note_number);
  return names;
}

Result<ChangeNote> read_note(const std::string& path) {
  const auto file = read_file(path);
  if (file) return read_change_note(file->bytes, path);
  throw_system_error(Failure::io, "read", path, ENOENT);
}

void remove_note(const std::string& path) {
  if (!unlink_path(path)) throw_system_error(Failure::io, "remove", path);
}

// Only what has to go: the note may hold what is nowhere else.
void forget_in(const std::string& path, const std::vector<std::string>& ids) {
  const auto file = read_file(path);
  if (!file) return;
  auto note = read_change_note(file->bytes, path);
  if (!note) return remove_note(path);
  if (!take_out(note->change, ids)) return;
  if (note->change.edits.empty()) return remove_note(path);
  if (!replace_file(*file, write_change_note(*note))) throw_unsettled(path);
}

}  // namespace

bool UndoLog::is_note(const std::string& name) {
  const std::size_t digits = digits_of(name).size();
  const std::string_view suffix = suffix_of(name);
  return digits >= least_digits && digits <= most_digits &&
         (suffix == applied_suffix || suffix == undone_suffix || suffix == begun_suffix);
}

std::string UndoLog::push(const Change& change) {
  state_.claim();
  const auto names = notes_in(state_.folder());
  const std::uint64_t last = names.empty() ? 0 : note_number(names.back());
  if (last >= greatest_number) {
    throw SystemError(Failure::io, "the undo numbers are used up (last: " + path_of(names.back()) + ")");
  }
  std::string name = numbered(last + 1, begun_suffix);
  const std::string path = path_of(name);
  if (!create_file(path, write_change_note({state_.identity(), change}), Durability::synced)) {
    throw_system_error(Failure::io, "create", path, EEXIST);
  }
  try {
    sync_folder(state_.folder(), Failure::io);
  } catch (const SystemError&) {
    unlink_path(path);
    throw;
  }
  return name;
}

void UndoLog::settle(const std::string& name) const {
  const std::string settled = numbered(note_number(name), applied_suffix);
  rename_path(path_of(name), path_of(settled));
  forget_undone_before(settled);
  auto names = applied();
  for (std::size_t i = most_changes; i < names.size(); ++i) unlink_path(path_of(names[i]));
}

std::vector<std::string> UndoLog::applied() const {
  std::vector<std::string> names = notes_in(state_.folder());
  std::erase_if(names, is_undone);
  std::ranges::reverse(names);
  return names;
}

// The first to be undone was the newest of all: what was undone last has the lowest number.
std::vector<std::string> UndoLog::undone() const {
  std::vector<std::string> names = notes_in(state_.folder());
  std::erase_if(names, [](const std::string& name) { return !is_undone(name); });
  return names;
}

bool UndoLog::is_unsettled(const std::string& name) { return suffix_of(name) == begun_suffix; }

bool UndoLog::is_newer(const std::string& name, const std::string& other) {
  return note_number(name) > note_number(other);
}

Result<ChangeNote> UndoLog::read(const std::string& name) const { return read_note(path_of(name)); }

bool UndoLog::is_own(const ChangeNote& note) const {
  return !note.journal.empty() && note.journal == state_.identity();
}

void UndoLog::mark_undone(const std::string& name) const {
  const std::string path = path_of(name);
  if (!rename_path(path, path_of(digits_of(name) + std::string{undone_suffix}))) {
    throw_system_error(Failure::io, "write", path);
  }
  sync_folder(state_.folder(), Failure::io);
}

void UndoLog::mark_redone(const std::string& name) const {
  const std::string path = path_of(name);
  if (!rename_path(path, path_of(digits_of(name) + std::string{applied_suffix}))) {
    throw_system_error(Failure::io, "write", path);
  }
  sync_folder(state_.folder(), Failure::io);
}

void UndoLog::forget_undone_before(const std::string& name) const {
  for (const std::string& each : undone()) {
    if (is_newer(name, each)) unlink_path(path_of(each));
  }
}

std::vector<std::string> UndoLog::folders() const {
  auto folders = state_.folders_set_aside();
  std::ranges::reverse(folders);
  folders.insert(folders.begin(), state_.folder());
  return folders;
}

std::vector<Attributes> UndoLog::entries() const {
  std::vector<Attributes> all;
  for (const std::string& folder : folders()) {
    auto names = notes_in(folder);
    std::ranges::reverse(names);
    for (const std::string& name : names) {
      const std::string path = folder + "/" + name;
      const auto file = read_file(path);
      const auto note = file ? read_change_note(file->bytes, path) : Result<ChangeNote>{Diagnostic{}};
      if (!note) continue;
      auto entries = entries_of(note->change);
      std::ranges::move(entries, std::back_inserter(all));
    }
  }
  return all;
}

void UndoLog::forget(const std::vector<std::string>& ids) const {
  for (const std::string& folder : folders()) {
    if (!is_folder(folder)) continue;
    for (const std::string& name : notes_in(folder)) forget_in(folder + "/" + name, ids);
    sync_folder(folder, Failure::io);
  }
}

UndoNote::UndoNote(UndoLog& log, const Change& change, std::vector<Diagnostic>& warnings)
    : log_(log) {
  try {
    name_ = log.push(change);
  } catch (const SystemError& error) {
    Diagnostic warning;
    warning.what = std::string{"undo will not know of this: "} + error.what();
    warnings.push_back(std::move(warning));
  }
}

UndoNote::~UndoNote() {
  if (name_.empty()) return;
  if (!is_kept_) {
    unlink_path(log_.path_of(name_));
    return;
  }
  try {
    log_.settle(name_);
  } catch (const std::exception&) {
    // The note counts all the same; those it makes needless go with the next one.
  }
}

}  // namespace mend
