// SPDX-License-Identifier: MIT
#include "mend/report/report_page.hpp"

#include "mend/domain/date_words.hpp"
#include "mend/domain/schema.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "page_sections.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string month_and_day(Day day) {
  const CivilDate civil = civil_of(day);
  return std::to_string(civil.day) + " " + std::string{long_month_name(civil.month)};
}

std::string subtitle_of(const SpanReport& report) {
  if (!report.lived) return {};
  const bool goes_on = report.span.last > report.today;
  const bool began_in_it = report.span.first < report.first_day;
  std::string text;
  if (began_in_it) text = "from " + describe(report.first_day, report.today) + ", when the journal begins";
  if (goes_on) text += (text.empty() ? "" : "; ") + std::string{"so far, up to today, "} + describe(report.today, report.today);
  return text;
}

PageSection line_section(std::string_view key, std::string heading, std::string line) {
  PageSection section{key, std::move(heading), {}, {}, {}};
  if (!line.empty()) section.lines.push_back(std::move(line));
  return section;
}

PageSection next_section(const SpanReport& report) {
  if (!report.next) return {};
  return line_section("next", "One next small thing",
                      std::string{key_of(report.next->step)} + ": " + report.next->text);
}

bool says_nothing(const PageSection& section) {
  return section.lines.empty() && !section.table && section.quotes.empty();
}

// What the title of a quote says already, and ids, which mean nothing to the reader of a report.
bool is_left_out(Kind kind, std::optional<Step> step, std::string_view name) {
  if (const EntryKey* const key = find_key(kind, name)) {
    const bool is_common = std::ranges::find(common_keys(), name, &EntryKey::name) != common_keys().end();
    return key->type == ValueType::reference || (is_common && key->type != ValueType::action);
  }
  const FieldContent* const field = find_field(kind, step, name);
  return field != nullptr && field->type == FieldType::reference;
}

}  // namespace

std::string extent_words(const SpanReport& report) {
  using Extent = SpanReport::Extent;
  switch (report.extent) {
    case Extent::nothing_written: return "Nothing is written yet.";
    case Extent::before_the_journal:
      return "The journal begins on " + describe(report.first_day, report.today) +
             "; these days come before that.";
    case Extent::to_come: return "These days have not come yet.";
    default: return "Nothing is written in these days.";
  }
}

std::string span_title(DayRange span) {
  const CivilDate first = civil_of(span.first);
  const CivilDate last = civil_of(span.last);
  const std::string year = " " + std::to_string(last.year);
  const std::string first_year = first.year == last.year ? "" : " " + std::to_string(first.year);
  if (span.first == span.last) {
    return std::string{long_name(weekday_of(span.first))} + " " + month_and_day(span.first) + year;
  }
  if (first.day == 1 && civil_of(span.last + 1).day == 1) {
    if (first.month == 1 && last.month == 12) {
      return first.year == last.year ? year.substr(1) : first_year.substr(1) + " to" + year;
    }
    const std::string last_month = std::string{long_month_name(last.month)} + year;
    if (first.month == last.month && first.year == last.year) return last_month;
    return std::string{long_month_name(first.month)} + first_year + " to " + last_month;
  }
  const bool is_one_month = first.month == last.month && first.year == last.year;
  return (is_one_month ? std::to_string(first.day) : month_and_day(span.first) + first_year) + " to " +
         month_and_day(span.last) + year;
}

std::vector<std::string> words_of(const Attributes& entry, const Zone& zone) {
  std::vector<std::string> words;
  if (const auto text = text_of(entry, "text"); !text.empty()) words.emplace_back(text);
  const auto kind = kind_from_word(text_of(entry, "kind")).value_or(Kind::note);
  const auto step = step_from_key(text_of(entry, "step"));
  const auto* const action = step ? find_action(*step, text_of(entry, "action")) : nullptr;
  if (action != nullptr) words.push_back("(" + std::string{action->text} + ")");
  for (const Attribute& attribute : entry) {
    if (is_left_out(kind, step, attribute.key)) continue;
    if (action != nullptr && attribute.key == "action") continue;
    const std::string value = value_phrase(attribute.value, zone);
    if (!value.empty()) words.push_back(key_phrase(attribute.key) + ": " + value);
  }
  return words;
}

ReportPage report_page(const SpanReport& report, const Zone& zone) {
  ReportPage page;
  page.title = span_title(report.span);
  if (report.audience != Audience::me) page.closing = shared_closing;
  if (report.extent != SpanReport::Extent::some) {
    page.sections = {line_section("none", {}, extent_words(report)), notes_section(report, zone)};
    std::erase_if(page.sections, says_nothing);
    return page;
  }
  page.subtitle = subtitle_of(report);
  page.sections = {steps_section(report),
                   promises_section(report.promises),
                   apologies_section(report.apologies),
                   spaces_section(report.spaces),
                   limits_section(report, zone),
                   honesty_section(report.honesty),
                   empathy_section(report.empathy),
                   patience_section(report.patience),
                   responsibility_section(report),
                   setbacks_section(report),
                   learned_section(report),
                   notes_section(report, zone),
                   line_section("question", "One question to think about", std::string{report.question}),
                   next_section(report)};
  std::erase_if(page.sections, says_nothing);
  return page;
}

}  // namespace mend
