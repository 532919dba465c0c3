// SPDX-License-Identifier: MIT
#include "mend/store/setting_keys.hpp"

#include "mend/domain/number.hpp"
#include "mend/store/paths.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr int longest_lock_timeout = 3600;

template <typename T, typename Parse>
bool take_word(const Value& value, Parse parse, T& target) {
  if (value.text() == nullptr) return false;
  auto parsed = parse(*value.text());
  if (!parsed) return false;
  target = *std::move(parsed);
  return true;
}

bool take_text(const Value& value, bool (*accepts)(std::string_view), std::string& target) {
  if (value.text() == nullptr || !accepts(*value.text())) return false;
  target = *value.text();
  return true;
}

bool take_answer(const Value& value, bool& target) {
  const auto* const answer = std::get_if<bool>(&value.content);
  if (answer != nullptr) target = *answer;
  return answer != nullptr;
}

bool take_day(const Value& value, std::optional<Day>& target) {
  const auto* const date = std::get_if<DateText>(&value.content);
  const auto day = date == nullptr ? std::nullopt : parse_iso_day(date->text);
  if (day) target = day;
  return day.has_value();
}

bool take_number(const Value& value, int least, int most, int& target) {
  const auto* const number = std::get_if<std::int64_t>(&value.content);
  if (number == nullptr || *number < least || *number > most) return false;
  target = static_cast<int>(*number);
  return true;
}

bool is_written_text(std::string_view text) {
  return text.find_first_not_of(" \t") != std::string_view::npos;
}

Value word(std::string_view text) { return {std::string{text}}; }

Value weekday_word(Weekday weekday) {
  std::string name{long_name(weekday)};
  name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return {std::move(name)};
}

SettingKey cadence_key(Step step) {
  return {"steps." + std::string{key_of(step)} + ".cadence", SettingsHome::journal, cadence_forms(),
          [step](const Value& value, Settings& settings) {
            return take_word(value, parse_cadence, settings.journal.cadences[index_of(step)]);
          },
          [step](const Settings& settings) { return word(settings.journal.cadence_of(step).text); },
          "CADENCE"};
}

