// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/result.hpp"
#include "mend/domain/settings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

enum class ColorChoice { automatic, always, never };

// What is taste, or this machine's, in `config.toml`.
struct Config {
  std::string journal = "main";
  ColorChoice color = ColorChoice::automatic;
  bool discreet = false;
  int lock_timeout = 10;  // seconds
  std::string editor;
  std::string quiet;  // of [due]: "22:00-08:00", or empty
};

// What was read, with the default in the place of everything that was refused.
template <typename Settings>
struct SettingsFile {
  Settings settings;
  std::vector<Diagnostic> problems;
};

// Never throws on any bytes. Unknown keys and bad values are problems, with file, line and column.
SettingsFile<JournalSettings> read_journal_settings(std::string_view bytes, const std::string& name);
SettingsFile<Config> read_config(std::string_view bytes, const std::string& name);

// Minutes after midnight of `HH:MM`.
std::optional<int> parse_clock(std::string_view text);

// A range of the day such as `22:00-08:00`.
bool is_clock_range(std::string_view text);

std::optional<ColorChoice> color_from_word(std::string_view word);

}  // namespace mend
