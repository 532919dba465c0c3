// SPDX-License-Identifier: MIT
#pragma once

#include "mend/store/setting_keys.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace mend {

// A settings file before and after one of its keys changed.
struct SettingChange {
  std::string before;  // empty: there was no file
  std::string after;   // the same when there was nothing to change
  std::vector<std::string> warnings;
};

// What setting the key to `value`, or taking it out, would make of the file. Touches nothing. The
// diagnostic says why the file cannot be changed.
Result<SettingChange> draft_setting(const std::string& path, const SettingKey& key,
                                    const std::optional<Value>& value);

// The same for real, durable when it returns. It holds the lock of the file's folder, and makes
// both when they are missing. Throws SystemError when the disk or another process is in the way.
Result<SettingChange> change_setting(const std::string& path, const SettingKey& key,
                                     const std::optional<Value>& value,
                                     std::chrono::seconds patience);

}  // namespace mend
