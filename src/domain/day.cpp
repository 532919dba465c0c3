// SPDX-License-Identifier: MIT
#include "mend/domain/day.hpp"

#include <date/date.h>
#include <date/iso_week.h>

#include <array>
#include <charconv>

namespace mend {
namespace {

constexpr std::array<std::string_view, 7> weekday_names = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

date::sys_days to_sys(Day day) { return date::sys_days{date::days{day.number}}; }

Day from_sys(date::sys_days day) {
  return Day{static_cast<std::int32_t>(day.time_since_epoch().count())};
}

date::year_month_day to_ymd(Day day) { return date::year_month_day{to_sys(day)}; }

std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& out, int value, std::size_t width) {
  std::array<char, 12> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  const auto length = static_cast<std::size_t>(end - digits.data());
  if (length < width) out.append(width - length, '0');
  out.append(digits.data(), length);
}

}  // namespace

CivilDate civil_of(Day day) {
  const auto ymd = to_ymd(day);
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::optional<Day> day_from_civil(int year, int month, int day) {
  if (year < min_year || year > max_year || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const date::year_month_day ymd{date::year{year}, date::month{static_cast<unsigned>(month)},
                                 date::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return from_sys(date::sys_days{ymd});
}

Weekday weekday_of(Day day) {
  return static_cast<Weekday>(date::weekday{to_sys(day)}.iso_encoding() - 1);
}

Day next_weekday(Day day, Weekday weekday) {
  return day + (static_cast<int>(weekday) - static_cast<int>(weekday_of(day)) + 7) % 7;
}

Day latest_weekday(Day day, Weekday weekday) {
  return day - (static_cast<int>(weekday_of(day)) - static_cast<int>(weekday) + 7) % 7;
}

std::optional<Weekday> parse_weekday(std::string_view word) {
  for (std::size_t i = 0; i < weekday_names.size(); ++i) {
    std::string name{weekday_names[i]};
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
    if (word == name || word == std::string_view{name}.substr(0, 3)) return static_cast<Weekday>(i);
  }
  return std::nullopt;
}

std::string_view short_name(Weekday weekday) { return long_name(weekday).substr(0, 3); }

std::string_view long_name(Weekday weekday) {
  return weekday_names[static_cast<std::size_t>(weekday)];
}

Month month_of(Day day) {
  const auto civil = civil_of(day);
  return {civil.year, civil.month};
}

Day first_day(Month month) {
  const auto first = date::year{month.year} / date::month{static_cast<unsigned>(month.month)} / 1;
  return from_sys(date::sys_days{first});
}

Day last_day(Month month) {
  const auto last = date::year{month.year} / date::month{static_cast<unsigned>(month.month)} /
                    date::last;
  return from_sys(date::sys_days{last});
}

Month operator+(Month month, int months) {
  const auto sum = date::year{month.year} / date::month{static_cast<unsigned>(month.month)} +
                   date::months{months};
  return {static_cast<int>(sum.year()), static_cast<int>(static_cast<unsigned>(sum.month()))};
}

std::string_view short_month_name(int month) { return long_month_name(month).substr(0, 3); }

std::string_view long_month_name(int month) {
  return month_names[static_cast<std::size_t>(month - 1)];
}

std::optional<Day> iso_week_monday(int year, int week) {
  if (year < min_year || year > max_year || week < 1) return std::nullopt;
  const iso_week::year_weeknum_weekday monday{iso_week::year{year},
                                              iso_week::weeknum{static_cast<unsigned>(week)},
                                              iso_week::mon};
  if (!monday.ok()) return std::nullopt;
  return from_sys(date::sys_days{monday});
}

std::string to_iso(Day day) {
  const auto civil = civil_of(day);
  std::string out;
  append_padded(out, civil.year, 4);
  out += '-';
  append_padded(out, civil.month, 2);
  out += '-';
  append_padded(out, civil.day, 2);
  return out;
}

std::string to_iso(Month month) { return to_iso(first_day(month)).substr(0, 7); }

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return day_from_civil(*year, *month, *day);
}

std::optional<Month> parse_iso_month(std::string_view text) {
  if (text.size() != 7) return std::nullopt;
  const auto day = parse_iso_day(std::string{text} + "-01");
  if (!day) return std::nullopt;
  return month_of(*day);
}

}  // namespace mend
