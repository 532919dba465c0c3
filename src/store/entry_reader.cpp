// SPDX-License-Identifier: MIT
#include "entry_reader.hpp"

#include "mend/domain/kind_keys.hpp"
#include "mend/domain/spelling.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace mend {
namespace {

using Candidates = std::span<const std::string_view>;

constexpr std::array<std::string_view, 6> outcome_results = {"kept",   "late",    "changed",
                                                             "missed", "dropped", "released"};
constexpr std::array<std::string_view, 4> return_results = {"on-time", "late", "extended", "ended"};

Outcome outcome_from_word(std::string_view word) {
  if (word == "kept") return Outcome::kept;
  if (word == "late") return Outcome::late;
  if (word == "changed") return Outcome::changed;
  if (word == "missed") return Outcome::missed;
  if (word == "dropped") return Outcome::dropped;
  if (word == "released") return Outcome::released;
  if (word == "ended") return Outcome::ended;
  if (word == "on-time") return Outcome::on_time;
  return Outcome::extended;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::optional<Day> to_day(const toml::date& date) {
  return day_from_civil(date.year, date.month, date.day);
}

// Leaves the reading of one entry; caught where it began.
struct Damaged {
  Diagnostic diagnostic;
};

class EntryReader {
 public:
  EntryReader(const toml::table& table, const std::string& file, int line_offset)
      : table_(table), file_(file), line_offset_(line_offset) {}

  Entry read() {
    Entry entry;
    entry.kind = read_kind();
    entry.day = required(date("day"), "day");
    entry.id = read_id();
    entry.at = timestamp("at");
    entry.edited = timestamp("edited");
    text("text");
    texts("tags");
    switch (entry.kind) {
      case Kind::action: read_action(entry); break;
      case Kind::note: read_note(entry); break;
      case Kind::setback: read_setback(entry); break;
      case Kind::promise: read_promise(entry); break;
      case Kind::outcome: read_outcome(entry); break;
      case Kind::space: read_space(entry); break;
      case Kind::comeback: read_return(entry); break;
      case Kind::rest: read_rest(entry); break;
    }
    return entry;
  }

 private:
  [[noreturn]] void fail(const toml::source_region& where, std::string what, std::string hint = {}) {
    Diagnostic diagnostic;
    diagnostic.what = std::move(what);
    diagnostic.file = file_;
    diagnostic.line = static_cast<int>(where.begin.line) + line_offset_;
    diagnostic.column = static_cast<int>(where.begin.column);
    diagnostic.hint = std::move(hint);
    throw Damaged{std::move(diagnostic)};
  }

  [[noreturn]] void fail_type(const toml::node& node, std::string_view key, std::string_view type) {
    fail(node.source(), "'" + std::string{key} + "' has to be " + std::string{type});
  }

  template <typename T>
  T required(std::optional<T> value, std::string_view key) {
    if (!value) fail(table_.source(), "this entry has no '" + std::string{key} + "'");
    return *std::move(value);
  }

  std::optional<std::string_view> text(std::string_view key) {
    const toml::node* const node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    const auto* const value = node->as_string();
    if (value == nullptr) fail_type(*node, key, "a text in quotes");
    return std::string_view{value->get()};
  }

  std::optional<std::string_view> word(std::string_view key, Candidates known) {
    const auto value = text(key);
    if (value && std::ranges::find(known, *value) == known.end()) {
      fail(table_.get(key)->source(),
           "'" + std::string{*value} + "' is no known '" + std::string{key} + "'",
           did_you_mean(*value, known));
    }
    return value;
  }

  std::optional<std::string_view> choice(const Entry& entry, std::string_view key) {
    return word(key, choices_of(entry.kind, key));
  }

  std::vector<std::string_view> texts(std::string_view key) {
    const toml::node* const node = table_.get(key);
    std::vector<std::string_view> values;
    if (node == nullptr) return values;
    const auto* const array = node->as_array();
    if (array == nullptr) fail_type(*node, key, "a list of texts");
    for (const toml::node& element : *array) {
      const auto* const value = element.as_string();
      if (value == nullptr) fail_type(element, key, "a list of texts");
      values.emplace_back(value->get());
    }
    return values;
  }

  std::optional<Day> date(std::string_view key) {
    const toml::node* const node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    const auto* const value = node->as_date();
    const auto day = value == nullptr ? std::nullopt : to_day(value->get());
    if (!day) fail_type(*node, key, "a date such as 2026-11-22, without quotes");
    return day;
  }

  std::optional<Timestamp> to_timestamp(const toml::node& node) {
    const auto* const value = node.as_date_time();
    if (value == nullptr || !value->get().offset) return std::nullopt;
    const auto& time = value->get();
    const auto day = to_day(time.date);
    if (!day) return std::nullopt;
    const int offset = time.offset->minutes * 60;
    const std::int64_t local = std::int64_t{day->number} * 86400 + time.time.hour * 3600 +
                               time.time.minute * 60 + time.time.second;
    return Timestamp{Instant{local - offset}, offset};
  }

  std::optional<Timestamp> timestamp(std::string_view key) {
    const toml::node* const node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    const auto time = to_timestamp(*node);
    if (!time) fail_type(*node, key, "a time with an offset such as 2026-11-22T19:04:11+01:00");
    return time;
  }

  std::optional<Deadline> deadline(std::string_view key) {
    const toml::node* const node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto time = to_timestamp(*node)) return Deadline{time->day(), *time};
    const auto* const value = node->as_date();
    const auto day = value == nullptr ? std::nullopt : to_day(value->get());
    if (!day) {
      fail_type(*node, key, "a date such as 2026-11-27 or a time such as 2026-11-27T18:00:00+01:00");
    }
    return Deadline{*day, std::nullopt};
  }

  Kind read_kind() {
    const auto name = required(text("kind"), "kind");
    const auto kind = kind_from_word(name);
    if (!kind) {
      static constexpr std::array<std::string_view, 8> kinds = {
          "action", "note", "setback", "promise", "outcome", "space", "return", "rest"};
      fail(table_.get("kind")->source(), "'" + std::string{name} + "' is no known kind",
           did_you_mean(name, kinds));
    }
    return *kind;
  }

  std::string read_id() {
    const auto id = text("id");
    if (!id) return {};
    if (!is_id(*id)) {
      fail(table_.get("id")->source(), "'id' has to be 1 to 64 characters of a-z 0-9 _ -");
    }
    return std::string{*id};
  }

  Step to_step(std::string_view key, const toml::node& node) {
    const auto step = step_from_key(key);
    if (!step) {
      const auto meant = parse_step(key);
      fail(node.source(), "there is no step '" + std::string{key} + "'",
           meant ? "Did you mean '" + std::string{key_of(*meant)} + "'?" : meant.error().hint);
    }
    return *step;
  }

  void read_step(Entry& entry) {
    const auto key = required(text("step"), "step");
    entry.step = to_step(key, *table_.get("step"));
  }

  // The step's own fields have types too; keys that are no field of it are somebody's own.
  void check_fields(std::span<const FieldContent> fields) {
    for (const FieldContent& field : fields) {
      const toml::node* const node = table_.get(field.name);
      if (node == nullptr) continue;
      switch (field.type) {
        case FieldType::text:
        case FieldType::choice:
        case FieldType::reference:
          if (!node->is_string()) fail_type(*node, field.name, "a text in quotes");
          break;
        case FieldType::yes_no:
          if (!node->is_boolean()) fail_type(*node, field.name, "true or false");
          break;
        case FieldType::minutes:
        case FieldType::count:
        case FieldType::scale:
          if (!node->is_integer()) fail_type(*node, field.name, "a whole number");
          break;
        case FieldType::date: date(field.name); break;
      }
    }
  }

  void read_action(Entry& entry) {
    read_step(entry);
    entry.action = std::string{text("action").value_or("")};
  }

  // One without a step is about the day.
  void read_note(Entry& entry) {
    if (table_.get("step") == nullptr) return;
    read_step(entry);
    check_fields(content_of(*entry.step).fields);
  }

  void read_setback(Entry& entry) {
    read_step(entry);
    entry.severity = severity_from_word(required(choice(entry, "severity"), "severity"));
    choice(entry, "told");
    check_fields(content_of(*entry.step).fields);
    check_fields(setback_content().fields);
  }

  void read_promise(Entry& entry) {
    read_step(entry);
    required(text("text"), "text");
    entry.deadline = required(deadline("due"), "due");
    text("to");
    choice(entry, "effort");
    text("if_then");
    entry.reference = std::string{text("apology").value_or("")};
  }

  void read_outcome(Entry& entry) {
    entry.reference = std::string{required(text("promise"), "promise")};
    entry.result = outcome_from_word(required(word("result", outcome_results), "result"));
    entry.deadline = deadline("due");
  }

  void read_space(Entry& entry) {
    entry.deadline = deadline("until");
    choice(entry, "asked_by");
    entry.no_contact = choice(entry, "contact") == "none";
  }

  void read_return(Entry& entry) {
    entry.reference = std::string{required(text("space"), "space")};
    entry.result = outcome_from_word(required(word("result", return_results), "result"));
    entry.deadline = deadline("until");
  }

  void read_rest(Entry& entry) {
    entry.rest = {required(date("from"), "from"), required(date("to"), "to")};
    text("reason");
    StepSet steps;
    for (const auto key : texts("steps")) {
      steps.set(index_of(to_step(key, *table_.get("steps"))));
    }
    for (const auto name : texts("actions")) {
      entry.rest_actions.push_back(to_action_name(name, *table_.get("actions")));
    }
    if (steps.any() || !entry.rest_actions.empty()) entry.rest_steps = steps;
  }

  ActionName to_action_name(std::string_view name, const toml::node& node) {
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) {
      fail_type(node, "actions", "a list such as [\"consistency/on-foot\"]");
    }
    return {to_step(name.substr(0, slash), node), std::string{name.substr(slash + 1)}};
  }

  const toml::table& table_;
  const std::string& file_;
  int line_offset_;
};

}  // namespace

Result<Entry> read_entry(const toml::table& table, const std::string& file, int line_offset) {
  try {
    return EntryReader{table, file, line_offset}.read();
  } catch (Damaged& damaged) {
    return std::move(damaged.diagnostic);
  }
}

}  // namespace mend
