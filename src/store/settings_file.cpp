// SPDX-License-Identifier: MIT
#include "mend/store/settings_file.hpp"

#include "mend/domain/spelling.hpp"
#include "mend/store/setting_keys.hpp"
#include "toml.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace mend {
namespace {

constexpr std::string_view own_actions = "action";

// The value in the forms a setting can have, or a list of them; an empty list for any other.
Value plain_value(const toml::node& node) {
  if (const auto* const text = node.as_string()) return {text->get()};
  if (const auto* const answer = node.as_boolean()) return {answer->get()};
  if (const auto* const number = node.as_integer()) return {number->get()};
  if (const auto* const date = node.as_date()) {
    const auto day = day_from_civil(date->get().year, date->get().month, date->get().day);
    if (day) return {DateText{to_iso(*day)}};
  }
  Values values;
  if (const auto* const array = node.as_array()) {
    for (const toml::node& each : *array) values.push_back(plain_value(each));
  }
  return {std::move(values)};
}

struct ActionDraft {
  OwnAction action;
  std::optional<Step> step;
};

bool take_action_text(const Value& value, std::string& target) {
  if (value.text() != nullptr) target = *value.text();
  return value.text() != nullptr;
}

template <typename T, typename Parse>
bool take_action_word(const Value& value, Parse parse, std::optional<T>& target) {
  if (value.text() == nullptr) return false;
  const auto parsed = parse(*value.text());
  if (parsed) target = parsed;
  return parsed.has_value();
}

bool take_action_day(const Value& value, std::optional<Day>& target) {
  const auto* const date = std::get_if<DateText>(&value.content);
  if (date != nullptr) target = parse_iso_day(date->text);
  return date != nullptr;
}

bool take_texts(const Value& value, std::vector<std::string>& target) {
  const auto* const values = std::get_if<Values>(&value.content);
  if (values == nullptr) return false;
  for (const Value& each : *values) {
    if (each.text() == nullptr) return false;
    target.push_back(*each.text());
  }
  return true;
}

struct ActionKey {
  std::string_view name;
  std::string_view expected;
  bool (*take)(const Value&, ActionDraft&);  // false: not a value for this key
};

const ActionKey action_keys[] = {
    {"key", "a text", [](const Value& value, ActionDraft& draft) {
       return take_action_text(value, draft.action.key);
     }},
    {"step", "the key of a step", [](const Value& value, ActionDraft& draft) {
       return take_action_word(value, step_from_key, draft.step);
     }},
    {"text", "a text", [](const Value& value, ActionDraft& draft) {
       return take_action_text(value, draft.action.text);
     }},
    {"cadence", cadence_forms(), [](const Value& value, ActionDraft& draft) {
       return take_action_word(value, parse_cadence, draft.action.cadence);
     }},
    {"since", "a date", [](const Value& value, ActionDraft& draft) {
       return take_action_day(value, draft.action.since);
     }},
    {"until", "a date", [](const Value& value, ActionDraft& draft) {
       return take_action_day(value, draft.action.until);
     }},
    {"was", "a list of the keys it had", [](const Value& value, ActionDraft& draft) {
       return take_texts(value, draft.action.was);
     }},
};

// Reads one file into the settings and reports what it cannot take.
class SettingsReader {
 public:
  SettingsReader(SettingsHome home, const std::string& file, Settings& settings,
                 std::vector<Diagnostic>& problems)
      : home_(home), file_(file), settings_(settings), problems_(problems) {}

  void read(const toml::table& table, const std::string& prefix = "") {
    for (const auto& [key, node] : table) {
      const std::string name = prefix + std::string{key.str()};
      const SettingKey* const known = find_setting_key(name);
      if (known != nullptr && known->home == home_) {
        if (!known->take(plain_value(node), settings_)) report_value(node, name, known->expected);
      } else if (name == own_actions && home_ == SettingsHome::journal) {
        read_actions(node);
      } else if (names_below(name + ".").empty()) {
        report_unknown(key, prefix, names_below(prefix));
      } else if (const auto* const below = node.as_table()) {
        read(*below, name + ".");
      } else {
        report_value(node, name, "a table: [" + name + "]");
      }
    }
  }

 private:
  void report(toml::source_position at, std::string what, std::string hint = {}) {
    problems_.push_back({std::move(what), file_, static_cast<int>(at.line),
                         static_cast<int>(at.column), std::move(hint)});
  }

  void report_value(const toml::node& node, const std::string& name, std::string_view expected) {
    report(node.source().begin, "'" + name + "' has to be " + std::string{expected});
  }

  void report_unknown(const toml::key& key, const std::string& prefix,
                      const std::vector<std::string_view>& names) {
    const std::string name{key.str()};
    std::string what = "there is no setting '" + prefix + name + "'";
    std::string hint = did_you_mean(name, names);
    if (const SettingKey* const elsewhere = find_setting_key(prefix + name)) {
      hint = "It belongs in " + std::string{file_name(elsewhere->home)} + ".";
    } else if (prefix == "steps.") {
      const auto meant = parse_step(name);
      what = "there is no step '" + name + "'";
      hint = meant ? "Did you mean '" + std::string{key_of(*meant)} + "'?" : meant.error().hint;
    }
    report(key.source().begin, std::move(what), std::move(hint));
  }

