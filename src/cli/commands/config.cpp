// SPDX-License-Identifier: MIT
#include "config.hpp"

#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/settings_files.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

int get(Context& context, const std::vector<std::string>& words) {
  const SettingRow row = setting_row(context, named_setting(words[0]));
  if (context.is_json()) {
    context.print(settings_json({&row, 1}));
    return exit_done;
  }
  // As it is, for "$(mend config get editor)"; only a terminal has to be spared.
  const std::string text = plain_text(row.value);
  context.print((context.environment().terminal.is_output ? harmless(text) : text) + "\n");
  return exit_done;
}

int list(Context& context, const std::vector<std::string>&) {
  std::vector<SettingRow> rows;
  for (const SettingKey& key : setting_keys()) rows.push_back(setting_row(context, key));
  context.print(context.is_json() ? settings_json(rows) : settings_text(rows));
  return exit_done;
}

int path(Context& context, const std::vector<std::string>&) {
  const std::vector<std::pair<std::string, std::string>> paths = {
      {"journal", settings_path(context, SettingsHome::journal)},
      {"config", settings_path(context, SettingsHome::config)}};
  if (context.is_json()) {
    context.print(texts_json("config-path", paths));
    return exit_done;
  }
  for (const auto& [name, file] : paths) {
    context.print(padded(name, 10) + harmless(file) + "\n");
  }
  return exit_done;
}

constexpr ConfigAction actions[] = {
    {"get", "KEY", 1, 1, "print the value in force", get},
    {"set", "KEY VALUE", 2, 2, "write a value into the file it belongs in", set_setting},
    {"unset", "KEY", 1, 1, "take a value out, so that its default holds", unset_setting},
    {"list", "", 0, 0, "every setting, its value and its file", list},
    {"edit", "[journal]", 0, 1, "open config.toml, or journal.toml, in your editor", edit_settings},
    {"path", "", 0, 0, "where the two files lie", path},
};

[[noreturn]] void refuse_unknown(const std::string& word) {
  std::vector<std::string_view> names;
  for (const ConfigAction& action : actions) names.push_back(action.name);
  std::string hint = did_you_mean(word, names);
  if (hint.empty()) hint = "'mend help config' shows what it can do.";
  stop_usage("'mend config' cannot '" + word + "'", hint);
}

[[noreturn]] void refuse_words(const ConfigAction& action, std::size_t count) {
  const std::string name = "'mend config " + std::string{action.name} + "'";
  if (action.most_words == 0) stop_usage(name + " takes nothing more");
  stop_usage(name + " takes " + std::string{action.usage},
             count > 2 ? "A value of several words goes in quotes." : "");
}

int run(Context& context, const Arguments& arguments) {
  std::vector<std::string> words = arguments.words();
  if (words.empty()) words.emplace_back("list");
  const auto action = std::ranges::find(actions, words.front(), &ConfigAction::name);
  if (action == std::end(actions)) refuse_unknown(words.front());
  words.erase(words.begin());
  if (words.size() < action->least_words || words.size() > action->most_words) {
    refuse_words(*action, words.size());
  }
  return action->run(context, words);
}

constexpr std::string_view examples[] = {
    "mend config set steps.empathy.cadence 2/week",
    "mend config set editor \"code --wait\"",
    "mend config get week_start",
};

}  // namespace

std::span<const ConfigAction> config_actions() { return actions; }

const Command config_command = {
    "config",
    "Data",
    "[get KEY|set KEY VALUE|unset KEY|list|edit [journal]|path]",
    "Look at the settings and change them.",
    examples,
    "What changes the meaning of a journal is in its journal.toml and travels with it; what is taste, "
    "or this machine's, is in config.toml. 'set' and 'unset' know which file a key belongs in and "
    "change that one value: comments, order and everything else stay as they are. There is no undo "
    "for them; --dry-run shows the line first. Without a word after it, config lists.\n\n"
    "The keys are explained in mend-config(5).",
    {},
    WordsAre::arguments,
    Completes::settings,
    run};

}  // namespace mend
