// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mend {

// A civil date, counted in days since 1970-01-01. It knows no clock and no zone.
struct Day {
  std::int32_t number = 0;
  friend auto operator<=>(const Day&, const Day&) = default;
};

constexpr Day operator+(Day day, int days) { return Day{day.number + days}; }
constexpr Day operator-(Day day, int days) { return Day{day.number - days}; }
constexpr int operator-(Day later, Day earlier) { return later.number - earlier.number; }

// The years a TOML date can be written in; every parsed Day lies between them.
inline constexpr int min_year = 1;
inline constexpr int max_year = 9999;

struct CivilDate {
  int year;
  int month;  // 1..12
  int day;    // 1..31
};

CivilDate civil_of(Day day);

// Nothing when there is no such date, 30 February for one.
std::optional<Day> day_from_civil(int year, int month, int day);

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

Weekday weekday_of(Day day);

// The first `weekday` on or after `day`, and the last one on or before it.
Day next_weekday(Day day, Weekday weekday);
Day latest_weekday(Day day, Weekday weekday);

// Reads `mon`..`sun` and `monday`..`sunday`, nothing else.
std::optional<Weekday> parse_weekday(std::string_view word);

std::string_view short_name(Weekday weekday);  // "Mon"
std::string_view long_name(Weekday weekday);   // "Monday"

struct Month {
  int year = 1970;
  int month = 1;  // 1..12
  friend auto operator<=>(const Month&, const Month&) = default;
};

Month month_of(Day day);
Day first_day(Month month);
Day last_day(Month month);
Month operator+(Month month, int months);

std::string_view short_month_name(int month);  // 1..12, "Nov"
std::string_view long_month_name(int month);   // 1..12, "November"

// The Monday of an ISO 8601 week; nothing when that year has no such week.
std::optional<Day> iso_week_monday(int year, int week);

// Both ends included; never empty when made by this project's parsers.
struct DayRange {
  Day first;
  Day last;
  bool contains(Day day) const { return first <= day && day <= last; }
  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

inline constexpr DayRange every_day{Day{-800'000}, Day{3'000'000}};

std::string to_iso(Day day);      // "2026-11-22"
std::string to_iso(Month month);  // "2026-11"

// Exactly `YYYY-MM-DD` (`YYYY-MM`), ten (seven) characters, an existing date.
std::optional<Day> parse_iso_day(std::string_view text);
std::optional<Month> parse_iso_month(std::string_view text);

}  // namespace mend
