// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/command_line.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/settings_files.hpp"
#include "mend/report/text.hpp"
#include "mend/store/settings_writer.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

void print_config_change(Context& context, const SettingKey& key, const SettingRow& row,
            const SettingChange& change, bool is_set) {
  const std::string value = harmless(plain_text(row.value));
  if (context.is_json()) {
    context.print(changed_settings_json(is_set ? "config set" : "config-unset", {&row, 1}, context.is_dry_run()));
  } else if (change.after == change.before) {
    const std::string is = value.empty() ? "' is that" : "' is '" + value + "'";
    context.hint(is_set ? "'" + row.key + is + " already."
                        : "'" + row.key + "' is not set; there is nothing to take out.");
  } else if (context.is_dry_run()) {
    context.print("would write " + harmless(row.file) +
                  (is_hidden(context, key)
                       ? "\n"
                       : ":\n\n" + changed_lines(change.before, change.after)));
  } else if (!context.is_quiet()) {
    context.print((is_set ? "set  " : "unset  ") + row.key + (value.empty() ? "" : "  ") + value +
                  (is_set || value.empty() ? "" : ", the default") + "\n");
  }
}

void change(Context& context, const SettingKey& key, const std::optional<Value>& value) {
  const std::string path = settings_path(context, key.home);
  require_folder_of_settings(context, key.home);
  // It is read anew, and what is wrong with it may be what is put right now.
  if (key.home == SettingsHome::config) context.retract_warnings();
  const auto change =
      context.is_dry_run()
          ? draft_setting(path, key, value)
          : change_setting(path, key, value, std::chrono::seconds{context.config().lock_timeout});
  if (!change) {
    Diagnostic refusal = change.error();
    refusal.what = "nothing was changed: " + refusal.what;
    if (refusal.hint.empty()) refusal.hint = edit_hint(key.home);
    throw Stop(exit_damaged, refusal);
  }
  Settings settings;
  context.note_damage(read_settings(change->after, key.home, path, settings));
  for (const std::string& warning : change->warnings) context.warn(warning);
  context.note_saved();
  print_config_change(context, key, setting_row(context, key, settings, path), *change, value.has_value());
}

int set(Context& context, const Arguments& arguments) {
  require_words(config_set_command, arguments, 2, 2);
  const SettingKey& key = named_setting(arguments.words()[0]);
  const std::string& text = arguments.words()[1];
  const auto value = parse_setting(key, text);
  if (!value) stop_usage("'" + text + "' does not fit the setting", value.error().what + ".");
  change(context, key, *value);
  return exit_done;
}

int unset(Context& context, const Arguments& arguments) {
  require_words(config_unset_command, arguments, 1, 1);
  change(context, named_setting(arguments.words()[0]), std::nullopt);
  return exit_done;
}

constexpr std::string_view set_examples[] = {
    "mend config set steps.empathy.cadence 2/week",
    "mend config set editor \"code --wait\"",
    "mend config set due.quiet 22:00-08:00",
};

constexpr std::string_view unset_examples[] = {
    "mend config unset editor",
    "mend config unset steps.empathy.cadence",
};

}  // namespace

const Command config_set_command = {
    "config set", "Data", "KEY VALUE", "Write a value into the file it belongs in.", set_examples,
    "A value of several words goes in quotes. The keys are explained in mend-config(5).", {},
    WordsAre::arguments, set};

const Command config_unset_command = {
    "config unset", "Data", "KEY", "Remove a value, so that the default applies.",
    unset_examples, "", {}, WordsAre::arguments, unset};

}  // namespace mend
