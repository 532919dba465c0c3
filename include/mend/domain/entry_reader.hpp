// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/schema.hpp"
#include "mend/domain/spelling.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mend {

// Reads what an entry says by its schema, wherever its keys are kept. A `Source` has
//
//   Node, a pointer to a value; `find(key)`, null when there is none;
//   `text`, `day`, `time` and `elements` of a Node, nothing when it is none; `is_answer`, `is_number`;
//   `damage(node, what, hint)`, the diagnostic at that value, or at the entry when it is null.
template <typename Source>
class EntryReader {
 public:
  explicit EntryReader(const Source& source) : source_(source) {}

  // The entry without its keys, or what is wrong with it: a required key that is missing, a value of
  // the wrong type, a word that its key does not know.
  Result<Entry> read() {
    try {
      entry_.kind = read_kind();
      for (const EntryKey& key : schema_of(entry_.kind).keys) read(key);
      require_alternative();
      require_fitting_result();
      read_fields();
      const bool names_actions = !entry_.rest_actions.empty();
      if (rest_steps_.any() || names_actions) entry_.rest_steps = rest_steps_;
      return std::move(entry_);
    } catch (Damaged& damaged) {
      return std::move(damaged.diagnostic);
    }
  }

 private:
  using Node = typename Source::Node;

  // Leaves the reading of the entry; caught where it began.
  struct Damaged {
    Diagnostic diagnostic;
  };

  [[noreturn]] void fail(Node node, std::string what, std::string hint = {}) const {
    throw Damaged{source_.damage(node, std::move(what), std::move(hint))};
  }

  [[noreturn]] void fail_type(Node node, std::string_view key, std::string_view type) const {
    fail(node, "'" + std::string{key} + "' has to be " + std::string{type});
  }

  Node require(std::string_view key) const {
    const Node node = source_.find(key);
    if (node == nullptr) fail(nullptr, "this entry has no '" + std::string{key} + "'");
    return node;
  }

  Kind read_kind() const {
    const Node node = require("kind");
    const auto word = text("kind", node);
    if (const auto kind = kind_from_word(word)) return *kind;
    std::vector<std::string_view> kinds;
    for (const KindSchema& each : kind_schemas()) kinds.push_back(each.word);
    fail(node, "'" + std::string{word} + "' is not a known kind", did_you_mean(word, kinds));
  }

  void read(const EntryKey& key) {
    if (key.type == ValueType::any || key.type == ValueType::kind) return;  // nothing more is judged
    const Node node = key.is_required ? require(key.name) : source_.find(key.name);
    if (node == nullptr) return;
    switch (key.type) {
      case ValueType::any:
      case ValueType::kind: break;
      case ValueType::id: entry_.id = id_in(node); break;
      case ValueType::text: text(key.name, node); break;
      case ValueType::choice: word(key, node); break;
      case ValueType::date: read_date(key, node); break;
      case ValueType::time: (key.name == "at" ? entry_.at : entry_.edited) = time(key.name, node); break;
      case ValueType::texts: texts(key.name, node); break;
      case ValueType::step: entry_.step = step(text(key.name, node), node); break;
      case ValueType::action: entry_.action = text(key.name, node); break;
      case ValueType::severity: entry_.severity = severity_from_word(word(key, node)); break;
      case ValueType::contact: entry_.no_contact = word(key, node) == "none"; break;
      case ValueType::reference:
        if (has_reference_) break;  // of two the first counts
        entry_.reference = text(key.name, node);
        entry_.about = key.about;
        has_reference_ = true;
        break;
      case ValueType::result: entry_.result = outcome_from_word(word(key, node)); break;
      case ValueType::deadline: entry_.deadline = deadline(key.name, node); break;
      case ValueType::first_day: entry_.rest.first = day(key.name, node); break;
      case ValueType::last_day: entry_.rest.last = day(key.name, node); break;
      case ValueType::steps:
        for (const auto name : texts(key.name, node)) rest_steps_.set(index_of(step(name, node)));
        break;
      case ValueType::actions:
        for (const auto name : texts(key.name, node)) {
          entry_.rest_actions.push_back(action(key.name, name, node));
        }
        break;
    }
  }