  // What may stand in the table with that prefix.
  std::vector<std::string_view> names_below(const std::string& prefix) const {
    std::vector<std::string_view> names;
    for (const SettingKey& key : setting_keys()) {
      if (key.home != home_ || !key.name.starts_with(prefix)) continue;
      const auto name = std::string_view{key.name}.substr(prefix.size());
      names.push_back(name.substr(0, name.find('.')));
    }
    return names;
  }

  void read_actions(const toml::node& node) {
    const auto* const actions = node.as_array();
    const bool is_list = actions != nullptr && std::ranges::all_of(*actions, [](const auto& each) {
      return each.is_table();
    });
    if (!is_list) {
      settings_.journal.has_all_actions = false;
      report_value(node, std::string{own_actions}, "a list of [[action]] tables");
      return;
    }
    for (const toml::node& action : *actions) read_action(*action.as_table());
  }

  void read_action(const toml::table& table) {
    ActionDraft draft;
    for (const auto& [key, node] : table) {
      const auto known = std::ranges::find(action_keys, key.str(), &ActionKey::name);
      if (known == std::end(action_keys)) {
        std::vector<std::string_view> names;
        for (const ActionKey& each : action_keys) names.push_back(each.name);
        report_unknown(key, "action.", names);
      } else if (!known->take(plain_value(node), draft)) {
        report_value(node, "action." + std::string{key.str()}, known->expected);
      }
    }
    if (!is_action_key(draft.action.key) || !draft.step) {
      report(table.source().begin,
             "an [[action]] needs a 'step' and a 'key' of a-z, 0-9, _ and -");
      settings_.journal.has_all_actions = false;
      return;
    }
    draft.action.step = *draft.step;
    draft.action.line = static_cast<int>(table.source().begin.line);
    settings_.journal.actions.push_back(std::move(draft.action));
  }

  SettingsHome home_;
  const std::string& file_;
  Settings& settings_;
  std::vector<Diagnostic>& problems_;
};

Result<toml::table> parse_root(std::string_view bytes, const std::string& file) {
  if (auto refusal = refuse_before_parsing(bytes, file)) return *std::move(refusal);
  toml::parse_result parsed = toml::parse(bytes);
  if (!parsed) return diagnose_file(parsed.error(), bytes, file);
  return std::move(parsed).table();
}

std::vector<Diagnostic> read_root(const toml::table& root, SettingsHome home,
                                  const std::string& file, Settings& settings) {
  if (home == SettingsHome::journal) {
    if (auto refusal = check_format(root, file, 0)) {
      settings.journal.has_all_actions = false;
      return {*std::move(refusal)};
    }
  }
  std::vector<Diagnostic> problems;
  SettingsReader{home, file, settings, problems}.read(root);
  std::ranges::stable_sort(problems, {}, [](const Diagnostic& problem) {
    return std::tuple{problem.line, problem.column};
  });
  return problems;
}

}  // namespace

std::optional<Diagnostic> newer_settings_format(std::string_view bytes, const std::string& file) {
  if (bytes.find("format") == std::string_view::npos) return std::nullopt;
  const auto root = parse_root(bytes, file);
  return root ? check_newer_format(*root, file, 0) : find_newer_format(bytes, file);
}

std::vector<Diagnostic> read_settings(std::string_view bytes, SettingsHome home,
                                      const std::string& file, Settings& settings) {
  const auto root = parse_root(bytes, file);
  if (root) return read_root(*root, home, file, settings);
  settings.journal.has_all_actions = false;
  return {root.error()};
}

SettingsFile<JournalSettings> read_journal_settings(std::string_view bytes,
                                                    const std::string& name) {
  Settings settings;
  auto problems = read_settings(bytes, SettingsHome::journal, name, settings);
  return {std::move(settings.journal), std::move(problems)};
}

SettingsFile<JournalSettings> read_settings_table(std::string_view bytes, const std::string& name) {
  const auto root = parse_root(bytes, name);
  if (!root) return {{}, {root.error()}};
  if (auto refusal = check_format(*root, name, 0)) return {{}, {*std::move(refusal)}};
  const toml::node* const node = root->get("settings");
  if (node == nullptr) return {};
  const auto at = node->source().begin;
  if (!node->is_table()) {
    return {{}, {{"'settings' has to be a table: [settings]", name, static_cast<int>(at.line),
                  static_cast<int>(at.column), {}}}};
  }
  Settings settings;
  auto problems = read_root(*node->as_table(), SettingsHome::journal, name, settings);
  return {std::move(settings.journal), std::move(problems)};
}

SettingsFile<Config> read_config(std::string_view bytes, const std::string& name) {
  Settings settings;
  auto problems = read_settings(bytes, SettingsHome::config, name, settings);
  return {std::move(settings.config), std::move(problems)};
}

}  // namespace mend
