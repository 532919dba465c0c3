// SPDX-License-Identifier: MIT
#include "mend/exchange/csv_columns.hpp"
#include "mend/exchange/export.hpp"
#include "mend/text/csv.hpp"

#include <algorithm>

namespace mend {
namespace {

std::vector<std::string> columns_of(std::span<const ExportedEntry> entries) {
  std::vector<std::string> columns{first_csv_columns.begin(), first_csv_columns.end()};
  for (const ExportedEntry& entry : entries) {
    for (const Attribute& attribute : entry.attributes) {
      if (std::ranges::find(columns, attribute.key) == columns.end()) {
        columns.push_back(attribute.key);
      }
    }
  }
  return columns;
}

}  // namespace

std::string csv_export(const ExportSource& source) {
  const std::vector<std::string> columns = columns_of(source.entries);
  std::string out = csv_row(columns);
  for (const ExportedEntry& entry : source.entries) {
    std::vector<std::string> cells;
    for (const std::string& column : columns) {
      const Value* const value = find_value(entry.attributes, column);
      cells.push_back(value == nullptr ? std::string{} : cell_text(*value));
    }
    out += csv_row(cells);
  }
  return out;
}

}  // namespace mend
