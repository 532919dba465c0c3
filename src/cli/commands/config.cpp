// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/command_line.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/settings_files.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

int get(Context& context, const Arguments& arguments) {
  require_words(config_get_command, arguments, 1, 1);
  const SettingRow row = setting_row(context, named_setting(arguments.words()[0]));
  if (context.is_json()) {
    context.print(settings_json("config get", {&row, 1}));
    return exit_done;
  }
  // As it is, for "$(mend config get editor)"; only a terminal has to be spared.
  const std::string text = plain_text(row.value);
  context.print((context.environment().terminal.is_output ? harmless(text) : text) + "\n");
  return exit_done;
}

int list_settings(Context& context, const Arguments&) {
  std::vector<SettingRow> rows;
  for (const SettingKey& key : setting_keys()) rows.push_back(setting_row(context, key));
  context.print(context.is_json() ? settings_json("config list", rows) : settings_text(rows));
  return exit_done;
}

int path(Context& context, const Arguments&) {
  const std::vector<std::pair<std::string, std::string>> paths = {
      {"journal", settings_path(context, SettingsHome::journal)},
      {"config", settings_path(context, SettingsHome::config)}};
  context.note_missing_journal(context.journal());
  if (context.is_json()) {
    context.print(texts_json("config path", paths));
    return exit_done;
  }
  for (const auto& [name, file] : paths) {
    context.print(padded(name, 10) + harmless(file) + "\n");
  }
  return exit_done;
}

constexpr std::string_view config_examples[] = {
    "mend config set steps.empathy.cadence 2/week",
    "mend config set editor \"code --wait\"",
    "mend config get week_start",
};

constexpr std::string_view get_examples[] = {
    "mend config get week_start",
    "mend config get steps.empathy.cadence",
};

constexpr std::string_view config_list_examples[] = {
    "mend config list",
    "mend config          the same",
};

constexpr std::string_view config_path_examples[] = {
    "mend config path",
    "mend config path -j sam",
};

}  // namespace

const Family config_family = {
    "config", "Look at the settings and change them.", config_examples,
    "What changes the meaning of a journal is in its journal.toml and travels with it; personal "
    "preferences and settings for this machine are in config.toml. 'set' and 'unset' know which "
    "file a key belongs in and change that one value: comments, order and everything else stay as "
    "they are. There is no undo for them; --dry-run shows the line first.\n\n"
    "The keys are explained in mend-config(5)."};

const Command config_get_command = {
    "config get", "Data", "KEY", "Print the value in force.", get_examples, "", {},
    WordsAre::arguments, get};

const Command config_list_command = {
    "config list", "Data", "", "Every setting, its value and its file.", config_list_examples, "", {},
    WordsAre::none, list_settings};

const Command config_path_command = {
    "config path", "Data", "", "Where the two files are.", config_path_examples, "", {},
    WordsAre::none, path};

}  // namespace mend
