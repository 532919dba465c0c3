// SPDX-License-Identifier: MIT
#include "loop_table.hpp"

#include "habit_lines.hpp"
#include "mend/text/csv.hpp"
#include "mend/text/trimmed.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace mend {
namespace {

struct Line {
  std::string_view text;  // without its end
  RowPlace place;
};

std::vector<Line> lines_of(const ImportFile& file) {
  std::string_view rest = file.bytes;
  if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
  std::vector<Line> lines;
  for (int number = 1; !rest.empty(); ++number) {
    const auto newline = std::min(rest.find('\n'), rest.size());
    std::string_view text = rest.substr(0, newline);
    rest.remove_prefix(std::min(newline + 1, rest.size()));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (!trimmed(text).empty()) lines.push_back({text, {file.name, number, 1}});
  }
  return lines;
}

// The cells, without the empty one behind a comma at the end.
std::vector<std::string_view> split_cells(std::string_view line) {
  if (line.ends_with(',')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  while (true) {
    const auto comma = line.find(',');
    cells.push_back(line.substr(0, comma));
    if (comma == std::string_view::npos) return cells;
    line.remove_prefix(comma + 1);
  }
}

std::vector<std::string> texts_of(const std::vector<std::string_view>& cells) {
  return {cells.begin(), cells.end()};
}

// As a spreadsheet that saved the file again would have quoted them.
std::vector<std::string> quoted_cells(std::string_view line) {
  CsvReader reader{line};
  const auto row = reader.next();
  std::vector<std::string> cells;
  if (!row) return cells;
  for (const CsvCell& cell : *row) cells.push_back(cell.text);
  if (cells.size() > 1 && cells.back().empty()) cells.pop_back();
  return cells;
}

// Which of the known habits the cells name one after the other, where a name may be several cells
// with commas between them; nothing when some are none of them.
std::optional<std::vector<std::size_t>> named_habits(const std::vector<std::string_view>& cells,
                                                     std::span<const std::string> known) {
  constexpr std::size_t most_commas = 16;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_name;
  for (std::size_t i = known.size(); i > 0; --i) by_name[trimmed(known[i - 1])].push_back(i - 1);
  std::vector<std::size_t> habits;
  for (std::size_t first = 1; first < cells.size();) {
    std::size_t next = first;
    for (std::size_t last = std::min(cells.size(), first + most_commas); last > first; --last) {
      const char* const begin = cells[first].data();
      const char* const end = cells[last - 1].data() + cells[last - 1].size();
      const auto found = by_name.find(trimmed({begin, static_cast<std::size_t>(end - begin)}));
      if (found == by_name.end() || found->second.empty()) continue;
      habits.push_back(found->second.back());
      found->second.pop_back();
      next = last;
      break;
    }
    if (next == first) return std::nullopt;
    first = next;
  }
  return habits;
}

}  // namespace

LoopTable read_loop_columns(const ImportFile& file, std::span<const std::string> known) {
  LoopTable table;
  const auto lines = lines_of(file);
  if (lines.empty()) return table;
  const auto cells = split_cells(lines.front().text);
  const std::size_t columns = split_cells(lines.size() > 1 ? lines[1].text : lines.front().text).size();
  if (!known.empty()) {
    auto named = named_habits(cells, known);
    if (!named || (lines.size() > 1 && named->size() + 1 != columns)) {
      named.reset();
      if (columns == known.size() + 1) {
        named.emplace();
        for (std::size_t i = 0; i < known.size(); ++i) named->push_back(i);
      }
    }
    if (named) {
      table.habits = *std::move(named);
      for (const std::size_t habit : table.habits) table.names.push_back(known[habit]);
      return table;
    }
  }
  table.names = texts_of(cells);
  if (table.names.size() != columns) table.names = quoted_cells(lines.front().text);
  if (table.names.size() != columns) {
    table.problems.push_back({"the first line does not name a habit for each value of the next",
                              file.name, lines.front().place.line, 1,
                              "Where names have commas in them, Habits.csv has to be in the same folder."});
  }
  if (!table.names.empty()) table.names.erase(table.names.begin());
  return table;
}

std::vector<Diagnostic> read_loop_rows(const ImportFile& file, std::size_t columns,
                                       const TakeValue& take) {
  std::vector<Diagnostic> problems;
  const auto lines = lines_of(file);
  for (std::size_t row = 1; row < lines.size(); ++row) {
    const auto& [line, place] = lines[row];
    const auto cells = split_cells(line);
    if (cells.size() != columns + 1) {
      const std::string_view part = cells[std::min(cells.size() - 1, columns + 1)];
      const RowPlace at = place_in(line, place, part);
      problems.push_back({"this row has " + std::to_string(cells.size() - 1) +
                              " values, and the first line names " + std::to_string(columns) + " habits",
                          at.file, at.line, at.column, {}});
      continue;
    }
    const TableValue date{0, cells.front(), place};
    RowPlace at = place;
    for (std::size_t i = 0; i < columns; ++i) {
      // Values are plain letters and digits; a column counted on from the one before keeps long rows quick.
      at.column += static_cast<int>(cells[i].size()) + 1;
      take(date, {i, cells[i + 1], at});
    }
  }
  return problems;
}

}  // namespace mend
