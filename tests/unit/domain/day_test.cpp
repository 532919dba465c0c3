// SPDX-License-Identifier: MIT
#include "mend/domain/day.hpp"

#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

TEST_CASE("days follow one another for 400 years as in a calendar kept by hand") {
  Day day = on("1800-01-01");
  auto weekday = Weekday::wednesday;
  std::vector<std::string> wrong;
  for (int year = 1800; year < 2200; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int date = 1; date <= days_in(year, month); ++date) {
        const auto civil = civil_of(day);
        const bool is_right = civil.year == year && civil.month == month && civil.day == date &&
                              day_from_civil(year, month, date) == day &&
                              weekday_of(day) == weekday && parse_iso_day(to_iso(day)) == day;
        if (!is_right) wrong.push_back(to_iso(day));
        day = day + 1;
        weekday = static_cast<Weekday>((static_cast<int>(weekday) + 1) % 7);
      }
      if (day_from_civil(year, month, days_in(year, month) + 1)) wrong.push_back("past the end");
    }
  }
  CHECK(wrong == std::vector<std::string>{});
  CHECK(day == on("2200-01-01"));
}

TEST_CASE("the first and last days there are") {
  CHECK(on("1970-01-01").number == 0);
  CHECK(on("0001-01-01").number == -719162);
  CHECK(on("9999-12-31").number == 2932896);
  CHECK(weekday_of(on("0001-01-01")) == Weekday::monday);
  CHECK(weekday_of(on("9999-12-31")) == Weekday::friday);
  CHECK(every_day.contains(on("0001-01-01")));
  CHECK(every_day.contains(on("9999-12-31")));
}

TEST_CASE("dates that do not exist are none") {
  CHECK(day_from_civil(2024, 2, 29));
  CHECK(day_from_civil(2000, 2, 29));
  const std::vector<CivilDate> none = {{2023, 2, 29}, {1900, 2, 29}, {2100, 2, 29}, {2026, 2, 30},
                                       {2026, 4, 31}, {2026, 0, 1},  {2026, 13, 1}, {2026, 1, 0},
                                       {2026, 1, 32}, {2026, -1, 1}, {2026, 1, -1}, {0, 1, 1},
                                       {-1, 1, 1},    {10000, 1, 1}, {2026, 257, 1}, {2026, 1, 257}};
  for (const CivilDate& date : none) {
    CAPTURE(date.year);
    CAPTURE(date.month);
    CAPTURE(date.day);
    CHECK_FALSE(day_from_civil(date.year, date.month, date.day));
  }
}

TEST_CASE("a weekday is found on the day itself before any other") {
  const Day wednesday = on("2026-11-25");
  CHECK(next_weekday(wednesday, Weekday::wednesday) == wednesday);
  CHECK(latest_weekday(wednesday, Weekday::wednesday) == wednesday);
  CHECK(next_weekday(wednesday, Weekday::tuesday) == on("2026-12-01"));
  CHECK(next_weekday(wednesday, Weekday::sunday) == on("2026-11-29"));
  CHECK(latest_weekday(wednesday, Weekday::thursday) == on("2026-11-19"));
  CHECK(latest_weekday(wednesday, Weekday::monday) == on("2026-11-23"));
}

TEST_CASE("weekdays are read by three letters or whole, in lower case") {
  const std::vector<std::string_view> names = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto weekday = static_cast<Weekday>(i);
    CHECK(parse_weekday(names[i]) == weekday);
    CHECK(parse_weekday(names[i].substr(0, 3)) == weekday);
    CHECK(std::string{long_name(weekday)}.substr(1) == names[i].substr(1));
    CHECK(long_name(weekday).starts_with(short_name(weekday)));
  }
  for (const std::string_view word : {"", "m", "mo", "mond", "tues", "thurs", "Mon", "MONDAY", "mon ", " mon"}) {
    CAPTURE(word);
    CHECK_FALSE(parse_weekday(word));
  }
}

TEST_CASE("months have their ends and add up across years") {
  CHECK(first_day({2024, 2}) == on("2024-02-01"));
  CHECK(last_day({2024, 2}) == on("2024-02-29"));
  CHECK(last_day({2026, 2}) == on("2026-02-28"));
  CHECK(last_day({2026, 12}) == on("2026-12-31"));
  CHECK(month_of(on("2026-12-31")) == Month{2026, 12});
  CHECK(Month{2026, 12} + 1 == Month{2027, 1});
  CHECK(Month{2026, 1} + -1 == Month{2025, 12});
  CHECK(Month{2026, 11} + 26 == Month{2029, 1});
  CHECK(short_month_name(5) == "May");
  CHECK(short_month_name(9) == "Sep");
  CHECK(long_month_name(2) == "February");
}

TEST_CASE("ISO weeks begin on the Monday of the week with the year's first Thursday") {
  for (int year = 1970; year <= 2070; ++year) {
    CAPTURE(year);
    const Day fourth = *day_from_civil(year, 1, 4);
    const Day first = fourth - static_cast<int>(weekday_of(fourth));
    const auto new_year = weekday_of(*day_from_civil(year, 1, 1));
    const bool is_long = new_year == Weekday::thursday ||
                         (is_leap(year) && new_year == Weekday::wednesday);
    CHECK(iso_week_monday(year, 1) == first);
    CHECK(iso_week_monday(year, 52) == first + 51 * 7);
    CHECK(iso_week_monday(year, 53).has_value() == is_long);
    CHECK_FALSE(iso_week_monday(year, 0));
    CHECK_FALSE(iso_week_monday(year, 54));
  }
  CHECK(iso_week_monday(2026, 53) == on("2026-12-28"));
  CHECK(iso_week_monday(2020, 53) == on("2020-12-28"));
  CHECK(iso_week_monday(2025, 1) == on("2024-12-30"));
  CHECK_FALSE(iso_week_monday(2021, 53));
  CHECK_FALSE(iso_week_monday(10000, 1));
  CHECK_FALSE(iso_week_monday(0, 1));
}

TEST_CASE("a date is spelled in one way only") {
  CHECK(to_iso(on("0007-03-09")) == "0007-03-09");
  CHECK(to_iso(Month{7, 3}) == "0007-03");
  const std::vector<std::string_view> refused = {
      "",           "2026",       "2026-11",     "26-11-22",   "2026-1-22",   "2026-11-2",
      "2026-11-22 ", " 2026-11-22", "2026-11-222", "2026/11/22", "2026-11_22",  "2026-11-2x",
      "+026-11-22", "-026-11-22", "2026-+1-22",  "2026-1 -22", "0000-01-01",  "2026-00-10",
      "2026-13-10", "2026-11-00", "2026-11-31",  "20261122",   "2026-11-22T", "２026-11"};
  for (const auto text : refused) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_day(text));
  }
  CHECK_FALSE(parse_iso_day(std::string_view{"2026-11-2\0", 10}));
}

TEST_CASE("a month is spelled in one way only") {
  CHECK(parse_iso_month("2026-02") == Month{2026, 2});
  for (const std::string_view text : {"2026", "2026-2", "2026-13", "2026-00", "2026-02-", "2026-02-01",
                          "0000-01", "2026_02", " 2026-2", "2026-0x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_month(text));
  }
}

}  // namespace mend
