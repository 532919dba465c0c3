// SPDX-License-Identifier: MIT
#include "mend/domain/schema.hpp"
#include "mend/exchange/csv_columns.hpp"
#include "mend/exchange/import.hpp"
#include "mend/text/display.hpp"

#include <algorithm>
#include <utility>

namespace mend {
namespace {

// Does it say where an entry belongs and when it was written, and no more?
bool is_placing(const EntryKey* key) {
  if (key == nullptr) return false;
  switch (key->type) {
    case ValueType::id:
    case ValueType::time:
    case ValueType::step:
    case ValueType::action:
    case ValueType::steps:
    case ValueType::actions: return true;
    default: return false;
  }
}

// Words of somebody's own, and not chosen from a list, nor an id.
bool is_said(const EntryKey* key) {
  return key == nullptr || key->type == ValueType::text || key->type == ValueType::texts ||
         key->type == ValueType::any;
}

using Cells = std::vector<std::pair<std::string_view, std::string>>;

// Every key that says something, sorted, as a CSV would say it: the type of a value and the order of
// the keys depend on the format alone.
Cells compared_cells(const Attributes& entry) {
  Cells cells;
  for (const Attribute& each : entry) {
    std::string text = harmless(cell_text(each.value), LineBreaks::kept);
    if (!text.empty()) cells.emplace_back(each.key, std::move(text));
  }
  std::ranges::sort(cells);
  return cells;
}

bool holds_words(const Attributes& entry, std::string_view name) {
  const Value* const value = find_value(entry, name);
  return value != nullptr &&
         (value->text() != nullptr || std::holds_alternative<Values>(value->content));
}

}  // namespace

std::string id_from_content(const Attributes& entry) {
  std::string content = "mend";
  for (const auto& [key, text] : compared_cells(entry)) {
    if (key == "id" || key == "edited") continue;
    content += "\n" + std::string{key} + "\n" + std::to_string(text.size()) + " " + text;
  }
  return content_id(content);
}

std::string repeated_content_id(const std::string& first, int count) {
  return count == 1 ? first : content_id(first + "\n#" + std::to_string(count));
}

Difference difference_of(const Attributes& a, const Attributes& b) {
  Cells only;
  std::ranges::set_symmetric_difference(compared_cells(a), compared_cells(b), std::back_inserter(only));
  const auto kind = kind_from_word(text_of(a, "kind"));
  auto difference = Difference::none;
  for (const auto& [key, text] : only) {
    const EntryKey* const known = find_key(kind, key);
    if (is_placing(known)) continue;
    if (is_said(known) && (holds_words(a, key) || holds_words(b, key))) return Difference::words;
    difference = Difference::details;
  }
  return difference;
}

std::string place_of(const Attributes& entry) {
  for (const std::string_view key : {"actions", "steps"}) {
    const Value* const value = find_value(entry, key);
    if (value != nullptr) return cell_text(*value);
  }
  const std::string_view action = text_of(entry, "action");
  return std::string{text_of(entry, "step")} + (action.empty() ? "" : "/" + std::string{action});
}

}  // namespace mend
