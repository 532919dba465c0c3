// SPDX-License-Identifier: MIT
#include "date_parts.hpp"

#include "mend/domain/number.hpp"
#include "mend/domain/spelling.hpp"

namespace mend {
namespace {

constexpr int most_days_away = 400'000;

std::optional<int> days_within_reach(std::optional<int> count, int unit) {
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

struct MonthDay {
  int month;
  int day;
};

std::optional<MonthDay> parse_month_day(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = parse_number(text.substr(0, 2));
  const auto day = parse_number(text.substr(3, 2));
  if (!month || !day) return std::nullopt;
  return MonthDay{*month, *day};
}

// 29 February may be up to eight years away.
constexpr int years_to_search = 8;

std::optional<Day> latest_in_years(MonthDay date, Day today) {
  const int year = civil_of(today).year;
  for (int i = 0; i <= years_to_search; ++i) {
    const auto day = day_from_civil(year - i, date.month, date.day);
    if (day && *day <= today) return day;
  }
  return std::nullopt;
}

std::optional<Day> next_in_years(MonthDay date, Day from) {
  const int year = civil_of(from).year;
  for (int i = 0; i <= years_to_search; ++i) {
    const auto day = day_from_civil(year + i, date.month, date.day);
    if (day && *day >= from) return day;
  }
  return std::nullopt;
}

enum class Looking { back, ahead };

// The day whatever its weekday is said to be.
std::optional<Day> day_of(const WrittenDate& date, Day from, Looking looking) {
  if (date.year) return day_from_civil(*date.year, date.month, date.day);
  const MonthDay in_year{date.month, date.day};
  return looking == Looking::back ? latest_in_years(in_year, from) : next_in_years(in_year, from);
}

// mend leaves out the year that is today's, so a weekday that only fits there means it.
std::optional<Day> find_written_day(std::string_view text, Day today, Day from, Looking looking) {
  const auto date = parse_written_date(text);
  if (!date) return std::nullopt;
  const auto fits = [&](std::optional<Day> day) {
    return day && (!date->weekday || weekday_of(*day) == *date->weekday);
  };
  const auto nearest = day_of(*date, from, looking);
  if (fits(nearest)) return nearest;
  if (date->year) return std::nullopt;
  const auto this_year = day_from_civil(civil_of(today).year, date->month, date->day);
  return fits(this_year) ? this_year : std::nullopt;
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

std::string day_and_month(Day day) {
  const CivilDate civil = civil_of(day);
  return std::to_string(civil.day) + " " + lower_case(short_month_name(civil.month));
}

std::string weekday_word(Day day) { return lower_case(short_name(weekday_of(day))); }

// `fri 21 nov`, which is a Saturday.
std::optional<Diagnostic> explain_weekday(std::string_view text, Day today, Looking looking) {
  const auto date = parse_written_date(as_read(text));
  const auto day = date && date->weekday ? day_of(*date, today, looking) : std::nullopt;
  if (!day || weekday_of(*day) == *date->weekday) return std::nullopt;
  const CivilDate civil = civil_of(*day);
  const std::string year = date->year ? " " + std::to_string(civil.year) : "";
  const Day before = latest_weekday(*day, *date->weekday);
  const Day after = next_weekday(*day, *date->weekday);
  const Day meant = *day - before <= after - *day ? before : after;
  const bool is_other_year = date->year && civil_of(meant).year != civil.year;
  Diagnostic diagnostic;
  diagnostic.what = "'" + std::string{text} + "' cannot be right: " + std::to_string(civil.day) + " " +
                    std::string{long_month_name(civil.month)} + " " + std::to_string(civil.year) +
                    " is a " + std::string{long_name(weekday_of(*day))};
  diagnostic.hint = "Write '" + weekday_word(*day) + " " + day_and_month(*day) + year + "' or '" +
                    weekday_word(meant) + " " + day_and_month(meant) +
                    (is_other_year ? " " + std::to_string(civil_of(meant).year) : year) + "'.";
  return diagnostic;
}

// `nov 24`, and `november 24 2026`.
bool has_month_first(std::string_view text) {
  const auto month = parse_month_name(take_word(text));
  const auto day = parse_number(take_word(text));
  return month && day && *day >= 1 && *day <= 31;
}

bool ends_in_bare_m(std::string_view text) {
  return text.ends_with('m') && !text.ends_with("am") && !text.ends_with("pm");
}

}  // namespace

Diagnostic not_a_date(std::string_view text, const Vocabulary& vocabulary, Day today) {
  const Looking looking = vocabulary.sign == '+' ? Looking::ahead : Looking::back;
  if (auto explained = explain_weekday(text, today, looking)) return *std::move(explained);
  const std::string read = as_read(text);
  Diagnostic diagnostic;
  diagnostic.what = "'" + std::string{text} + "' is not a date mend knows";
  if (text.find('/') != std::string_view::npos) {
    diagnostic.hint = "Write dates as 2026-11-22; with slashes they mean different days in "
                      "different places.";
    return diagnostic;
  }
  const bool is_counted = text.find_first_of("0123456789") != std::string_view::npos;
  if (is_counted && ends_in_bare_m(read)) {
    const std::string sign{vocabulary.sign};
    diagnostic.hint = "'m' could be minutes or months: write days or weeks (" + sign + "3d, " + sign +
                      "2w), " + (vocabulary.sign == '+' ? "+" : "") +
                      "90min, or a date such as 2026-11-22.";
    return diagnostic;
  }
  if (has_month_first(read)) {
    diagnostic.hint = "Write the day before the month, as in 24 nov or 24 nov 2026.";
    return diagnostic;
  }
  diagnostic.hint = did_you_mean(text, vocabulary.words);
  if (diagnostic.hint.empty()) {
    diagnostic.hint = "Write for example " + std::string{vocabulary.examples} + ".";
  }
  return diagnostic;
}

Diagnostic more_than_one_day(std::string_view text, std::string_view examples) {
  Diagnostic diagnostic;
  diagnostic.what = "'" + std::string{text} + "' is more than one day";
  diagnostic.hint = "Name a single day: " + std::string{examples} + ".";
  return diagnostic;
}

std::string as_read(std::string_view text) {
  std::string read;
  for (const char c : lower_case(text)) {
    const bool is_blank = c == ' ' || c == '\t';
    if (!is_blank) {
      read += c;
    } else if (!read.empty() && read.back() != ' ') {
      read += ' ';
    }
  }
  if (read.ends_with(' ')) read.pop_back();
  return read;
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

std::string_view take_word(std::string_view& text) {
  const auto space = text.find(' ');
  const auto word = text.substr(0, space);
  text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  return word;
}

std::optional<int> parse_short_distance(std::string_view text) {
  if (take_end(text, "d")) return days_within_reach(parse_number(text), 1);
  if (take_end(text, "w")) return days_within_reach(parse_number(text), 7);
  return std::nullopt;
}

std::optional<int> parse_long_distance(std::string_view text) {
  for (const std::string_view end : {" days", " day", "-days", "-day"}) {
    if (take_end(text, end)) return days_within_reach(parse_number(text), 1);
  }
  for (const std::string_view end : {" weeks", " week", "-weeks", "-week"}) {
    if (take_end(text, end)) return days_within_reach(parse_number(text), 7);
  }
  return std::nullopt;
}

std::optional<int> parse_month_name(std::string_view word) {
  for (int month = 1; month <= 12; ++month) {
    const std::string name = lower_case(long_month_name(month));
    if (word == name || word == std::string_view{name}.substr(0, 3)) return month;
  }
  return std::nullopt;
}

std::optional<WrittenDate> parse_written_date(std::string_view text) {
  WrittenDate date;
  auto rest = text;
  auto weekday = take_word(rest);
  take_end(weekday, ",");
  date.weekday = parse_weekday(weekday);
  if (!date.weekday) rest = text;
  const auto day_word = take_word(rest);
  const int day = day_word.size() <= 2 ? parse_number(day_word).value_or(0) : 0;
  const auto month = parse_month_name(take_word(rest));
  if (day < 1 || day > 31 || !month) return std::nullopt;
  date.day = day;
  date.month = *month;
  if (rest.empty()) return date;
  date.year = rest.size() == 4 ? parse_number(rest) : std::nullopt;
  if (!date.year) return std::nullopt;
  return date;
}

std::optional<Month> parse_written_month(std::string_view text) {
  const auto month = parse_month_name(take_word(text));
  if (!month) return std::nullopt;
  if (text.empty()) return Month{0, *month};
  const auto year = text.size() == 4 ? parse_number(text) : std::nullopt;
  if (!year || *year < min_year) return std::nullopt;
  return Month{*year, *month};
}

std::optional<Day> find_past_day(std::string_view text, Day today) {
  if (const auto day = find_fixed_day(text, today)) return day;
  if (const auto weekday = parse_weekday(text)) {
    return within_years(latest_weekday(today, *weekday));
  }
  if (const auto date = parse_month_day(text)) return latest_in_years(*date, today);
  return find_written_day(text, today, today, Looking::back);
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
  if (const auto date = parse_month_day(text)) return next_in_years(*date, from);
  return find_written_day(text, today, from, Looking::ahead);
}

}  // namespace mend
