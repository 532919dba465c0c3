// SPDX-License-Identifier: MIT
#include "mend/text/csv.hpp"

#include "mend/text/display.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

// The last four are the wide forms of the first, which some spreadsheets understand too.
constexpr std::array<std::string_view, 11> formula_starts = {
    "=", "+", "-", "@", "\t", "\n", "'", "＝", "＋", "－", "＠"};

bool starts_like_formula(std::string_view text) {
  return std::ranges::any_of(formula_starts,
                             [text](std::string_view start) { return text.starts_with(start); });
}

std::string written_cell(std::string_view text) {
  std::string shown = harmless(text, LineBreaks::kept);
  if (starts_like_formula(shown)) shown.insert(0, "'");
  const bool has_edge_space = shown.starts_with(' ') || shown.ends_with(' ');
  if (shown.find_first_of(",\"\r\n") == std::string::npos && !has_edge_space) return shown;
  std::string quoted = "\"";
  for (const char c : shown) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += ',';
    row += written_cell(cells[i]);
  }
  return row + "\r\n";
}

std::string_view csv_text(std::string_view cell) {
  if (cell.starts_with('\'') && starts_like_formula(cell.substr(1))) cell.remove_prefix(1);
  return cell;
}

CsvReader::CsvReader(std::string_view text) : text_(text) {
  if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
}

bool CsvReader::at_line_end() const {
  return at_ < text_.size() && (text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n"));
}

bool CsvReader::at_lone_return() const {
  return at_ < text_.size() && text_[at_] == '\r' && !at_line_end();
}

void CsvReader::refuse_lone_return() {
  fault_ = CsvFault{"this line ends in a lone carriage return (CR)", line_, column_,
                    "Save the file with Unix (LF) or Windows (CRLF) line endings."};
}

void CsvReader::skip_line_end() {
  if (text_[at_] == '\r') take();
  take();
}

// Columns are code points: the bytes that continue one do not count.
char CsvReader::take() {
  const char c = text_[at_++];
  if (c == '\n') {
    ++line_;
    column_ = 1;
  } else if (!continues_character(c)) {
    ++column_;
  }
  return c;
}

CsvCell CsvReader::read_plain() {
  CsvCell cell{{}, line_, column_};
  while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\r' && !at_line_end()) {
    cell.text += take();
  }
  return cell;
}

std::optional<CsvCell> CsvReader::read_quoted() {
  CsvCell cell{{}, line_, column_};
  take();
  while (at_ < text_.size()) {
    if (text_[at_] != '"') {
      cell.text += take();
    } else if (text_.substr(at_).starts_with("\"\"")) {
      take();
      cell.text += take();
    } else {
      take();
      if (at_ == text_.size() || text_[at_] == ',' || at_line_end() || at_lone_return()) return cell;
      fault_ = CsvFault{"a quoted cell goes on behind its closing quote", line_, column_};
      return std::nullopt;
    }
  }
  fault_ = CsvFault{"a quoted cell begins here and its closing quote is missing", cell.line,
                    cell.column};
  return std::nullopt;
}

std::optional<std::vector<CsvCell>> CsvReader::next() {
  while (at_line_end()) skip_line_end();
  if (at_ == text_.size() || fault_) return std::nullopt;
  std::vector<CsvCell> row;
  while (true) {
    if (at_ < text_.size() && text_[at_] == '"') {
      auto cell = read_quoted();
      if (!cell) return std::nullopt;
      row.push_back(*std::move(cell));
    } else {
      row.push_back(read_plain());
    }
    if (at_lone_return()) {
      refuse_lone_return();
      return std::nullopt;
    }
    if (at_ == text_.size()) return row;
    if (at_line_end()) {
      skip_line_end();
      return row;
    }
    take();
  }
}

}  // namespace mend
