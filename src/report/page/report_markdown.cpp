// SPDX-License-Identifier: MIT
#include "mend/report/report_renderings.hpp"
#include "mend/text/markup.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string row_of(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + on_one_line(markdown_escaped(cell)) + " |";
  return row + "\n";
}

std::string markdown_table(const PageTable& table) {
  std::string out = row_of(table.columns) + "|";
  for (std::size_t i = 0; i < table.columns.size(); ++i) out += " --- |";
  out += "\n";
  for (const PageRow& row : table.rows) out += row_of(row.cells);
  return out;
}

std::string markdown_quoted(const std::string& text) {
  std::string out = "> ";
  for (const char c : markdown_escaped(text)) {
    out += c;
    // Two spaces would keep the line break too, but not be seen.
    if (c == '\n') out.insert(out.size() - 1, "\\"), out += "> ";
  }
  return out + "\n";
}

std::string markdown_quote(const PageQuote& quote) {
  std::string out = "**" + on_one_line(markdown_escaped(quote.source)) + "**\n\n";
  for (const std::string& text : quote.texts) {
    if (&text != &quote.texts.front()) out += ">\n";
    out += markdown_quoted(text);
  }
  return out;
}

}  // namespace

std::string report_markdown(const ReportPage& page) {
  std::string out = "# " + markdown_escaped(page.title) + "\n";
  if (!page.subtitle.empty()) out += "\n" + markdown_escaped(page.subtitle) + "\n";
  for (const PageSection& section : page.sections) {
    if (!section.heading.empty()) out += "\n## " + markdown_escaped(section.heading) + "\n";
    if (!section.lines.empty()) out += "\n";
    for (const std::string& line : section.lines) {
      out += (section.heading.empty() ? "" : "- ") + on_one_line(markdown_escaped(line)) + "\n";
    }
    if (section.table) out += "\n" + markdown_table(*section.table);
    for (const PageQuote& quote : section.quotes) out += "\n" + markdown_quote(quote);
  }
  if (!page.closing.empty()) out += "\n---\n\n" + markdown_escaped(page.closing) + "\n";
  return out;
}

}  // namespace mend
