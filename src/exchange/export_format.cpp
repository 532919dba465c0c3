// SPDX-License-Identifier: MIT
#include "mend/exchange/export.hpp"

#include <algorithm>

namespace mend {
namespace {

bool is_table(const Value& value) { return std::holds_alternative<Attributes>(value.content); }

bool has_tables(const Value& value) {
  const auto* const values = std::get_if<Values>(&value.content);
  return is_table(value) || (values != nullptr && std::ranges::any_of(*values, is_table));
}

Value ordered(const Value& value) {
  if (const auto* const table = std::get_if<Attributes>(&value.content)) {
    return {ordered_settings(*table)};
  }
  const auto* const values = std::get_if<Values>(&value.content);
  if (values == nullptr) return value;
  Values in_order;
  for (const Value& each : *values) in_order.push_back(ordered(each));
  return {std::move(in_order)};
}

}  // namespace

std::optional<ExportFormat> export_format_from_word(std::string_view word) {
  const auto found = std::ranges::find(export_format_words, word);
  if (found == export_format_words.end()) return std::nullopt;
  return static_cast<ExportFormat>(found - export_format_words.begin());
}

Attributes ordered_settings(const Attributes& settings) {
  Attributes in_order;
  for (const Attribute& setting : settings) {
    in_order.push_back({setting.key, ordered(setting.value)});
  }
  std::stable_partition(in_order.begin(), in_order.end(),
                        [](const Attribute& each) { return !has_tables(each.value); });
  return in_order;
}

}  // namespace mend
