// SPDX-License-Identifier: MIT
#include "mend/cli/note_fields.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/schema.hpp"
#include "mend/domain/number.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace mend {
namespace {

FieldContent known_field(Kind kind, Step step, std::string_view name) {
  const EntryKey* const key = find_key(kind, lower_case(name));
  if (key != nullptr && !key->ask.empty()) {
    stop_usage("'" + std::string{name} + "' is not a field", "It is an option: --" + std::string{name} + ".");
  }
  return require_field(fields_of(kind, step), name, owner_of_fields(kind, step));
}

[[noreturn]] void refuse_field(const FieldContent& field, std::string_view value,
                         const std::string& expected) {
  stop_usage("'" + std::string{value} + "' does not fit the field '" + std::string{field.name} + "'",
             "Use " + expected + ".");
}

bool parse_answer(const FieldContent& field, std::string_view value) {
  static constexpr std::string_view agreement[] = {"yes", "true", "y"};
  static constexpr std::string_view denial[] = {"no", "false", "n"};
  if (!listed_word(value, agreement).empty()) return true;
  if (!listed_word(value, denial).empty()) return false;
  refuse_field(field, value, "yes or no");
}

std::string parse_choice(const FieldContent& field, std::string_view value) {
  if (const auto choice = listed_word(value, field.choices); !choice.empty()) return std::string{choice};
  std::string choices;
  for (const auto choice : field.choices) {
    choices += (choices.empty() ? "'" : ", '") + std::string{choice} + "'";
  }
  refuse_field(field, value, "one of " + choices);
}

std::int64_t parse_amount(const FieldContent& field, std::string_view value, std::int64_t least,
                          std::int64_t most) {
  const auto number = parse_number<std::int64_t>(value);
  if (!number || *number < least || *number > most) {
    refuse_field(field, value,
           "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return *number;
}

constexpr std::int64_t minutes_a_day = 24 * 60;
constexpr std::int64_t most_counted = 1'000'000;

// The whole id of the setback that its start names. What names none is kept as it was written: the
// note is worth more than the reference.
std::string parse_reference(Context& context, const std::string& value) {
  const History history = context.history(no_words);
  std::vector<std::string> found;
  for (const Entry& entry : history.entries) {
    if (entry.kind == Kind::setback && entry.id.starts_with(value)) found.push_back(entry.id);
  }
  if (found.size() == 1) return found.front();
  context.hint("'" + value + "' names " + (found.empty() ? "no setback" : "several setbacks") +
               " in this journal; it is kept as you wrote it.");
  return value;
}

}  // namespace

std::vector<FieldContent> editable_fields(Kind kind, std::optional<Step> step) {
  std::vector<FieldContent> fields = asked_keys(kind);
  std::ranges::copy(fields_of(kind, step), std::back_inserter(fields));
  return fields;
}

FieldContent require_field(std::span<const FieldContent> fields, std::string_view name,
                           const std::string& who) {
  const auto found = std::ranges::find(fields, std::string_view{lower_case(name)}, &FieldContent::name);
  if (found != fields.end()) return *found;
  std::vector<std::string_view> names;
  for (const FieldContent& field : fields) names.push_back(field.name);
  std::string hint = did_you_mean(name, names);
  if (hint.empty() && !names.empty()) {
    hint = names.size() == 1 ? "Its field is" : "Its fields are";
    for (const auto each : names) hint += (each == names.front() ? " " : ", ") + std::string{each};
    hint += ".";
  }
  stop_usage(who + " no field '" + std::string{name} + "'", hint);
}

std::string owner_of_fields(Kind kind, std::optional<Step> step) {
  if (!step || !schema_of(kind).has_fields) return one_of(kind) + " has";
  const std::string what = kind == Kind::setback ? "setbacks in" : "notes for";
  return what + " '" + std::string{key_of(*step)} + "' have";
}

Value parse_value(Context& context, const FieldContent& field, std::string_view value) {
  switch (field.type) {
    case FieldType::text:
      if (!value.empty() && !has_words(value)) refuse_field(field, value, "at least one word");
      return {std::string{value}};
    case FieldType::reference: return {parse_reference(context, std::string{value})};
    case FieldType::choice: return {parse_choice(field, value)};
    case FieldType::yes_no: return {parse_answer(field, value)};
    case FieldType::minutes: return {parse_amount(field, value, 0, minutes_a_day)};
    case FieldType::count: return {parse_amount(field, value, 0, most_counted)};
    case FieldType::scale: return {parse_amount(field, value, 1, field.scale_max)};
    case FieldType::date: {
      const auto days = parse_rest_days(value, context.today());
      if (!days || days->first != days->last) refuse_field(field, value, "a day such as +30d or 12-24");
      return {DateText{to_iso(days->first)}};
    }
  }
  return {std::string{value}};
}

Value parse_field(Context& context, Kind kind, Step step, const std::string& name,
                  const std::string& value) {
  return parse_value(context, known_field(kind, step, name), value);
}

Attributes parse_fields(Context& context, Kind kind, Step step,
                        const std::vector<std::string>& fields) {
  Attributes attributes;
  for (const std::string& text : fields) {
    const auto equals = text.find('=');
    const std::string name = text.substr(0, equals);
    const FieldContent field = known_field(kind, step, name);
    if (equals == std::string::npos || equals + 1 == text.size()) {
      stop_usage("the field '" + name + "' needs a value", "Write -f " + name + "=\"...\"");
    }
    if (find_value(attributes, field.name) != nullptr) {
      stop_usage("the field '" + name + "' is given twice");
    }
    attributes.push_back({std::string{field.name}, parse_value(context, field, text.substr(equals + 1))});
  }
  return attributes;
}

std::string dates_text(std::span<const FieldContent> fields, const Attributes& attributes, Day today) {
  std::string text;
  for (const FieldContent& field : fields) {
    const Value* const value = field.type == FieldType::date ? find_value(attributes, field.name) : nullptr;
    const auto* const date = value == nullptr ? nullptr : std::get_if<DateText>(&value->content);
    const auto day = date == nullptr ? std::nullopt : parse_iso_day(date->text);
    if (!day) continue;
    std::string name{field.name};
    std::ranges::replace(name, '_', ' ');
    text += name + ": " + describe(*day, today) + "\n";
  }
  return text;
}

}  // namespace mend
