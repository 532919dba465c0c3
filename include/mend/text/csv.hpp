// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Comma-separated values as in RFC 4180: rows end in CR LF, cells with commas, quotes or line breaks
// are quoted.

// A whole row with its ending. What could act on a terminal is made visible, and a cell that a
// spreadsheet would take for a formula, or that begins with `'`, gets a `'` before it.
std::string csv_row(const std::vector<std::string>& cells);

// The text of a cell without the `'` that csv_row put before it.
std::string_view csv_text(std::string_view cell);

struct CsvCell {
  std::string text;
  int line = 1;  // where it begins, counted from 1, with the column in code points
  int column = 1;
};

// Why reading ended before the end of the text.
struct CsvFault {
  std::string what;
  int line = 1;
  int column = 1;
  std::string hint = {};
};

// Reads one row after the other; a byte order mark, CR LF and LF are all understood, and lines with
// nothing on them are passed over. A CR alone ends no line: what would be one row of many is refused.
class CsvReader {
 public:
  // `text` has to outlive the reader.
  explicit CsvReader(std::string_view text);

  // The next row, with at least one cell. Nothing at the end, or where `fault` says what is wrong.
  std::optional<std::vector<CsvCell>> next();

  const std::optional<CsvFault>& fault() const { return fault_; }

 private:
  bool at_line_end() const;
  bool at_lone_return() const;
  void refuse_lone_return();
  void skip_line_end();
  char take();
  CsvCell read_plain();
  std::optional<CsvCell> read_quoted();

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
  std::optional<CsvFault> fault_;
};

}  // namespace mend
