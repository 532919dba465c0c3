// SPDX-License-Identifier: MIT
#include "entry_types.hpp"

#include "mend/domain/number.hpp"
#include "mend/domain/schema.hpp"
#include "mend/exchange/csv_columns.hpp"
#include "mend/exchange/import.hpp"

#include <algorithm>

namespace mend {
namespace {

enum class Type { text, date, list, yes_no, number };

Type type_of(ValueType type) {
  switch (type) {
    case ValueType::date:
    case ValueType::time:
    case ValueType::deadline:
    case ValueType::first_day:
    case ValueType::last_day: return Type::date;
    case ValueType::texts:
    case ValueType::steps:
    case ValueType::actions: return Type::list;
    default: return Type::text;
  }
}

Type type_of(FieldType type) {
  switch (type) {
    case FieldType::yes_no: return Type::yes_no;
    case FieldType::minutes:
    case FieldType::count:
    case FieldType::scale: return Type::number;
    case FieldType::date: return Type::date;
    case FieldType::text:
    case FieldType::choice:
    case FieldType::reference: break;
  }
  return Type::text;
}

Type type_of(std::string_view kind_word, std::string_view step, std::string_view name) {
  const auto kind = kind_from_word(kind_word);
  if (const EntryKey* const key = find_key(kind, name)) return type_of(key->type);
  const FieldContent* const field = kind ? find_field(*kind, step_from_key(step), name) : nullptr;
  return field == nullptr ? Type::text : type_of(field->type);
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// `pattern` has `d` for a digit; every other character stands for itself.
bool fits(std::string_view text, std::string_view pattern) {
  return text.size() == pattern.size() &&
         std::ranges::equal(text, pattern, [](char c, char wanted) {
           return wanted == 'd' ? c >= '0' && c <= '9' : c == wanted;
         });
}

bool is_zone_offset(std::string_view text) {
  return text.empty() || text == "Z" || text == "z" || fits(text, "+dd:dd") || fits(text, "-dd:dd");
}

}  // namespace

bool is_date_text(std::string_view text) {
  constexpr std::size_t date_length = 10;
  constexpr std::size_t time_length = 19;
  if (!fits(text.substr(0, date_length), "dddd-dd-dd")) return false;
  if (text.size() == date_length) return true;
  const char between = text[date_length];
  if (between != 'T' && between != 't' && between != ' ') return false;
  if (!fits(text.substr(date_length + 1, time_length - date_length - 1), "dd:dd:dd")) return false;
  std::string_view rest = text.substr(time_length);
  if (rest.starts_with('.')) {
    const auto end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    if (!is_digits(rest.substr(1, end - 1))) return false;
    rest.remove_prefix(end);
  }
  return is_zone_offset(rest);
}

std::optional<DateText> date_from(std::string_view text) {
  if (is_date_text(text)) return DateText{std::string{text}};
  const auto day = parse_foreign_day(text);
  if (!day) return std::nullopt;
  return DateText{to_iso(*day)};
}

Attributes with_dates(Attributes entry) {
  const std::string kind{text_of(entry, "kind")};
  const std::string step{text_of(entry, "step")};
  for (Attribute& attribute : entry) {
    const std::string* const text = attribute.value.text();
    if (text == nullptr || type_of(kind, step, attribute.key) != Type::date) continue;
    if (auto date = date_from(*text)) attribute.value = {*std::move(date)};
  }
  return entry;
}

Value value_of_cell(std::string_view kind, std::string_view step, std::string_view column,
                    std::string_view cell) {
  switch (type_of(kind, step, column)) {
    case Type::list: return {split_list(cell)};
    case Type::date:
      if (auto date = date_from(cell)) return {*std::move(date)};
      break;
    case Type::yes_no:
      if (cell == "true" || cell == "false") return {cell == "true"};
      break;
    case Type::number:
      if (const auto number = parse_number<std::int64_t>(cell)) return {*number};
      break;
    case Type::text: break;
  }
  return {std::string{cell}};
}

}  // namespace mend
