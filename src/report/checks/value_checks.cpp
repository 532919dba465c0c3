// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "mend/domain/schema.hpp"
#include "mend/domain/spelling.hpp"

#include <algorithm>

namespace mend {
namespace {

// "a note of empathy", "an outcome".
std::string entry_noun(const Entry& entry) {
  return one_of(entry.kind) + (entry.step ? " of " + std::string{key_of(*entry.step)} : "");
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
    const bool has_fields = schema_of(entry.kind).has_fields;
    for (const Attribute& attribute : entry.keys) {
      if (find_key(entry.kind, attribute.key) != nullptr) continue;
      if (const FieldContent* const field = find_field(entry.kind, entry.step, attribute.key)) {
        check_field(entry, *field, attribute.value);
        continue;
      }
      // Where no fields are asked for, those of its step are somebody's own.
      const bool is_of_step = !has_fields && entry.step && find_field(*entry.step, attribute.key);
      if (!is_of_step) report_key(entry, attribute.key);
    }
  }

  void report_key(const Entry& entry, const std::string& key) {
    std::vector<std::string_view> known;
    for (const EntryKey& each : schema_of(entry.kind).keys) known.push_back(each.name);
    for (const FieldContent& field : fields_of(entry.kind, entry.step)) known.push_back(field.name);
    std::string hint = did_you_mean(key, known);
    if (hint.empty()) hint = "It stays in the file, and means nothing to mend.";
    report(entry, "'" + key + "' is not a key of " + entry_noun(entry), std::move(hint));
  }

  void check_field(const Entry& entry, const FieldContent& field, const Value& value) {
    const std::string name{field.name};
    const std::string* const text = value.text();
    if (text != nullptr && field.type == FieldType::choice && std::ranges::find(field.choices, *text) == field.choices.end()) {
      Finding& finding = report(entry, "'" + name + "' is not one of its choices",
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
