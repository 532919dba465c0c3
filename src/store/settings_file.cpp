// SPDX-License-Identifier: MIT
#include "mend/store/settings_file.hpp"

#include "mend/domain/spelling.hpp"
#include "toml.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

namespace mend {
namespace {

constexpr std::array<std::string_view, 3> color_words = {"auto", "always", "never"};
constexpr int longest_lock_timeout = 3600;

template <typename Enum, std::size_t N>
std::optional<Enum> find_word(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

// Reads the keys of one table by their names and reports what it cannot take.
class TableReader {
 public:
  using Take = std::function<bool(const toml::node&)>;  // false: not a value for this key

  struct Key {
    std::string_view name;
    std::string_view expected;  // "a text such as ..."
    Take take;
  };

  TableReader(const std::string& file, std::vector<Diagnostic>& problems)
      : file_(file), problems_(problems) {}

  void read(const toml::table& table, const std::string& prefix, const std::vector<Key>& keys) {
    for (const auto& [key, node] : table) {
      const auto known = std::ranges::find(keys, key.str(), &Key::name);
      if (known == keys.end()) {
        report_unknown(key, prefix, keys);
      } else if (!known->take(node)) {
        report(node.source().begin,
               "'" + prefix + std::string{key.str()} + "' has to be " + std::string{known->expected});
      }
    }
  }

  void report(toml::source_position at, std::string what, std::string hint = {}) {
    problems_.push_back({std::move(what), file_, static_cast<int>(at.line),
                         static_cast<int>(at.column), std::move(hint)});
  }

 private:
  void report_unknown(const toml::key& key, const std::string& prefix,
                      const std::vector<Key>& keys) {
    std::vector<std::string_view> names;
    for (const Key& each : keys) names.push_back(each.name);
    report(key.source().begin, "there is no setting '" + prefix + std::string{key.str()} + "'",
           did_you_mean(key.str(), names));
  }

  const std::string& file_;
  std::vector<Diagnostic>& problems_;
};

// What can be typed behind a step's slash.
bool is_action_key(std::string_view key) {
  return !key.empty() && key.size() <= 64 && std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::optional<std::string_view> text_in(const toml::node& node) {
  const auto* const text = node.as_string();
  if (text == nullptr) return std::nullopt;
  return std::string_view{text->get()};
}

template <typename T, typename Parse>
TableReader::Take take_parsed(T& target, Parse parse) {
  return [&target, parse](const toml::node& node) {
    const auto text = text_in(node);
    if (!text) return false;
    auto value = parse(*text);
    if (!value) return false;
    target = *std::move(value);
    return true;
  };
}

template <typename T>
TableReader::Take take_value(T& target, std::function<bool(const T&)> accept = {}) {
  return [&target, accept](const toml::node& node) {
    const auto value = node.value_exact<T>();
    if (!value || (accept && !accept(*value))) return false;
    target = *value;
    return true;
  };
}

TableReader::Take take_day(std::optional<Day>& target) {
  return [&target](const toml::node& node) {
    const auto* const date = node.as_date();
    if (date == nullptr) return false;
    target = day_from_civil(date->get().year, date->get().month, date->get().day);
    return target.has_value();
  };
}

class JournalSettingsReader {
 public:
  JournalSettingsReader(const std::string& file, SettingsFile<JournalSettings>& result)
      : settings_(result.settings), reader_(file, result.problems) {}

  void read(const toml::table& root) {
    std::int64_t format = 1;
    bool has_grace = true;
    reader_.read(
        root, "",
        {{"format", "1",
          take_value<std::int64_t>(format, [](const auto& number) { return number == 1; })},
         {"role", "\"mending\", \"healing\" or \"both\"", take_parsed(settings_.role, role_from_word)},
         {"week_start", "a weekday such as \"monday\"",
          take_parsed(settings_.week_start, parse_weekday)},
         {"day_start", "a time such as \"04:00\"", take_parsed(settings_.day_start, parse_clock)},
         {"grace", "true or false", take_value<bool>(has_grace)},
         {"steps", "a table such as [steps.empathy]",
          [this](const toml::node& node) { return read_steps(node); }},
         {"action", "a list of [[action]] tables",
          [this](const toml::node& node) { return read_actions(node); }}});
    settings_.grace = has_grace ? Grace::on : Grace::off;
  }

 private:
  bool read_steps(const toml::node& node) {
    const auto* const steps = node.as_table();
    if (steps == nullptr) return false;
    for (const auto& [key, value] : *steps) {
      const auto step = step_from_key(key.str());
      const auto* const table = value.as_table();
      if (!step) {
        const auto meant = parse_step(key.str());
        reader_.report(key.source().begin, "there is no step '" + std::string{key.str()} + "'",
                       meant ? "Did you mean '" + std::string{key_of(*meant)} + "'?"
                             : meant.error().hint);
      } else if (table == nullptr) {
        reader_.report(value.source().begin, "'steps." + std::string{key.str()} +
                                                 "' has to be a table with a cadence");
      } else {
        Cadence& cadence = settings_.cadences[index_of(*step)];
        reader_.read(*table, "steps." + std::string{key.str()} + ".",
                     {{"cadence", cadence_forms(), take_parsed(cadence, parse_cadence)}});
      }
    }
    return true;
  }

  bool read_actions(const toml::node& node) {
    const auto* const actions = node.as_array();
    if (actions == nullptr) return false;
    return std::ranges::all_of(*actions, [this](const toml::node& element) {
      const auto* const table = element.as_table();
      if (table == nullptr) return false;
      read_action(*table);
      return true;
    });
  }

  void read_action(const toml::table& table) {
    OwnAction action;
    std::optional<Step> step;
    reader_.read(table, "action.",
                 {{"key", "a text", take_value<std::string>(action.key)},
                  {"step", "the key of a step", take_parsed(step, step_from_key)},
                  {"text", "a text", take_value<std::string>(action.text)},
                  {"cadence", cadence_forms(), take_parsed(action.cadence, parse_cadence)},
                  {"since", "a date", take_day(action.since)},
                  {"until", "a date", take_day(action.until)}});
    if (!is_action_key(action.key) || !step) {
      reader_.report(table.source().begin,
                     "an [[action]] needs a 'step' and a 'key' of a-z, 0-9, _ and -");
      return;
    }
    action.step = *step;
    action.line = static_cast<int>(table.source().begin.line);
    settings_.actions.push_back(std::move(action));
  }

  JournalSettings& settings_;
  TableReader reader_;
};

std::optional<std::string> accept_text(std::string_view text) { return std::string{text}; }

std::optional<std::string> accept_clock_range(std::string_view text) {
  if (!is_clock_range(text)) return std::nullopt;
  return std::string{text};
}

void read_config_table(const toml::table& root, const std::string& file,
                       SettingsFile<Config>& result) {
  TableReader reader{file, result.problems};
  Config& config = result.settings;
  std::int64_t lock_timeout = config.lock_timeout;
  reader.read(
      root, "",
      {{"journal", "a journal's name", take_parsed(config.journal, accept_text)},
       {"color", "\"auto\", \"always\" or \"never\"", take_parsed(config.color, color_from_word)},
       {"discreet", "true or false", take_value<bool>(config.discreet)},
       {"lock_timeout", "a number of seconds, 0 to 3600",
        take_value<std::int64_t>(
            lock_timeout,
            [](const auto& seconds) { return seconds >= 0 && seconds <= longest_lock_timeout; })},
       {"editor", "a command", take_parsed(config.editor, accept_text)},
       {"due", "a table with 'quiet'", [&](const toml::node& node) {
          const auto* const due = node.as_table();
          if (due == nullptr) return false;
          reader.read(*due, "due.",
                      {{"quiet", "hours such as \"22:00-08:00\"",
                        take_parsed(config.quiet, accept_clock_range)}});
          return true;
        }}});
  config.lock_timeout = static_cast<int>(lock_timeout);
}

template <typename Settings, typename Read>
SettingsFile<Settings> read_settings(std::string_view bytes, const std::string& name, Read read) {
  SettingsFile<Settings> result;
  if (auto refusal = refuse_before_parsing(bytes, name)) {
    result.problems.push_back(std::move(*refusal));
    return result;
  }
  const toml::parse_result parsed = toml::parse(bytes);
  if (!parsed) {
    result.problems.push_back(diagnose(parsed.error(), name, 0));
    return result;
  }
  read(parsed.table(), result);
  std::ranges::stable_sort(result.problems, {}, &Diagnostic::line);
  return result;
}

}  // namespace

SettingsFile<JournalSettings> read_journal_settings(std::string_view bytes,
                                                    const std::string& name) {
  return read_settings<JournalSettings>(
      bytes, name, [&](const toml::table& root, SettingsFile<JournalSettings>& result) {
        if (auto refusal = check_format(root, name, 0)) {
          result.problems.push_back(std::move(*refusal));
          return;
        }
        JournalSettingsReader{name, result}.read(root);
      });
}

SettingsFile<Config> read_config(std::string_view bytes, const std::string& name) {
  return read_settings<Config>(bytes, name,
                               [&](const toml::table& root, SettingsFile<Config>& result) {
                                 read_config_table(root, name, result);
                               });
}

std::optional<int> parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  int digits[4] = {text[0] - '0', text[1] - '0', text[3] - '0', text[4] - '0'};
  if (std::ranges::any_of(digits, [](int digit) { return digit < 0 || digit > 9; })) {
    return std::nullopt;
  }
  const int hour = digits[0] * 10 + digits[1];
  const int minute = digits[2] * 10 + digits[3];
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

bool is_clock_range(std::string_view text) {
  return text.size() == 11 && text[5] == '-' && parse_clock(text.substr(0, 5)) &&
         parse_clock(text.substr(6));
}

std::optional<ColorChoice> color_from_word(std::string_view word) {
  return find_word<ColorChoice>(color_words, word);
}

}  // namespace mend
