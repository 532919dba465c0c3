// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/result.hpp"
#include "mend/domain/settings.hpp"
#include "mend/store/setting_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A format of `journal.toml` newer than this program knows: then nothing in its folder may be written.
std::optional<Diagnostic> newer_settings_format(std::string_view bytes, const std::string& file);

// What is taste, or this machine's, in `config.toml`.
struct Config {
  std::string journal = "main";
  ColorChoice color = ColorChoice::automatic;
  bool discreet = false;
  int lock_timeout = 10;  // seconds
  std::string editor;
  bool has_words_in_completion = false;
  std::string quiet;  // of [due]: "22:00-08:00", or empty
};

// What was read, with the default in the place of everything that was refused.
template <typename Settings>
struct SettingsFile {
  Settings settings;
  std::vector<Diagnostic> problems;
};

// Never throws on any bytes. Unknown keys and bad values are problems, with file, line and column,
// in the order of the file.
SettingsFile<JournalSettings> read_journal_settings(std::string_view bytes, const std::string& name);
SettingsFile<Config> read_config(std::string_view bytes, const std::string& name);

// The same of the table [settings] in a file that holds more, such as an export; a `format` that this
// program does not know is a problem too, of the file or of the table.
SettingsFile<JournalSettings> read_settings_table(std::string_view bytes, const std::string& name);

}  // namespace mend
