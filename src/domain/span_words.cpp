// SPDX-License-Identifier: MIT
#include "date_parts.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/units.hpp"

#include <array>

namespace mend {
namespace {

constexpr std::array<std::string_view, 29> span_words = {
    "today",     "yesterday",  "mon",          "tue",       "wed",  "thu",   "fri",     "sat",
    "sun",       "week",       "month",        "quarter",   "year", "last-week", "last-month",
    "last-quarter", "last-year", "january",     "february",  "march", "april", "may",    "june",
    "july",      "august",     "september",    "october",   "november", "december"};

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
  if (text.size() == 8 && text.substr(4, 2) == "-w") {
    const auto week = parse_number(text.substr(6));
    const auto monday = week ? iso_week_monday(*year, *week) : std::nullopt;
    if (monday) return DayRange{*monday, *monday + 6};
  }
  return std::nullopt;
}

// `november`: the latest that has begun, or the first that has not ended by `from`.
Month resolved(Month written, Day today, std::optional<Day> from) {
  if (written.year != 0) return written;
  const Month here = month_of(from.value_or(today));
  const int months_away = written.month - here.month;
  if (from) return {here.year + (months_away < 0 ? 1 : 0), written.month};
  return {here.year - (months_away > 0 ? 1 : 0), written.month};
}

// `from` is the first day of a range whose last day this is to be.
std::optional<DayRange> find_span(std::string_view text, Day today, Weekday week_start,
                                  std::optional<Day> from = std::nullopt) {
  if (const auto span = find_named_span(text, today, week_start)) return span;
  if (const auto span = find_calendar_span(text)) return span;
  if (const auto written = parse_written_month(text)) {
    const Month month = resolved(*written, today, from);
    if (month.year < min_year || month.year > max_year) return std::nullopt;
    return month_range(first_day(month));
  }
  if (from) {
    if (const auto day = find_coming_day(text, today, *from)) return DayRange{*day, *day};
  }
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
  std::string first;
  std::string last;
};

// What `first` leaves to `last`: the year in `28 october to 3 november 2026`, the month too in `16 to
// 22 november 2026` and `mon 16 to sun 22 nov`. A day with its weekday is as mend prints it, without the year that is today's.
std::string completed(std::string_view first, std::string_view last) {
  const auto month = parse_written_month(first);
  const auto date = parse_written_date(first);
  const bool lacks_year = (month && month->year == 0) || (date && !date->year && !date->weekday);
  std::string_view day = first;
  if (!parse_weekday(take_word(day))) day = first;
  const auto number = day.size() <= 2 ? parse_number(day) : std::nullopt;
  const auto last_date = parse_written_date(last);
  const auto last_month = parse_written_month(last);
  if (number && last_date && !date) {
    std::string whole = std::string{first} + " " + std::string{short_month_name(last_date->month)};
    if (last_date->year) whole += " " + std::string{last.substr(last.size() - 4)};
    return as_read(whole);
  }
  const bool has_year = (last_date && last_date->year) || (last_month && last_month->year != 0);
  if (!lacks_year || !has_year) return std::string{first};
  return std::string{first} + " " + std::string{last.substr(last.size() - 4)};
}

// `A..B`, and `A to B` as mend prints it.
std::optional<Ends> split_range(std::string_view text) {
  const std::string read = as_read(text);
  for (const std::string_view between : {"..", " to "}) {
    const auto at = read.find(between);
    if (at == std::string::npos) continue;
    std::string last = as_read(std::string_view{read}.substr(at + between.size()));
    return Ends{completed(as_read(std::string_view{read}.substr(0, at)), last), last};
  }
  return std::nullopt;
}

}  // namespace

Result<DayRange> parse_span(std::string_view text, Day today, Weekday week_start) {
  const auto ends = split_range(text);
  if (!ends) {
    if (const auto span = find_span(as_read(text), today, week_start)) return *span;
    return not_a_date(text, spans, today);
  }
  DayRange range = every_day;
  if (!ends->first.empty()) {
    const auto first = find_span(ends->first, today, week_start);
    if (!first) return not_a_date(ends->first, spans, today);
    range.first = first->first;
  }
  if (!ends->last.empty()) {
    const auto from = ends->first.empty() ? std::nullopt : std::optional{range.first};
    const auto last = find_span(ends->last, today, week_start, from);
    if (!last) return not_a_date(ends->last, spans, today);
    range.last = last->last;
  }
  if (range.last < range.first) return backwards(text);
  return range;
}

Result<DayRange> parse_rest_days(std::string_view text, Day today) {
  const auto ends = split_range(text);
  if (ends && (ends->first.empty() || ends->last.empty())) return half_a_range(text);
  const std::string first_text = ends ? ends->first : as_read(text);
  const auto first = find_coming_day(first_text, today, today);
  if (!first) return not_a_date(ends ? std::string_view{first_text} : text, coming_days, today);
  if (!ends) return DayRange{*first, *first};
  const auto last = find_coming_day(ends->last, today, *first);
  if (!last) return not_a_date(ends->last, coming_days, today);
  if (*last < *first) return backwards(text);
  return DayRange{*first, *last};
}

bool is_date_word(std::string_view word) {
  return is_date_or_time_word(word) || parse_span(word, Day{20'000}, Weekday::monday);
}

}  // namespace mend
