// SPDX-License-Identifier: MIT
#include "mend/exchange/csv_columns.hpp"
#include "mend/exchange/import.hpp"
#include "mend/text/display.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mend {
namespace {

// What says where an entry belongs and when it was written, and no more.
constexpr std::array<std::string_view, 7> placing_keys = {"id",     "edited", "at",     "step",
                                                          "action", "steps",  "actions"};

// Words chosen from a list, or ids.
constexpr std::array<std::string_view, 6> coded_keys = {"kind",  "severity", "result",
                                                        "space", "promise",  "apology"};

bool is_one_of(std::string_view key, std::span<const std::string_view> keys) {
  return std::ranges::find(keys, key) != keys.end();
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

bool holds_words(const Attributes& entry, std::string_view key) {
  const Value* const value = find_value(entry, key);
  const bool is_words = value != nullptr && (value->text() != nullptr ||
                                             std::holds_alternative<Values>(value->content));
  return is_words && !is_one_of(key, coded_keys);
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
  auto difference = Difference::none;
  for (const auto& [key, text] : only) {
    if (is_one_of(key, placing_keys)) continue;
    if (holds_words(a, key) || holds_words(b, key)) return Difference::words;
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