std::vector<SettingKey> make_keys() {
  std::vector<SettingKey> keys = {
      {"format", SettingsHome::journal, "1",
       [](const Value& value, Settings&) {
         int format = 0;
         return take_number(value, 1, 1, format);
       },
       [](const Settings&) { return Value{std::int64_t{1}}; }},
      {"role", SettingsHome::journal, "\"mending\", \"healing\" or \"both\"",
       [](const Value& value, Settings& settings) {
         return take_word(value, role_from_word, settings.journal.role);
       },
       [](const Settings& settings) { return word(word_of(settings.journal.role)); },
       "ROLE"},
      {"week_start", SettingsHome::journal, "a weekday such as \"monday\"",
       [](const Value& value, Settings& settings) {
         return take_word(value, parse_weekday, settings.journal.week_start);
       },
       [](const Settings& settings) { return weekday_word(settings.journal.week_start); },
       "WEEKDAY"},
      {"day_start", SettingsHome::journal, "a time such as \"04:00\"",
       [](const Value& value, Settings& settings) {
         return take_word(value, parse_clock, settings.journal.day_start);
       },
       [](const Settings& settings) { return word(clock_text(settings.journal.day_start)); },
       "TIME"},
      {"grace", SettingsHome::journal, "true or false",
       [](const Value& value, Settings& settings) {
         bool is_on = true;
         if (!take_answer(value, is_on)) return false;
         settings.journal.grace = is_on ? Grace::on : Grace::off;
         return true;
       },
       [](const Settings& settings) { return Value{settings.journal.grace == Grace::on}; },
       "true|false"},
      {"partner", SettingsHome::journal, "a name such as \"Sam\"",
       [](const Value& value, Settings& settings) {
         return take_text(value, is_written_text, settings.journal.partner);
       },
       [](const Settings& settings) { return word(settings.journal.partner); }},
      {"closed", SettingsHome::journal, "a date such as 2026-11-22, without quotes",
       [](const Value& value, Settings& settings) {
         return take_day(value, settings.journal.closed);
       },
       [](const Settings& settings) {
         const auto& closed = settings.journal.closed;
         return closed ? Value{DateText{to_iso(*closed)}} : word("");
       },
       "DAY"}};
  for (const Step step : all_steps) keys.push_back(cadence_key(step));
  keys.insert(
      keys.end(),
      {{"journal", SettingsHome::config, "a name without a slash, such as \"main\"",
        [](const Value& value, Settings& settings) {
          return take_text(value, is_journal_name, settings.config.journal);
        },
        [](const Settings& settings) { return word(settings.config.journal); },
       "JOURNAL"},
       {"color", SettingsHome::config, "\"auto\", \"always\" or \"never\"",
        [](const Value& value, Settings& settings) {
          return take_word(value, color_from_word, settings.config.color);
        },
        [](const Settings& settings) { return word(word_of(settings.config.color)); },
       "CHOICE"},
       {"discreet", SettingsHome::config, "true or false",
        [](const Value& value, Settings& settings) {
          return take_answer(value, settings.config.discreet);
        },
        [](const Settings& settings) { return Value{settings.config.discreet}; },
       "true|false"},
       {"lock_timeout", SettingsHome::config, "a number of seconds, 0 to 3600",
        [](const Value& value, Settings& settings) {
          return take_number(value, 0, longest_lock_timeout, settings.config.lock_timeout);
        },
        [](const Settings& settings) {
          return Value{std::int64_t{settings.config.lock_timeout}};
        }},
       {"editor", SettingsHome::config, "a command such as \"nano\" or \"code --wait\"",
        [](const Value& value, Settings& settings) {
          return take_text(value, is_written_text, settings.config.editor);
        },
        [](const Settings& settings) { return word(settings.config.editor); }},
       {"completion.words", SettingsHome::config, "true or false",
        [](const Value& value, Settings& settings) {
          return take_answer(value, settings.config.has_words_in_completion);
        },
        [](const Settings& settings) { return Value{settings.config.has_words_in_completion}; },
       "true|false"},
       {"due.quiet", SettingsHome::config, "hours such as \"22:00-08:00\"",
        [](const Value& value, Settings& settings) {
          return take_text(value, is_clock_range, settings.config.quiet);
        },
        [](const Settings& settings) { return word(settings.config.quiet); }}});
  return keys;
}

// What the text says as a value of the setting's type; a text where it says nothing else.
Value value_like(const SettingKey& key, std::string_view text) {
  const Value model = key.value(Settings{});
  if (std::holds_alternative<bool>(model.content)) {
    if (text == "true" || text == "on") return {true};
    if (text == "false" || text == "off") return {false};
  }
  if (key.value_name == "DAY") return {DateText{std::string{text}}};
  if (std::holds_alternative<std::int64_t>(model.content)) {
    if (const auto number = parse_number<std::int64_t>(text)) return {*number};
  }
  return {std::string{text}};
}

}  // namespace

std::string_view file_name(SettingsHome home) {
  return home == SettingsHome::journal ? "journal.toml" : "config.toml";
}

std::string_view settings_preamble(SettingsHome home) {
  return home == SettingsHome::journal
             ? "# What this journal is read by. Plain TOML: edit it freely.\nformat = 1\n"
             : "# Settings of mend on this machine. Plain TOML: edit it freely.\n";
}

std::span<const SettingKey> setting_keys() {
  static const std::vector<SettingKey> keys = make_keys();
  return keys;
}

const SettingKey* find_setting_key(std::string_view name) {
  const auto found = std::ranges::find(setting_keys(), name, &SettingKey::name);
  return found == setting_keys().end() ? nullptr : &*found;
}

Result<Value> parse_setting(const SettingKey& key, std::string_view text) {
  Settings settings;
  Value value = value_like(key, text);
  if (key.take(value, settings)) return value;
  Diagnostic diagnostic;
  diagnostic.what = "'" + key.name + "' has to be " + std::string{key.expected};
  return diagnostic;
}

}  // namespace mend
