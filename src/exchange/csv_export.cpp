// SPDX-License-Identifier: MIT
#include "mend/exchange/csv_columns.hpp"
#include "mend/exchange/export.hpp"
#include "mend/text/csv.hpp"

#include <algorithm>

namespace mend {

std::string csv_table(const std::vector<const Attributes*>& rows, std::vector<std::string> columns) {
  for (const Attributes* const row : rows) {
    for (const Attribute& attribute : *row) {
      if (std::ranges::find(columns, attribute.key) == columns.end()) {
        columns.push_back(attribute.key);
      }
    }
  }
  std::string out = csv_row(columns);
  for (const Attributes* const row : rows) {
    std::vector<std::string> cells;
    for (const std::string& column : columns) {
      const Value* const value = find_value(*row, column);
      cells.push_back(value == nullptr ? std::string{} : cell_text(*value));
    }
    out += csv_row(cells);
  }
  return out;
}

std::string csv_export(const ExportSource& source) {
  std::vector<const Attributes*> rows;
  for (const ExportedEntry& entry : source.entries) rows.push_back(&entry.shown);
  return csv_table(rows, {first_csv_columns.begin(), first_csv_columns.end()});
}

}  // namespace mend
