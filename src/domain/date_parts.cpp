// SPDX-License-Identifier: MIT
#include "date_parts.hpp"

#include "mend/domain/number.hpp"
#include "mend/domain/spelling.hpp"


namespace mend {
namespace {

constexpr int most_days_away = 400'000;

std::optional<int> limited(std::optional<int> count, int unit) {
  if (!count || *count > most_days_away / unit) return std::nullopt;
  return *count * unit;
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

}  // namespace

Diagnostic not_a_date(std::string_view text, const Vocabulary& vocabulary) {
  Diagnostic diagnostic;
  diagnostic.what = "'" + std::string{text} + "' is no date I know";
  if (text.find('/') != std::string_view::npos) {
    diagnostic.hint = "Write dates as 2026-11-22; with slashes they mean different days in "
                      "different places.";
    return diagnostic;
  }
  const bool is_counted = text.find_first_of("0123456789") != std::string_view::npos;
  if (is_counted && text.ends_with('m')) {
    const std::string sign{vocabulary.sign};
    diagnostic.hint = "'m' could be minutes or months: write days or weeks (" + sign + "3d, " + sign +
                      "2w), " + (vocabulary.sign == '+' ? "+" : "") +
                      "90min, or a date such as 2026-11-22.";
    return diagnostic;
  }
  diagnostic.hint = did_you_mean(text, vocabulary.words);
  if (diagnostic.hint.empty()) {
    diagnostic.hint = "Write for example " + std::string{vocabulary.examples} + ".";
  }
  return diagnostic;
}

std::optional<int> parse_number(std::string_view text) {
  return text.starts_with('-') ? std::nullopt : parse_number<int>(text);
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

std::optional<int> parse_short_distance(std::string_view text) {
  if (take_end(text, "d")) return limited(parse_number(text), 1);
  if (take_end(text, "w")) return limited(parse_number(text), 7);
  return std::nullopt;
}

std::optional<int> parse_long_distance(std::string_view text) {
  for (const std::string_view end : {" days", " day"}) {
    if (take_end(text, end)) return limited(parse_number(text), 1);
  }
  for (const std::string_view end : {" weeks", " week"}) {
    if (take_end(text, end)) return limited(parse_number(text), 7);
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

}  // namespace mend
