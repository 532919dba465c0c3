// SPDX-License-Identifier: MIT
#include "mend/domain/units.hpp"

#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

// Days from `first` on, one letter each as in 3-streaks.md; the last one is today.
StepDays days_of(std::string_view first, std::string_view letters) {
  StepDays days{on(first), on(first) + (static_cast<int>(letters.size()) - 1)};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const Day day = on(first) + static_cast<int>(i);
    if (letters[i] == 'K') days.keep(day);
    if (letters[i] == 'X') days.rest({day, day});
  }
  return days;
}

// "kept 2/3" and so on, for the unit that holds today.
std::string newest(const StepDays& days, std::string_view cadence,
                   Weekday week_start = Weekday::monday) {
  const Unit unit =
      unit_at(whole_history(days), *parse_cadence(cadence), week_start, days.today());
  return std::string{word_of(unit.state)} + " " + std::to_string(unit.got) + "/" +
         std::to_string(unit.asked);
}

std::string all(const Window& window, std::string_view cadence) {
  std::string out;
  for (const Unit& unit : units(window, *parse_cadence(cadence), Weekday::monday)) {
    out += "KXOQ"[static_cast<int>(unit.state)];
  }
  return out;
}

}  // namespace

TEST_CASE("weeks begin where they are said to, months on their first") {
  CHECK(week_of(on("2026-11-22"), Weekday::monday) == days("2026-11-16", "2026-11-22"));
  CHECK(week_of(on("2026-11-22"), Weekday::sunday) == days("2026-11-22", "2026-11-28"));
  CHECK(week_of(on("2026-11-21"), Weekday::sunday) == days("2026-11-15", "2026-11-21"));
  CHECK(week_of(on("2027-01-01"), Weekday::monday) == days("2026-12-28", "2027-01-03"));
  CHECK(month_range(on("2024-02-10")) == days("2024-02-01", "2024-02-29"));
  CHECK(month_range(on("2026-02-28")) == days("2026-02-01", "2026-02-28"));
}

