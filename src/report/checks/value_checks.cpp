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

Keys keys_of_parts(Kind kind) {
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

bool is_among_keys(Keys keys, std::string_view key) { return std::ranges::find(keys, key) != keys.end(); }

bool is_known(Kind kind, std::string_view key) {
  return is_among_keys(common_keys, key) || is_among_keys(keys_of_parts(kind), key) ||
         find_kind_key(kind, key) != nullptr;
}

std::vector<FieldContent> fields_of(const Facts& facts) {
  std::vector<FieldContent> fields;
  if (facts.step) {
    const auto of_step = content_of(*facts.step).fields;
    fields.assign(of_step.begin(), of_step.end());
  }
  if (facts.kind == Kind::setback) {
    const auto of_setbacks = setback_content().fields;
    fields.insert(fields.end(), of_setbacks.begin(), of_setbacks.end());
  }
  return fields;
}

// "a note of empathy", "an outcome".
std::string entry_noun(const Facts& facts) {
  const std::string kind{word_of(facts.kind)};
  const bool is_vowel = kind.find_first_of("ao") == 0;
  return (is_vowel ? "an " : "a ") + kind +
         (facts.step ? " of " + std::string{key_of(*facts.step)} : "");
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
    for (std::size_t i = 0; i < records_.facts.size(); ++i) {
      check_keys(records_.facts[i], records_.attributes[i]);
      check_tags(records_.facts[i], records_.attributes[i]);
    }
    return std::move(findings_);
  }

 private:
  Finding& report(const Facts& facts, std::string what, std::string hint = {}) {
    return findings_.emplace_back(odd_entry(records_, facts, std::move(what), std::move(hint)));
  }

  void check_keys(const Facts& facts, const Attributes& attributes) {
    const auto fields = fields_of(facts);
    // The reader has judged the types of the fields where they are asked for, and only there.
    const bool has_fields = facts.kind == Kind::note || facts.kind == Kind::setback;
    for (const Attribute& attribute : attributes) {
      if (is_known(facts.kind, attribute.key)) continue;
      const auto field = std::ranges::find(fields, attribute.key, &FieldContent::name);
      if (field == fields.end()) {
        report_key(facts, attribute.key, fields);
      } else if (has_fields) {
        check_field(facts, *field, attribute.value);
      }
    }
  }

  void report_key(const Facts& facts, const std::string& key,
                  const std::vector<FieldContent>& fields) {
    std::vector<std::string_view> known{common_keys.begin(), common_keys.end()};
    const Keys parts = keys_of_parts(facts.kind);
    known.insert(known.end(), parts.begin(), parts.end());
    for (const FieldContent& each : kind_keys(facts.kind)) known.push_back(each.name);
    for (const FieldContent& field : fields) known.push_back(field.name);
    std::string hint = did_you_mean(key, known);
    if (hint.empty()) hint = "It is kept, and means nothing to mend.";
    report(facts, "'" + key + "' is no key of " + entry_noun(facts), std::move(hint));
  }

  void check_field(const Facts& facts, const FieldContent& field, const Value& value) {
    const std::string name{field.name};
    const std::string* const text = value.text();
    if (text != nullptr && field.type == FieldType::choice && !is_among_keys(field.choices, *text)) {
      Finding& finding = report(facts, "'" + name + "' is none of its choices",
                                "They are " + choices_text(field) + ".");
      finding.typed = *text;
    }
    const auto* const number = std::get_if<std::int64_t>(&value.content);
    if (number == nullptr) return;
    if (field.type == FieldType::scale && (*number < 1 || *number > field.scale_max)) {
      report(facts, "'" + name + "' is " + std::to_string(*number) + "; it goes from 1 to " +
                        std::to_string(field.scale_max));
    }
    const bool is_amount = field.type == FieldType::minutes || field.type == FieldType::count;
    if (is_amount && *number < 0) report(facts, "'" + name + "' cannot be less than 0");
  }

  void check_tags(const Facts& facts, const Attributes& attributes) {
    const auto tags = tags_of(attributes);
    const bool has_empty = std::ranges::any_of(tags, [](std::string_view tag) {
      return tag.find_first_not_of(" \t\n") == std::string_view::npos;
    });
    if (has_empty) report(facts, "one of its tags is empty");
  }

  const Records& records_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_values(const Records& records) { return ValueChecker{records}.run(); }

}  // namespace mend
