// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/command_line.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/settings_files.hpp"
#include "mend/report/text.hpp"
#include "mend/system/editor.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

SettingsHome named_home(const std::vector<std::string>& words) {
  if (words.empty()) return SettingsHome::config;
  if (words[0] != "journal") {
    stop_usage("'mend config edit' cannot open '" + words[0] + "'",
               "Without a word it opens config.toml; with 'journal', journal.toml.");
  }
  return SettingsHome::journal;
}

// An editor would make the file for everyone to read.
void make_sure_there_is(const std::string& path, SettingsHome home) {
  if (read_file(path)) return;
  make_folders(path.substr(0, path.rfind('/')));
  // If somebody else was faster, theirs is opened.
  static_cast<void>(create_file(path, settings_preamble(home)));
}

// Tells what is wrong with the file, and gives what it says.
std::vector<SettingRow> check(Context& context, const std::string& path, SettingsHome home) {
  const auto file = read_file(path);
  Settings settings;
  if (file) context.note_damage(read_settings(file->bytes, home, path, settings));
  std::vector<SettingRow> rows;
  for (const SettingKey& key : setting_keys()) {
    if (key.home == home) rows.push_back(setting_row(context, key, settings, path));
  }
  return rows;
}

int run_config_edit(Context& context, const Arguments& arguments) {
  require_words(config_edit_command, arguments, 0, 1);
  const SettingsHome home = named_home(arguments.words());
  const std::string path = settings_path(context, home);
  require_folder_of_settings(context, home);
  const std::string editor = editor_command(context);
  if (!context.is_interactive() && !context.is_dry_run()) {
    stop_usage("'mend config edit' needs a terminal",
               "The file is " + path + "; 'mend config set KEY VALUE' changes one setting.");
  }
  int code = 0;
  if (!context.is_dry_run()) {
    make_sure_there_is(path, home);
    code = run_editor(editor, path);
    if (home == SettingsHome::config) context.retract_warnings();
  }
  const std::vector<SettingRow> rows = check(context, path, home);
  if (code != 0) {
    stop(exit_io, "the editor '" + editor + "' ended with code " + std::to_string(code),
         "The file is as it left it: " + path);
  }
  if (context.is_json()) {
    context.print(changed_settings_json("config edit", rows, context.is_dry_run()));
  } else if (context.is_dry_run()) {
    const bool is_shown = context.discretion() == Discretion::off;
    context.print("would open " + harmless(path) + (is_shown ? " in " + harmless(editor) : "") + "\n");
  } else if (context.exit_code(exit_done) != exit_done) {
    context.hint(edit_hint(home));
  } else if (!context.is_quiet()) {
    context.print("ready  " + harmless(path) + "\n");
  }
  return exit_done;
}

constexpr std::string_view config_edit_examples[] = {
    "mend config edit             config.toml",
    "mend config edit journal     journal.toml",
};

}  // namespace

const Command config_edit_command = {
    "config edit", "Data", "[journal]", "Open config.toml, or journal.toml, in your editor.", config_edit_examples,
    "When you close the editor, it says what is wrong with the file.", {}, WordsAre::arguments,
    run_config_edit};

}  // namespace mend
