// SPDX-License-Identifier: MIT
#include "mend/store/settings_writer.hpp"

#include "mend/store/settings_edit.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/system/lock.hpp"

namespace mend {
namespace {

Result<SettingChange> draft(const std::optional<FileContent>& read, const std::string& path,
                            const SettingKey& key, const std::optional<Value>& value) {
  if (!read && !value) return SettingChange{};
  const std::string begun = read ? read->bytes : std::string{settings_preamble(key.home)};
  auto after = with_setting(begun, path, key.name, value);
  if (!after) return after.error();
  return SettingChange{read ? begun : "", *std::move(after), {}};
}

bool write(const std::optional<FileContent>& read, const std::string& path, SettingChange& change) {
  if (!read) return create_file(path, change.after);
  if (!replace_file(*read, change.after)) return false;
  if (read->is_hard_linked) {
    change.warnings.push_back(path + " had several names (hard links); the others keep the old text");
  }
  return true;
}

}  // namespace

Result<SettingChange> draft_setting(const std::string& path, const SettingKey& key,
                                    const std::optional<Value>& value) {
  return draft(read_file(path), path, key, value);
}

Result<SettingChange> change_setting(const std::string& path, const SettingKey& key,
                                     const std::optional<Value>& value,
                                     std::chrono::seconds patience) {
  auto change = draft_setting(path, key, value);
  if (!change || change->after == change->before) return change;
  const std::string folder = path.substr(0, path.rfind('/'));
  make_folders(folder);
  const FolderLock lock{folder, patience};
  remove_leftovers_in(folder);
  remove_leftovers(path);
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const auto read = read_file(path);
    change = draft(read, path, key, value);
    if (!change || change->after == change->before || write(read, path, *change)) return change;
  }
  throw_unsettled(path);
}

}  // namespace mend
