// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/result.hpp"
#include "mend/store/settings_file.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Where a setting is kept: `journal.toml` of the journal, or `config.toml`.
enum class SettingsHome { journal, config };

std::string_view file_name(SettingsHome home);

// What a new settings file begins with.
std::string_view settings_preamble(SettingsHome home);

// All that both files say.
struct Settings {
  JournalSettings journal;
  Config config;
};

// One setting. The table of them is all that the readers, `config`, completion and the tests of the
// manual know about keys.
struct SettingKey {
  std::string name;           // "due.quiet"; what stands before a dot is a table
  SettingsHome home;
  std::string_view expected;  // what its value has to be: "a time such as ..."

  // False, with nothing taken, when the value does not fit.
  std::function<bool(const Value&, Settings&)> take;

  // The value as the file would say it; an empty text is a setting that is not made.
  std::function<Value(const Settings&)> value;

  // What its value is called, as that of an option: "ROLE", "true|false". Completion goes by it.
  std::string_view value_name = {};
};

// All of them, in the order of mend-config(5).
std::span<const SettingKey> setting_keys();

// Null when there is no such setting.
const SettingKey* find_setting_key(std::string_view name);

// Reads what the bytes of one file say into the settings, and gives the problems in the order of the
// file. Never throws on any bytes; `file` is what the problems call it.
std::vector<Diagnostic> read_settings(std::string_view bytes, SettingsHome home,
                                      const std::string& file, Settings& settings);

// The value somebody typed; of a yes-or-no setting `true`, `on`, `false` or `off`.
Result<Value> parse_setting(const SettingKey& key, std::string_view text);

}  // namespace mend
