// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "mend/domain/kind_keys.hpp"
#include "mend/domain/spelling.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace mend {
namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 9> common_keys = {"id",   "day",    "at",   "edited", "kind",
                                                         "step", "action", "text", "tags"};
// Beside the keys of its kind, what an entry of it consists of.
constexpr std::array<std::string_view, 1> action_parts = {"amount"};
constexpr std::array<std::string_view, 1> promise_parts = {"due"};
constexpr std::array<std::string_view, 3> outcome_parts = {"promise", "result", "due"};
constexpr std::array<std::string_view, 1> space_parts = {"until"};
constexpr std::array<std::string_view, 3> return_parts = {"space", "result", "until"};
constexpr std::array<std::string_view, 4> rest_parts = {"from", "to", "steps", "actions"};

Keys parts_of(Kind kind) {
  switch (kind) {
    case Kind::action: return action_parts;
    case Kind::promise: return promise_parts;
    case Kind::outcome: return outcome_parts;
    case Kind::space: return space_parts;
    case Kind::comeback: return return_parts;
    case Kind::rest: return rest_parts;
    case Kind::setback:
    case Kind::note: break;
  }
  return {};
}

bool is_in(Keys keys, std::string_view key) { return std::ranges::find(keys, key) != keys.end(); }

bool is_known(Kind kind, std::string_view key) {
  return is_in(common_keys, key) || is_in(parts_of(kind), key) ||
         find_kind_key(kind, key) != nullptr;
}

std::vector<FieldContent> fields_of(const Entry& entry) {
  std::vector<FieldContent> fields;
  if (entry.step) {
    const auto of_step = content_of(*entry.step).fields;
    fields.assign(of_step.begin(), of_step.end());
  }
  if (entry.kind == Kind::setback) {
    const auto of_setbacks = setback_content().fields;
    fields.insert(fields.end(), of_setbacks.begin(), of_setbacks.end());
  }
  return fields;
}

// "a note of empathy", "an outcome".
std::string entry_noun(const Entry& entry) {
  const std::string kind{word_of(entry.kind)};
  const bool is_vowel = kind.find_first_of("ao") == 0;
  return (is_vowel ? "an " : "a ") + kind +
         (entry.step ? " of " + std::string{key_of(*entry.step)} : "");
}

std::string choices_text(const FieldContent& field) {
  std::string text;
  for (const auto choice : field.choices) {
    text += (text.empty() ? "'" : ", '") + std::string{choice} + "'";
  }
  return text;
}

// Checks the attributes of one entry after the other.
class ValueChecker {
 public:
  explicit ValueChecker(const Records& records) : records_(records) {}

  std::vector<Finding> run() {
    for (const Entry& entry : records_.entries) {
      check_keys(entry);
      check_tags(entry);
    }
    return std::move(findings_);
  }

 private:
  Finding& report(const Entry& entry, std::string what, std::string hint = {}) {
    return findings_.emplace_back(odd_entry(records_, entry, std::move(what), std::move(hint)));
  }

  void check_keys(const Entry& entry) {
    const auto fields = fields_of(entry);
    // The reader has judged the types of the fields where they are asked for, and only there.
    const bool has_fields = entry.kind == Kind::note || entry.kind == Kind::setback;
    for (const Attribute& attribute : entry.keys) {
      if (is_known(entry.kind, attribute.key)) continue;
      const auto field = std::ranges::find(fields, attribute.key, &FieldContent::name);
      if (field == fields.end()) {
        report_key(entry, attribute.key, fields);
      } else if (has_fields) {
        check_field(entry, *field, attribute.value);
      }
    }
  }

  void report_key(const Entry& entry, const std::string& key,
                  const std::vector<FieldContent>& fields) {
    std::vector<std::string_view> known{common_keys.begin(), common_keys.end()};
    const Keys parts = parts_of(entry.kind);
    known.insert(known.end(), parts.begin(), parts.end());
    for (const FieldContent& each : kind_keys(entry.kind)) known.push_back(each.name);
    for (const FieldContent& field : fields) known.push_back(field.name);
    std::string hint = did_you_mean(key, known);
    if (hint.empty()) hint = "It is kept, and means nothing to mend.";
    report(entry, "'" + key + "' is no key of " + entry_noun(entry), std::move(hint));
  }

  void check_field(const Entry& entry, const FieldContent& field, const Value& value) {
    const std::string name{field.name};
    const std::string* const text = value.text();
    if (text != nullptr && field.type == FieldType::choice && !is_in(field.choices, *text)) {
      Finding& finding = report(entry, "'" + name + "' is none of its choices",
                                "They are " + choices_text(field) + ".");
      finding.typed = *text;
    }
    const auto* const number = std::get_if<std::int64_t>(&value.content);
    if (number == nullptr) return;
    if (field.type == FieldType::scale && (*number < 1 || *number > field.scale_max)) {
      report(entry, "'" + name + "' is " + std::to_string(*number) + "; it goes from 1 to " +
                        std::to_string(field.scale_max));
    }
    const bool is_amount = field.type == FieldType::minutes || field.type == FieldType::count;
    if (is_amount && *number < 0) report(entry, "'" + name + "' cannot be less than 0");
  }

  void check_tags(const Entry& entry) {
    const auto tags = tags_of(entry.keys);
    const bool has_empty = std::ranges::any_of(tags, [](std::string_view tag) {
      return tag.find_first_not_of(" \t\n") == std::string_view::npos;
    });
    if (has_empty) report(entry, "one of its tags is empty");
  }

  const Records& records_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_values(const Records& records) { return ValueChecker{records}.run(); }

}  // namespace mend
