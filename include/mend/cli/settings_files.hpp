// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/store/setting_keys.hpp"

#include <string>

namespace mend {

// What the commands about settings have in common.

// The file of that kind; of the chosen journal if it is `journal.toml`. Throws Stop (usage) when
// there is no such journal.
std::string settings_path(const Context& context, SettingsHome home);

// The setting somebody named. Throws Stop (usage) with the nearest one.
const SettingKey& named_setting(const std::string& name);

// Is its value a word somebody typed, which --discreet leaves out?
bool is_hidden(const Context& context, const SettingKey& key);

// The setting as it is in force, and as it would be with these settings. What is hidden is as if it
// were not made.
SettingRow setting_row(Context& context, const SettingKey& key);
SettingRow setting_row(const Context& context, const SettingKey& key, const Settings& settings,
                       const std::string& path);

// Throws SystemError as `list_journal` does when that file belongs to a journal that is missing.
void require_folder_of_settings(const Context& context, SettingsHome home);

// Where to go when a file has to be changed by hand.
std::string edit_hint(SettingsHome home);

}  // namespace mend