  void require_alternative() const {
    const auto keys = schema_of(entry_.kind).keys;
    const auto first = std::ranges::find(keys, true, &EntryKey::is_alternative);
    if (first != keys.end() && !has_reference_) require(first->name);
  }

  // A limit is lifted, and nothing else is.
  void require_fitting_result() const {
    if (!entry_.result) return;
    const bool is_lifted = entry_.result == Outcome::lifted;
    if (is_lifted == (entry_.about == Kind::limit)) return;
    fail(source_.find("result"), "'" + std::string{word_of(*entry_.result)} + "' is no 'result' of " +
                                     one_of(entry_.about));
  }

  void read_date(const EntryKey& key, Node node) {
    const Day date = day(key.name, node);
    if (key.name == "day") entry_.day = date;
  }

  // The step's own fields have types too; keys that are no field of it are somebody's own.
  void read_fields() const {
    if (!schema_of(entry_.kind).has_fields) return;
    if (entry_.step) read_fields(content_of(*entry_.step).fields);
    if (entry_.kind == Kind::setback) read_fields(setback_content().fields);
  }

  void read_fields(std::span<const FieldContent> fields) const {
    for (const FieldContent& field : fields) {
      const Node node = source_.find(field.name);
      if (node == nullptr) continue;
      switch (field.type) {
        case FieldType::text:
        case FieldType::choice:
        case FieldType::reference: text(field.name, node); break;
        case FieldType::yes_no:
          if (!source_.is_answer(node)) fail_type(node, field.name, "true or false");
          break;
        case FieldType::minutes:
        case FieldType::count:
        case FieldType::scale:
          if (!source_.is_number(node)) fail_type(node, field.name, "a whole number");
          break;
        case FieldType::date: day(field.name, node); break;
      }
    }
  }

  std::string_view text(std::string_view key, Node node) const {
    const auto value = source_.text(node);
    if (!value) fail_type(node, key, "a text in quotes");
    return *value;
  }

  std::string_view word(const EntryKey& key, Node node) const {
    const auto value = text(key.name, node);
    if (std::ranges::find(key.choices, value) == key.choices.end()) {
      fail(node, "'" + std::string{value} + "' is not a known '" + std::string{key.name} + "'",
           did_you_mean(value, key.choices));
    }
    return value;
  }

  std::vector<std::string_view> texts(std::string_view key, Node node) const {
    const auto elements = source_.elements(node);
    if (!elements) fail_type(node, key, "a list of texts");
    std::vector<std::string_view> values;
    for (const Node element : *elements) {
      const auto value = source_.text(element);
      if (!value) fail_type(element, key, "a list of texts");
      values.push_back(*value);
    }
    return values;
  }

  Day day(std::string_view key, Node node) const {
    const auto value = source_.day(node);
    if (!value) fail_type(node, key, "a date such as 2026-11-22, without quotes");
    return *value;
  }

  Timestamp time(std::string_view key, Node node) const {
    const auto value = source_.time(node);
    if (!value) fail_type(node, key, "a time with an offset such as 2026-11-22T19:04:11+01:00");
    return *value;
  }

  Deadline deadline(std::string_view key, Node node) const {
    if (const auto value = source_.time(node)) return {value->day(), *value};
    const auto value = source_.day(node);
    if (!value) {
      fail_type(node, key, "a date such as 2026-11-27 or a time such as 2026-11-27T18:00:00+01:00");
    }
    return {*value, std::nullopt};
  }

  std::string id_in(Node node) const {
    const auto id = text("id", node);
    if (!is_entry_id(id)) fail(node, "'id' has to be 1 to 64 characters of a-z 0-9 _ -");
    return std::string{id};
  }

  Step step(std::string_view key, Node node) const {
    if (const auto found = step_from_key(key)) return *found;
    const auto meant = parse_step(key);
    fail(node, "there is no step '" + std::string{key} + "'",
         meant ? "Did you mean '" + std::string{key_of(*meant)} + "'?" : meant.error().hint);
  }

  ActionName action(std::string_view key, std::string_view name, Node node) const {
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) {
      fail_type(node, key, "a list such as [\"consistency/on-foot\"]");
    }
    return {step(name.substr(0, slash), node), std::string{name.substr(slash + 1)}};
  }

  const Source& source_;
  Entry entry_;
  bool has_reference_ = false;
  StepSet rest_steps_;
};

}  // namespace mend
