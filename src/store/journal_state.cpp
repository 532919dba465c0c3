// SPDX-License-Identifier: MIT
#include "mend/store/journal_state.hpp"

#include "mend/domain/attributes.hpp"
#include "mend/store/attributes_file.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/system/entry_id.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/text/stable_hash.hpp"

#include <cstdio>
#include <filesystem>

namespace mend {
namespace {

constexpr std::string_view owner_file = "journal.toml";
constexpr std::string_view aside_prefix = "set-aside-";

using Owner = JournalState::Owner;

// Nothing when nobody has claimed it.
std::optional<Owner> read_owner(const std::string& folder) {
  const std::string path = folder + "/" + std::string{owner_file};
  const auto file = read_file(path);
  if (!file) return std::nullopt;
  const auto root = read_attributes(file->bytes, path);
  if (!root) return Owner{};
  return Owner{std::string{text_of(*root, "identity")}, std::string{text_of(*root, "folder")},
               std::string{text_of(*root, "way")}};
}


std::string write_owner(const Owner& owner) {
  return "# Whose undo history this is.\nformat = 1\nidentity = " + toml_string(owner.identity) +
         "\nfolder = " + toml_string(owner.folder) + "\nway = " + toml_string(owner.way) + "\n";
}

// Of a second journal with the name: in the same place for the same folder.
std::string folder_for_another(const std::string& base, const std::string& way) {
  char hash[24];
  std::snprintf(hash, sizeof hash, "%016llx",
                static_cast<unsigned long long>(stable_hash(way)));
  return base + "/another-" + hash;
}

}  // namespace

JournalState::JournalState(std::string base, const std::string& journal_folder)
    : base_(std::move(base)),
      journal_folder_(real_path(journal_folder)),
      way_(std::filesystem::path{journal_folder_}.lexically_relative(real_path(base_)).string()) {
  find();
}

std::optional<Owner> JournalState::owner_or_stranger(const std::string& folder) {
  try {
    return read_owner(folder);
  } catch (const SystemError& error) {
    unread_ = error;
    return Owner{};
  }
}

void JournalState::find() {
  unread_.reset();
  folder_ = base_;
  identity_.clear();
  const auto is_ours = [this](const Owner& owner) {
    return owner.folder == journal_folder_ || (!way_.empty() && owner.way == way_);
  };
  auto owner = owner_or_stranger(folder_);
  if (owner && !is_ours(*owner)) {
    folder_ = folder_for_another(base_, way_);
    owner = owner_or_stranger(folder_);
  }
  if (owner && is_ours(*owner)) identity_ = owner->identity;
}

void JournalState::claim() {
  // A note in the folder of another would not be found again.
  if (unread_) throw *unread_;
  if (!identity_.empty()) return;
  // Somebody else may claim the first of two places just now.
  for (int attempt = 0; attempt < 2; ++attempt) {
    make_folders(folder_);
    const Owner owner{make_entry_id(), journal_folder_, way_};
    const std::string path = folder_ + "/" + std::string{owner_file};
    if (create_file(path, write_owner(owner), Durability::synced)) {
      identity_ = owner.identity;
      return;
    }
    find();
    if (!identity_.empty()) return;
  }
  throw_system_error(Failure::io, "read", folder_ + "/" + std::string{owner_file}, EINVAL);
}

// The file that says whose the folder is goes first: what an interruption leaves behind is marked with
// an identity that nobody has.
std::optional<std::string> JournalState::set_aside() {
  std::vector<std::string> names;
  for (std::string& name : list_folder(folder_)) {
    if (is_folder(folder_ + "/" + name)) continue;
    const auto place = name == owner_file ? names.begin() : names.end();
    names.insert(place, std::move(name));
  }
  if (names.empty() || (names.size() == 1 && names.front() == owner_file)) return std::nullopt;
  std::string aside;
  for (int number = 1; aside.empty(); ++number) {
    const std::string candidate = folder_ + "/" + std::string{aside_prefix} + std::to_string(number);
    if (!is_folder(candidate)) aside = candidate;
  }
  make_folders(aside);
  for (const std::string& name : names) {
    const std::string path = folder_ + "/" + name;
    if (!rename_path(path, aside + "/" + name)) throw_system_error(Failure::io, "move", path);
  }
  sync_folder(aside, Failure::io);
  sync_folder(folder_, Failure::io);
  find();
  return aside;
}

std::vector<std::string> JournalState::folders_set_aside() const {
  std::vector<std::string> folders;
  for (const std::string& name : list_folder(folder_)) {
    if (name.starts_with(aside_prefix)) folders.push_back(folder_ + "/" + name);
  }
  return folders;
}

}  // namespace mend
