// SPDX-License-Identifier: MIT
#include "mend/cli/settings_files.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/spelling.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

// The only setting whose name has the word in it, as `due.quiet` has "quiet".
const SettingKey* find_only_one_with(const std::string& word) {
  const SettingKey* found = nullptr;
  for (const SettingKey& key : setting_keys()) {
    if (key.name.find(word) == std::string::npos) continue;
    if (found != nullptr) return nullptr;
    found = &key;
  }
  return found;
}

// All others choose from a list or count.
constexpr std::array<std::string_view, 3> worded_settings = {"partner", "journal", "editor"};

}  // namespace

bool is_hidden(const Context& context, const SettingKey& key) {
  return context.discretion() == Discretion::on &&
         std::ranges::find(worded_settings, key.name) != worded_settings.end();
}

std::string settings_path(const Context& context, SettingsHome home) {
  if (home == SettingsHome::config) return context.paths().config_file;
  context.require_journal();
  return context.journal_settings_file();
}

const SettingKey& named_setting(const std::string& name) {
  if (const SettingKey* const key = find_setting_key(lower_case(name))) return *key;
  std::vector<std::string_view> names;
  for (const SettingKey& key : setting_keys()) names.push_back(key.name);
  std::string hint = did_you_mean(name, names);
  if (const SettingKey* const only = find_only_one_with(name); only != nullptr && hint.empty()) {
    hint = "Did you mean '" + only->name + "'?";
  }
  stop_usage("there is no setting '" + name + "'",
             hint.empty() ? "'mend config list' shows them all." : hint);
}

SettingRow setting_row(Context& context, const SettingKey& key) {
  const std::string path = settings_path(context, key.home);
  Settings settings;
  if (key.home == SettingsHome::journal) {
    settings.journal = context.settings();
  } else {
    settings.config = context.config();
  }
  return setting_row(context, key, settings, path);
}

SettingRow setting_row(const Context& context, const SettingKey& key, const Settings& settings,
                       const std::string& path) {
  const Value value = key.value(settings);
  const bool is_default = value == key.value(Settings{});
  return {key.name, is_hidden(context, key) && !is_default ? Value{std::string{}} : value, is_default, path};
}

void require_folder_of_settings(const Context& context, SettingsHome home) {
  if (home == SettingsHome::config) return;
  list_journal(context.place());
}

std::string edit_hint(SettingsHome home) {
  return home == SettingsHome::journal ? "'mend config edit journal' opens it."
                                       : "'mend config edit' opens it.";
}

}  // namespace mend