TEST_CASE("a week asks in proportion to the days that are not rest, rounded up") {
  struct Row {
    std::string_view week;  // from a Monday
    std::string_view cadence;
    std::string_view unit;
  };
  const std::vector<Row> rows = {
      {"QQQQQQO", "4/week", "open 0/4"},  {"KKKQQQO", "4/week", "open 3/4"},
      {"KKKKQQO", "4/week", "kept 4/4"},  {"KKKKKKK", "4/week", "kept 7/4"},
      {"XXQQQQO", "4/week", "open 0/3"},  {"XXXXXXO", "2/week", "open 0/1"},
      {"XXXXXXX", "2/week", "rest 0/0"},  {"XXXXXXK", "2/week", "kept 1/1"},
      {"XXXXXKK", "2/week", "kept 2/1"},  {"XXXQQQO", "7/week", "open 0/4"},
      {"XKKKKQX", "7/week", "open 4/5"},  {"XKKKKKX", "7/week", "kept 5/5"},
      {"O", "1/week", "open 0/1"},        {"XO", "3/week", "open 0/3"},
      {"XXXO", "7/week", "open 0/4"},     {"XXXXX", "7/week", "open 0/2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.week);
    CAPTURE(row.cadence);
    CHECK(newest(days_of("2026-11-16", row.week), row.cadence) == row.unit);
  }
}

TEST_CASE("days before the journal began are not asked of the first week") {
  // From a Thursday: four days are left of seven.
  CHECK(newest(days_of("2026-11-19", "QQQO"), "7/week") == "open 0/4");
  CHECK(newest(days_of("2026-11-19", "QQQO"), "1/week") == "open 0/1");
  CHECK(newest(days_of("2026-11-19", "KQQO"), "2/week") == "open 1/2");
  CHECK(newest(days_of("2026-11-19", "KQQO"), "1/week", Weekday::thursday) == "kept 1/1");
}

TEST_CASE("planned rest lowers what the days to come are asked for") {
  StepDays ahead = days_of("2026-11-16", "QQO");
  CHECK(newest(ahead, "7/week") == "open 0/7");
  ahead.rest(days("2026-11-19", "2026-11-22"));
  CHECK(newest(ahead, "7/week") == "open 0/3");
  StepDays today_rests = days_of("2026-11-30", "X");
  CHECK(newest(today_rests, "5/week") == "open 0/5");
}

TEST_CASE("a month asks no more than it has days") {
  CHECK(newest(days_of("2026-02-01", "O"), "31/month") == "open 0/28");
  CHECK(newest(days_of("2024-02-01", "O"), "31/month") == "open 0/29");
  CHECK(newest(days_of("2026-02-01", std::string(28, 'K')), "31/month") == "kept 28/28");
  CHECK(newest(days_of("2026-11-16", "O"), "10/month") == "open 0/5");
  CHECK(newest(days_of("2026-11-01", std::string(29, 'X') + "O"), "10/month") == "open 0/1");
  CHECK(newest(days_of("2026-11-01", std::string(30, 'X')), "10/month") == "rest 0/0");
}

TEST_CASE("a unit knows its first and last kept day") {
  const StepDays week = days_of("2026-11-16", "QKQKXKO");
  const Unit unit = unit_at(whole_history(week), *parse_cadence("2/week"), Weekday::monday,
                            on("2026-11-16"));
  CHECK(unit.range == days("2026-11-16", "2026-11-22"));
  CHECK(unit.first_kept == on("2026-11-17"));
  CHECK(unit.last_kept == on("2026-11-21"));
}

TEST_CASE("units are listed from the first day to today, oldest first") {
  const StepDays history = days_of("2026-11-04", "QQQQQ" "KQQQQQQ" "XXXXXXX" "O");
  CHECK(all(whole_history(history), "1/week") == "KXO");
  CHECK(all(whole_history(history), "1/month") == "K");
  CHECK(all(whole_history(days_of("2026-11-22", "O")), "1/week") == "O");
  // Of days that are quiet in a row those after the second are left out, up to the next kept one.
  CHECK(all(whole_history(history), "daily") == "KQQO");
  CHECK(all(whole_history(days_of("2026-11-04", "KQXQQQKQO")), "daily") == "KQXQKQO");
  StepDays long_ago{on("1926-11-20"), on("2026-11-22")};
  long_ago.keep(on("1926-11-20"));
  long_ago.keep(on("2026-11-20"));
  CHECK(all(whole_history(long_ago), "daily") == "KQQKQO");
  CHECK(all(whole_history(long_ago), "1/week") == "KQQK");
}

TEST_CASE("a breach ends a chapter, and everything outside a chapter is rest") {
  StepDays history = days_of("2026-11-16", "KKQKKKO");
  CHECK(chapters(history).size() == 1);
  CHECK(all(chapters(history)[0], "daily") == "KKQKKKO");
  history.breach(on("2026-11-19"));
  history.breach(on("2026-11-17"));
  history.breach(on("2026-11-17"));
  const auto parts = chapters(history);
  REQUIRE(parts.size() == 3);
  CHECK(all(parts[0], "daily") == "KK");
  CHECK(all(parts[1], "daily") == "K");
  CHECK(all(parts[2], "daily") == "KKO");
  CHECK(parts[1].is_rest(on("2026-11-16")));
  CHECK_FALSE(parts[1].is_kept(on("2026-11-20")));
  // The week is judged in each chapter by the days it has there: 2, 2 and 3 of 7.
  for (const Window& part : parts) {
    const Unit week = unit_at(part, *parse_cadence("4/week"), Weekday::monday, on("2026-11-18"));
    CHECK(week.asked == 2);
  }
}

TEST_CASE("a breach today leaves the current chapter without days") {
  StepDays history = days_of("2026-11-16", "KKKKKKK");
  history.breach(on("2026-11-22"));
  const auto parts = chapters(history);
  REQUIRE(parts.size() == 2);
  CHECK(all(parts[0], "daily") == "KKKKKKK");
  CHECK(all(parts[1], "daily").empty());
  CHECK(all(parts[1], "1/week").empty());
}

}  // namespace mend
