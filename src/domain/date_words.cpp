// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"

#include "mend/domain/spelling.hpp"
#include "mend/domain/units.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <span>

namespace mend {
namespace {

constexpr int most_days_away = 400'000;

constexpr std::array<std::string_view, 23> day_words = {
    "today",    "yesterday", "mon",      "tue",      "wed",      "thu",      "fri",      "sat",
    "sun",      "monday",    "tuesday",  "wednesday", "thursday", "friday",  "saturday", "sunday",
    "last-mon", "last-tue",  "last-wed", "last-thu", "last-fri", "last-sat", "last-sun"};

constexpr std::array<std::string_view, 16> span_words = {
    "today",     "yesterday",  "mon",          "tue",       "wed",  "thu",   "fri",     "sat",
    "sun",       "week",       "month",        "quarter",   "year", "last-week", "last-month",
    "last-year"};

constexpr std::array<std::string_view, 10> coming_words = {
    "today", "tomorrow", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "yesterday"};

Diagnostic not_a_date(std::string_view text, std::span<const std::string_view> words) {
  Diagnostic diagnostic;
  diagnostic.what = "'" + std::string{text} + "' is no date I know";
  if (text.find('/') != std::string_view::npos) {
    diagnostic.hint = "Write dates as 2026-11-22; with slashes they mean different days in "
                      "different places.";
    return diagnostic;
  }
  const bool is_counted = text.find_first_of("0123456789") != std::string_view::npos;
  if (is_counted && text.ends_with('m')) {
    diagnostic.hint = "'m' could be minutes or months: write days or weeks (-3d, -2w), 90min, or a "
                      "date such as 2026-11-22.";
    return diagnostic;
  }
  diagnostic.hint = did_you_mean(text, words);
  if (diagnostic.hint.empty()) {
    diagnostic.hint = "Write for example today, yesterday, mon, last-mon, -3d, 11-22 or 2026-11-22.";
  }
  return diagnostic;
}

std::optional<int> parse_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || text[0] == '-' || error != std::errc{} || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

bool take_start(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

bool take_end(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}

std::optional<int> limited(std::optional<int> count, int unit) {
  if (!count || *count > most_days_away / unit) return std::nullopt;
  return *count * unit;
}

// `3d`, `2w`: a number of days.
std::optional<int> parse_short_distance(std::string_view text) {
  if (take_end(text, "d")) return limited(parse_number(text), 1);
  if (take_end(text, "w")) return limited(parse_number(text), 7);
  return std::nullopt;
}

// `3 days`, `1 week`: a number of days.
std::optional<int> parse_long_distance(std::string_view text) {
  for (const std::string_view end : {" days", " day"}) {
    if (take_end(text, end)) return limited(parse_number(text), 1);
  }
  for (const std::string_view end : {" weeks", " week"}) {
    if (take_end(text, end)) return limited(parse_number(text), 7);
  }
  return std::nullopt;
}

std::optional<Day> within_years(Day day) {
  static const Day first = *day_from_civil(min_year, 1, 1);
  static const Day last = *day_from_civil(max_year, 12, 31);
  if (day < first || day > last) return std::nullopt;
  return day;
}

std::optional<Day> parse_absolute(std::string_view text) {
  if (text.size() == 8 && parse_number(text)) {
    return parse_iso_day(std::string{text.substr(0, 4)} + "-" + std::string{text.substr(4, 2)} +
                         "-" + std::string{text.substr(6, 2)});
  }
  return parse_iso_day(text);
}

// `MM-DD` in the given year; nothing when that year has no such day.
std::optional<Day> in_year(std::string_view text, int year) {
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = parse_number(text.substr(0, 2));
  const auto day = parse_number(text.substr(3, 2));
  if (!month || !day) return std::nullopt;
  return day_from_civil(year, *month, *day);
}

// 29 February may be up to eight years away.
constexpr int years_to_search = 8;

std::optional<Day> latest_in_years(std::string_view text, Day today) {
  const int year = civil_of(today).year;
  for (int i = 0; i <= years_to_search; ++i) {
    const auto day = in_year(text, year - i);
    if (day && *day <= today) return day;
  }
  return std::nullopt;
}

std::optional<Day> next_in_years(std::string_view text, Day from) {
  const int year = civil_of(from).year;
  for (int i = 0; i <= years_to_search; ++i) {
    const auto day = in_year(text, year + i);
    if (day && *day >= from) return day;
  }
  return std::nullopt;
}

// What means the same day whichever way one looks.
std::optional<Day> find_fixed_day(std::string_view text, Day today) {
  if (text == "today") return today;
  if (text == "yesterday") return within_years(today - 1);
  if (const auto day = parse_absolute(text)) return day;
  auto rest = text;
  if (take_start(rest, "-")) {
    const auto days = parse_short_distance(rest);
    return days ? within_years(today - *days) : std::nullopt;
  }
  if (take_start(rest, "last-") || take_start(rest, "last ")) {
    const auto weekday = parse_weekday(rest);
    return weekday ? within_years(latest_weekday(today - 1, *weekday)) : std::nullopt;
  }
  if (take_end(rest, " ago")) {
    const auto days = parse_long_distance(rest);
    return days ? within_years(today - *days) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Day> find_past_day(std::string_view text, Day today) {
  if (const auto day = find_fixed_day(text, today)) return day;
  if (const auto weekday = parse_weekday(text)) {
    return within_years(latest_weekday(today, *weekday));
  }
  return latest_in_years(text, today);
}

// Weekdays and `MM-DD` are the first on or after `from`; distances count from `today`.
std::optional<Day> find_coming_day(std::string_view text, Day today, Day from) {
  if (const auto weekday = parse_weekday(text)) return within_years(next_weekday(from, *weekday));
  if (text == "tomorrow") return within_years(today + 1);
  auto rest = text;
  if (take_start(rest, "+")) {
    const auto days = parse_short_distance(rest);
    return days ? within_years(today + *days) : std::nullopt;
  }
  if (take_start(rest, "in ")) {
    const auto days = parse_long_distance(rest);
    return days ? within_years(today + *days) : std::nullopt;
  }
  if (const auto day = find_fixed_day(text, today)) return day;
  return next_in_years(text, from);
}

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

bool is_clock_word(std::string_view word) {
  auto hour = word;
  if ((take_end(hour, "am") || take_end(hour, "pm")) && parse_number(hour)) return true;
  const auto colon = word.find(':');
  return colon != std::string_view::npos && parse_number(word.substr(0, colon)) &&
         word.size() == colon + 3 && parse_number(word.substr(colon + 1));
}

}  // namespace

Result<Day> parse_day(std::string_view text, Day today) {
  if (const auto day = find_past_day(text, today)) return *day;
  if (find_coming_day(text, today, today)) {
    Diagnostic diagnostic;
    diagnostic.what = "'" + std::string{text} + "' has not come yet";
    diagnostic.hint = "Days here are today or past; 'mend rest' may lie ahead.";
    return diagnostic;
  }
  return not_a_date(text, day_words);
}

Result<DayRange> parse_span(std::string_view text, Day today, Weekday week_start) {
  const auto ends = split_range(text);
  if (!ends) {
    if (const auto span = find_span(text, today, week_start)) return *span;
    return not_a_date(text, span_words);
  }
  DayRange range = every_day;
  if (!ends->first.empty()) {
    const auto first = find_span(ends->first, today, week_start);
    if (!first) return not_a_date(ends->first, span_words);
    range.first = first->first;
  }
  if (!ends->last.empty()) {
    const bool is_coming = !ends->first.empty() && (parse_weekday(ends->last) || ends->last.size() == 5);
    const auto coming = is_coming ? find_coming_day(ends->last, today, range.first) : std::nullopt;
    const auto last = coming ? DayRange{*coming, *coming}
                             : find_span(ends->last, today, week_start).value_or(DayRange{{1}, {0}});
    if (last.last < last.first) return not_a_date(ends->last, span_words);
    range.last = last.last;
  }
  if (range.last < range.first) return backwards(text);
  return range;
}

Result<DayRange> parse_rest_days(std::string_view text, Day today) {
  const auto ends = split_range(text);
  const auto first_text = ends ? ends->first : text;
  const auto first = find_coming_day(first_text, today, today);
  if (!first) return not_a_date(first_text, coming_words);
  if (!ends) return DayRange{*first, *first};
  const auto last = find_coming_day(ends->last, today, *first);
  if (!last) return not_a_date(ends->last, coming_words);
  if (*last < *first) return backwards(text);
  return DayRange{*first, *last};
}

bool is_date_or_time_word(std::string_view word) {
  const Day any{20'000};
  return find_past_day(word, any) || find_coming_day(word, any, any) || is_clock_word(word);
}

std::string describe(Day day, Day today) {
  const auto civil = civil_of(day);
  std::string out{short_name(weekday_of(day))};
  out += " " + std::to_string(civil.day) + " " + std::string{short_month_name(civil.month)};
  if (civil.year != civil_of(today).year) out += " " + std::to_string(civil.year);
  return out;
}

std::string describe(const Deadline& deadline, Day today) {
  if (!deadline.time) return deadline.day == today ? "today" : describe(deadline.day, today);
  const int minute = deadline.time->second_of_day() / 60;
  std::array<char, 16> clock{};
  std::snprintf(clock.data(), clock.size(), "%02d:%02d", minute / 60, minute % 60);
  const std::string time{clock.data()};
  return deadline.day == today ? time : describe(deadline.day, today) + " " + time;
}

std::string describe(DayRange range, Day today) {
  if (range.first == range.last) return describe(range.first, today);
  return describe(range.first, today) + " to " + describe(range.last, today);
}

}  // namespace mend
