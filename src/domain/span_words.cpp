// SPDX-License-Identifier: MIT
#include "date_parts.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/units.hpp"

#include <array>

namespace mend {
namespace {

constexpr std::array<std::string_view, 17> span_words = {
    "today",     "yesterday",  "mon",          "tue",       "wed",  "thu",   "fri",     "sat",
    "sun",       "week",       "month",        "quarter",   "year", "last-week", "last-month",
    "last-quarter", "last-year"};

constexpr Vocabulary spans = {span_words, "week, last-month, 2026-11, fri, 2026-11-22 or mon..fri", '-'};

constexpr std::array<std::string_view, 10> coming_words = {
    "today", "tomorrow", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "yesterday"};

constexpr Vocabulary coming_days = {coming_words, "tomorrow, fri, +3d, 12-24 or 2026-12-24", '+'};

DayRange quarter_of(Day day) {
  const Month month = month_of(day);
  const Month first{month.year, (month.month - 1) / 3 * 3 + 1};
  return {first_day(first), last_day(first + 2)};
}

DayRange year_of(int year) { return {first_day({year, 1}), last_day({year, 12})}; }

std::optional<DayRange> find_named_span(std::string_view text, Day today, Weekday week_start) {
  if (text == "week") return week_of(today, week_start);
  if (text == "month") return month_range(today);
  if (text == "quarter") return quarter_of(today);
  if (text == "year") return year_of(civil_of(today).year);
  auto rest = text;
  if (!take_start(rest, "last-") && !take_start(rest, "last ")) return std::nullopt;
  if (rest == "week") return week_of(today - 7, week_start);
  if (rest == "month") return month_range(first_day(month_of(today)) - 1);
  if (rest == "quarter") return quarter_of(quarter_of(today).first - 1);
  if (rest == "year") return year_of(civil_of(today).year - 1);
  const auto days = parse_long_distance(rest);
  if (!days || *days == 0) return std::nullopt;
  return DayRange{today - (*days - 1), today};
}

std::optional<DayRange> find_calendar_span(std::string_view text) {
  const auto year = text.size() >= 4 ? parse_number(text.substr(0, 4)) : std::nullopt;
  if (!year || *year < min_year) return std::nullopt;
  if (text.size() == 4) return year_of(*year);
  if (const auto month = parse_iso_month(text)) return DayRange{first_day(*month), last_day(*month)};
  if (text.size() == 8 && text.substr(4, 2) == "-W") {
    const auto week = parse_number(text.substr(6));
    const auto monday = week ? iso_week_monday(*year, *week) : std::nullopt;
    if (monday) return DayRange{*monday, *monday + 6};
  }
  return std::nullopt;
}

std::optional<DayRange> find_span(std::string_view text, Day today, Weekday week_start) {
  if (const auto span = find_named_span(text, today, week_start)) return span;
  if (const auto span = find_calendar_span(text)) return span;
  if (const auto day = find_past_day(text, today)) return DayRange{*day, *day};
  return std::nullopt;
}

Diagnostic backwards(std::string_view text) {
  Diagnostic diagnostic;
  diagnostic.what = "'" + std::string{text} + "' ends before it begins";
  diagnostic.hint = "The earlier day comes first, as in mon..fri or 2026-11-16..2026-11-20.";
  return diagnostic;
}

Diagnostic half_a_range(std::string_view text) {
  Diagnostic diagnostic;
  diagnostic.what = "'" + std::string{text} + "' lacks a day";
  diagnostic.hint = "Rest has a first and a last day, as in fri..sun.";
  return diagnostic;
}

struct Ends {
  std::string_view first;
  std::string_view last;
};

std::optional<Ends> split_range(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  return Ends{text.substr(0, dots), text.substr(dots + 2)};
}

}  // namespace

Result<DayRange> parse_span(std::string_view text, Day today, Weekday week_start) {
  const auto ends = split_range(text);
  if (!ends) {
    if (const auto span = find_span(text, today, week_start)) return *span;
    return not_a_date(text, spans);
  }
  DayRange range = every_day;
  if (!ends->first.empty()) {
    const auto first = find_span(ends->first, today, week_start);
    if (!first) return not_a_date(ends->first, spans);
    range.first = first->first;
  }
  if (!ends->last.empty()) {
    const bool is_coming = !ends->first.empty() && (parse_weekday(ends->last) || ends->last.size() == 5);
    const auto coming = is_coming ? find_coming_day(ends->last, today, range.first) : std::nullopt;
    const auto last = coming ? DayRange{*coming, *coming}
                             : find_span(ends->last, today, week_start).value_or(DayRange{{1}, {0}});
    if (last.last < last.first) return not_a_date(ends->last, spans);
    range.last = last.last;
  }
  if (range.last < range.first) return backwards(text);
  return range;
}

Result<DayRange> parse_rest_days(std::string_view text, Day today) {
  const auto ends = split_range(text);
  if (ends && (ends->first.empty() || ends->last.empty())) return half_a_range(text);
  const auto first_text = ends ? ends->first : text;
  const auto first = find_coming_day(first_text, today, today);
  if (!first) return not_a_date(first_text, coming_days);
  if (!ends) return DayRange{*first, *first};
  const auto last = find_coming_day(ends->last, today, *first);
  if (!last) return not_a_date(ends->last, coming_days);
  if (*last < *first) return backwards(text);
  return DayRange{*first, *last};
}

}  // namespace mend
