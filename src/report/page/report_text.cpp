// SPDX-License-Identifier: MIT
#include "mend/report/report_renderings.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t page_indent = 2;
constexpr std::size_t column_gap = 2;
constexpr std::size_t least_of_part = 14;

class TextReport {
 public:
  explicit TextReport(const Style& style) : style_(style) {}

  std::string render(const ReportPage& page) {
    add(harmless(page.title), 0, Paint::bold);
    if (!page.subtitle.empty()) add(harmless(page.subtitle), 0, Paint::dim);
    for (const PageSection& section : page.sections) add(section);
    if (!page.closing.empty()) {
      out_ += "\n";
      add(page.closing, 0);
    }
    return std::move(out_);
  }

 private:
  void add(const std::string& text, std::size_t columns, Paint paint = Paint::plain) {
    for (const std::string& line : wrapped(text, style_.width - columns)) {
      out_ += std::string(line.empty() ? 0 : columns, ' ') + style_.painted(line, paint) + "\n";
    }
  }

  void add(const PageSection& section) {
    out_ += "\n";
    if (!section.heading.empty()) add(section.heading, 0, Paint::bold);
    const std::size_t columns = section.heading.empty() ? 0 : page_indent;
    for (const std::string& line : section.lines) add(harmless(line), columns);
    if (section.table) add(*section.table);
    for (const PageQuote& quote : section.quotes) add(quote);
  }

  void add(const PageQuote& quote) {
    add(harmless(quote.source), page_indent, Paint::dim);
    for (const std::string& text : quote.texts) {
      add(harmless(text, LineBreaks::kept), page_indent + 2);
    }
  }

  void add(const PageTable& table) {
    add(table.caption, page_indent, Paint::dim);
    most_of_part_ = style_.width;
    auto widths = widths_of(table);
    if (!fits(widths)) {
      most_of_part_ = least_of_part;
      widths = widths_of(table);
    }
    if (!fits(widths)) {
      add_stacked(table, widths.front());
      return;
    }
    add_row(table.columns, widths, Paint::dim);
    for (const PageRow& row : table.rows) add_row(shown_cells(row), widths, Paint::plain);
  }

  std::vector<std::size_t> widths_of(const PageTable& table) const {
    std::vector<std::size_t> widths;
    for (const std::string& column : table.columns) widths.push_back(display_width(column));
    for (const PageRow& row : table.rows) {
      const auto cells = shown_cells(row);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        widths[i] = std::max(widths[i], display_width(cells[i]));
      }
    }
    return widths;
  }

  bool fits(const std::vector<std::size_t>& widths) const {
    std::size_t width = page_indent - column_gap;
    for (const std::size_t each : widths) width += each + column_gap;
    return width <= style_.width;
  }

  void add_row(const std::vector<std::string>& row, const std::vector<std::size_t>& widths,
               Paint paint) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += padded(row[i], widths[i] + column_gap);
    add_line(std::move(line), paint);
  }

  void add_line(std::string line, Paint paint) {
    line.erase(line.find_last_not_of(' ') + 1);
    out_ += std::string(page_indent, ' ') + style_.painted(line, paint) + "\n";
  }

  // A part is set in, and its name is as long as leaves room for the rest.
  std::vector<std::string> shown_cells(const PageRow& row) const {
    std::vector<std::string> cells = row.cells;
    if (row.is_part) cells[0] = "  " + shorten(harmless(cells[0]), most_of_part_, style_.ellipsis());
    return cells;
  }

  // Where the columns do not fit beside each other: the first two, and the others below them.
  void add_stacked(const PageTable& table, std::size_t first_width) {
    for (const PageRow& row : table.rows) {
      const auto cells = shown_cells(row);
      add_line(padded(cells[0], first_width + column_gap) + cells[1], Paint::plain);
      for (std::size_t i = 2; i < cells.size(); ++i) {
        const std::size_t columns = page_indent + (row.is_part ? 4 : 2);
        if (!cells[i].empty()) add(table.columns[i] + ": " + cells[i], columns, Paint::dim);
      }
    }
  }

  const Style& style_;
  std::size_t most_of_part_ = least_of_part;
  std::string out_;
};

}  // namespace

std::string report_text(const ReportPage& page, const Style& style) {
  return TextReport{style}.render(page);
}

}  // namespace mend
