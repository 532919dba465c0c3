// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/span_report.hpp"
#include "mend/text/style.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// What a report says, in words and in order, without the marks of any format. Texts are exact:
// whoever renders them makes them harmless or escapes them.

struct PageRow {
  std::vector<std::string> cells;
  bool is_part = false;  // of the row above that is not
};

struct PageTable {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<PageRow> rows;
};

// Words somebody wrote, below what they belong to.
struct PageQuote {
  std::string source;
  std::vector<std::string> texts;
};

struct PageSection {
  std::string_view key;  // as in JSON
  std::string heading;
  std::vector<std::string> lines;  // sentences, each a paragraph or an item
  std::optional<PageTable> table;
  std::vector<PageQuote> quotes;
};

struct ReportPage {
  std::string title;
  std::string subtitle;
  std::vector<PageSection> sections;  // only those with something to say
  std::string closing;                // of what is made for somebody else
};

ReportPage report_page(const SpanReport& report, const Zone& zone);

// Why there is nothing in it: "The journal begins on Tue 20 Oct; these days come before that.".
std::string extent_words(const SpanReport& report);

// "November 2026", "16 to 22 November 2026", "Sunday 22 November 2026".
std::string span_title(DayRange span);

// "22 of 25", "3 days", or "rest".
std::string kept_phrase(const KeptOfAsked& kept);

// An entry's words: its text, the words of a built-in action, then "field: value" lines.
std::vector<std::string> words_of(const Attributes& entry, const Zone& zone);

}  // namespace mend
