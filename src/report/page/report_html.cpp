// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/pictures.hpp"
#include "mend/report/report_renderings.hpp"
#include "mend/text/markup.hpp"
#include "report_style.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

// Short sections that stand side by side where there is room.
constexpr std::array<std::string_view, 7> paired = {"promises", "apologies", "space",   "honesty",
                                                    "empathy",  "patience",  "responsibility"};

// A longer calendar is scrolled there, not made smaller.
constexpr std::size_t most_days_on_a_phone = 19 * 7;

bool is_paired(const PageSection& section) {
  return std::ranges::find(paired, section.key) != paired.end();
}

std::string element(std::string_view name, std::string_view text, std::string_view attributes = {}) {
  return "<" + std::string{name} + std::string{attributes} + ">" + html_escaped(text) + "</" +
         std::string{name} + ">\n";
}

// "22 of 25" stays on one line.
std::string cell_of(std::string_view name, const std::string& text, const std::string& attributes) {
  std::string out = element(name, text, attributes);
  const auto begin = out.find('>');
  for (auto at = out.find(" of ", begin); at != std::string::npos; at = out.find(" of ", at)) {
    out.replace(at, 4, "\u00A0of\u00A0");
  }
  return out;
}

std::string html_table(const PageTable& table) {
  std::string out = "<table class=\"stack\">\n" + element("caption", table.caption) + "<thead><tr>";
  for (const std::string& column : table.columns) out += element("th", column, " scope=\"col\"");
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& [cells, is_part] : table.rows) {
    out += is_part ? "<tr class=\"part\">" : "<tr>";
    out += element("th", cells.front(), " scope=\"row\"");
    for (std::size_t i = 1; i < cells.size(); ++i) {
      out += cell_of("td", cells[i], " data-name=\"" + html_escaped(table.columns[i]) + "\"");
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string html_quote(const PageQuote& quote) {
  std::string out = element("p", quote.source, " class=\"source\"") + "<blockquote>";
  for (const std::string& text : quote.texts) out += element("p", text);
  return out + "</blockquote>\n";
}

std::string section_of(const PageSection& section) {
  const std::string id = "s-" + std::string{section.key};
  if (section.heading.empty()) {
    return "<section>\n" + element("p", section.lines.front()) + "</section>\n";
  }
  std::string out = "<section aria-labelledby=\"" + id + "\">\n" +
                    element("h2", section.heading, " id=\"" + id + "\"");
  const bool is_question = section.key == "question";
  for (const std::string& line : section.lines) {
    out += element("p", line, is_question ? " class=\"question\"" : "");
  }
  if (section.table) out += html_table(*section.table);
  for (const PageQuote& quote : section.quotes) out += html_quote(quote);
  return out + "</section>\n";
}

bool has_line(const StepReport& step) {
  return std::ranges::any_of(step.trend, [](const KeptOfAsked& part) { return part.days_kept > 0; });
}

std::string numbers_of(const std::vector<const StepReport*>& steps, bool is_by_months) {
  PageTable table{is_by_months ? "Days kept each month" : "Days kept each week",
                  {is_by_months ? "Month" : "Week from"},
                  {}};
  for (const StepReport* const step : steps) table.columns.emplace_back(key_of(step->step));
  for (std::size_t i = 0; i < steps.front()->trend.size(); ++i) {
    PageRow row{{to_iso(steps.front()->trend[i].days.first)}};
    for (const StepReport* const step : steps) {
      row.cells.push_back(std::to_string(step->trend[i].days_kept));
    }
    table.rows.push_back(std::move(row));
  }
  std::string text = html_table(table);
  const std::string_view stacked = " class=\"stack\"";
  text.erase(text.find(stacked), stacked.size());
  return "<details><summary>The same in numbers</summary>\n<div class=\"wide\" tabindex=\"0\" "
         "role=\"region\" aria-label=\"Numbers\">\n" +
         text + "</div></details>\n";
}

std::string trends_of(const SpanReport& report) {
  std::vector<const StepReport*> steps;
  for (const StepReport& step : report.steps) {
    if (has_line(step)) steps.push_back(&step);
  }
  if (steps.empty() || steps.front()->trend.size() < 2) return {};
  const bool by_months = is_by_months(steps.front()->trend);
  const bool has_band = steps.front()->trend.front().days.last < report.span.first;
  std::string out = "<figure>\n<figcaption>Days kept each ";
  out += by_months ? "month" : "week";
  out += ": <span class=\"key\"></span>kept<span class=\"key gap\"></span>asked";
  if (has_band) out += "<span class=\"key area\"></span>this report";
  out += "</figcaption>\n<div class=\"trends\">\n";
  for (const StepReport* const step : steps) {
    out += "<div>" + element("h3", key_of(step->step)) + trend_svg(*step, report.span) + "</div>\n";
  }
  return out + "</div>\n" + numbers_of(steps, by_months) + "</figure>\n";
}

std::string pictures_of(const SpanReport& report) {
  const bool is_long = report.calendar.days.size() > most_days_on_a_phone;
  const DayRange days{report.calendar.days.front().day, report.calendar.days.back().day};
  std::string out = "<figure>\n" +
                    element("figcaption", "Each day, " + describe(days, report.today) +
                                              ", by how many of the eight steps were kept") +
                    "<div class=\"wide";
  out += is_long ? " long" : "";
  out += "\" tabindex=\"0\" role=\"region\" aria-label=\"Calendar\">\n";
  out += heat_map_svg(report.calendar, Picture::inside);
  return out + "</div>\n</figure>\n" + trends_of(report);
}

std::string head_of(const ReportPage& page) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" +
         std::string{style_hash} + "'; base-uri 'none'; form-action 'none'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n";
  out += element("title", page.title);
  return out + "<style>" + std::string{picture_style} + std::string{page_style} + "</style>\n</head>\n";
}

std::string html_of(const ReportPage& page, const std::string& pictures) {
  std::string out = head_of(page) + "<body>\n<header>\n" + element("h1", page.title);
  if (!page.subtitle.empty()) out += element("p", page.subtitle, " class=\"soft\"");
  out += "</header>\n<main>\n";
  bool is_in_pair = false;
  for (const PageSection& section : page.sections) {
    if (is_paired(section) != is_in_pair) {
      is_in_pair = !is_in_pair;
      out += is_in_pair ? "<div class=\"pair\">\n" : "</div>\n";
    }
    out += section_of(section);
    if (section.key == "steps") out += pictures;
  }
  if (is_in_pair) out += "</div>\n";
  out += "</main>\n";
  if (!page.closing.empty()) out += "<footer>\n" + element("p", page.closing) + "</footer>\n";
  return out + "</body>\n</html>\n";
}

}  // namespace

std::string report_html(const SpanReport& report, const ReportPage& page) {
  const bool has_days = !report.calendar.days.empty();
  return html_of(page, has_days ? pictures_of(report) : std::string{});
}

std::string page_html(const ReportPage& page) { return html_of(page, {}); }

}  // namespace mend
