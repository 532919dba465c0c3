// SPDX-License-Identifier: MIT
#include "mend/domain/streak.hpp"

#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

constexpr std::string_view monday = "2026-11-16";

// Days from `first` on, one letter each: K kept, Q quiet, X rest, O open, B breach, k both kept and
// breach; the last one is today.
StepDays days_from(std::string_view first, std::string_view letters) {
  StepDays days{on(first), on(first) + (static_cast<int>(letters.size()) - 1)};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const Day day = on(first) + static_cast<int>(i);
    const char letter = letters[i];
    if (letter == 'K' || letter == 'k') days.keep(day);
    if (letter == 'X') days.rest({day, day});
    if (letter == 'B' || letter == 'k') days.breach(day);
  }
  return days;
}

Streak streak_of_days(const StepDays& days, std::string_view cadence = "daily", Grace grace = Grace::on) {
  JournalSettings settings;
  settings.grace = grace;
  return read_streak(days, *parse_cadence(cadence), settings);
}

Streak streak_of_days(std::string_view letters, std::string_view cadence = "daily",
            Grace grace = Grace::on) {
  return streak_of_days(days_from(monday, letters), cadence, grace);
}

bool is_asked(std::string_view letters, std::string_view cadence, std::string_view first = monday) {
  return is_asked_today(days_from(first, letters), *parse_cadence(cadence), {});
}

std::string best_of(const Streak& streak) {
  if (!streak.best) return "none";
  return std::to_string(streak.best->length) + " " + to_iso(streak.best->days.first) + ".." +
         to_iso(streak.best->days.last);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("the checked examples of the manual") {
  struct Row {
    std::string_view days;
    int streak;
    int bridged;
  };
  const std::vector<Row> rows = {
      {"KKKKO", 4, 0},  {"KKKQO", 3, 1},
      {"KKKQQO", 0, 0}, {"KKQKKO", 4, 1},
      {"KQKQKO", 2, 1}, {"QKKK", 3, 0},
      {"O", 0, 0},      {"XXO", 0, 0},
      {"QO", 0, 0},     {"KQXQKO", 1, 0},
      {"XXKKX", 2, 0},  {"KKXXXKO", 3, 0},
      {"KKKKKKKKQKKKKKKKQKO", 16, 2}, {"KKKKKKKKQKKKKKKQKO", 15, 2},
      {"KKKKKKKKQKKKKKQKO", 6, 1},    {"KKXQXKKO", 4, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.days);
    const Streak streak = streak_of_days(row.days);
    CHECK(streak.current == row.streak);
    CHECK(streak.bridged == row.bridged);
    CHECK(streak_of_days(row.days, "mon,tue,wed,thu,fri,sat,sun").current == row.streak);
  }
}

TEST_CASE("without grace a quiet day ends the streak") {
  CHECK(streak_of_days("KKKQO", "daily", Grace::off).current == 0);
  CHECK(streak_of_days("KKQKKO", "daily", Grace::off).current == 2);
  CHECK(streak_of_days("KKQKKO", "daily", Grace::off).bridged == 0);
  CHECK(streak_of_days("KKXXXKO", "daily", Grace::off).current == 3);
  CHECK(best_of(streak_of_days("KKKQKKO", "daily", Grace::off)) == "3 2026-11-16..2026-11-18");
}

TEST_CASE("a streak is at risk when a quiet end of today would shorten it") {
  struct Row {
    std::string_view days;
    bool is_at_risk;
  };
  const std::vector<Row> rows = {
      {"KKKO", false},   // today could be bridged
      {"KKQO", true},    // two quiet days in a row
      {"KKQKO", true},   // bridged too near
      {"QKO", false},    {"KKQKKKKKKKO", false},  // seven apart
      {"KKQKKKKKKO", false}, {"KKQKKKKKO", true}, {"KKK", false}, {"KKX", false},
      {"QQO", false},    {"O", false},            {"KXO", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.days);
    CHECK(streak_of_days(row.days).is_at_risk == row.is_at_risk);
  }
  CHECK(streak_of_days("KKKO", "daily", Grace::off).is_at_risk);
  CHECK_FALSE(streak_of_days("KKK", "daily", Grace::off).is_at_risk);
}

TEST_CASE("best is the largest streak there was, the later one on a tie") {
  CHECK(best_of(streak_of_days("QQO")) == "none");
  CHECK(best_of(streak_of_days("KKKQQKKO")) == "3 2026-11-16..2026-11-18");
  CHECK(best_of(streak_of_days("KKKQQKKK")) == "3 2026-11-21..2026-11-23");
  CHECK(best_of(streak_of_days("KKQKKO")) == "4 2026-11-16..2026-11-20");
  // The walk from the last day bridges the second quiet day, so the best lies before it.
  CHECK(best_of(streak_of_days("KKKQKKQKO")) == "5 2026-11-16..2026-11-21");
  CHECK(best_of(streak_of_days("KO")) == "1 2026-11-16..2026-11-16");
}

TEST_CASE("totals count every kept day, in every state of the streak") {
  const Streak streak = streak_of_days("KKQQKXKQQO");
  CHECK(streak.total == 4);
  CHECK(streak.last == on("2026-11-22"));
  CHECK(streak.state == DayState::open);
  CHECK_FALSE(streak_of_days("QQO").last);
  CHECK(streak_of_days("QQO").total == 0);
  CHECK(streak_of_days("KK").state == DayState::kept);
  CHECK(streak_of_days("KX").state == DayState::rest);
}

TEST_CASE("a breach ends the chapter, and takes nothing but the current streak") {
  const Streak streak = streak_of_days("KKKKkKKO");
  CHECK(streak.current == 2);
  CHECK(streak.chapter == 2);
  CHECK(streak.total == 7);
  CHECK(best_of(streak) == "5 2026-11-16..2026-11-20");
  CHECK(streak.steadiness->kept == 7);

  // Never across a boundary, not even by a bridge.
  CHECK(streak_of_days("KKBKKO").current == 2);
  CHECK(best_of(streak_of_days("KKBKKO")) == "2 2026-11-19..2026-11-20");
  CHECK(streak_of_days("KKBQKO").current == 1);
  CHECK(streak_of_days("KKBO").current == 0);
  CHECK(streak_of_days("KBKBKO").chapter == 3);
}

TEST_CASE("on the day of a breach the current streak is nothing and at no risk") {
  for (const std::string_view days : {"KKKk", "KKKB"}) {
    CAPTURE(days);
    const Streak streak = streak_of_days(days);
    CHECK(streak.current == 0);
    CHECK(streak.bridged == 0);
    CHECK_FALSE(streak.is_at_risk);
    CHECK(streak.chapter == 2);
  }
  CHECK(streak_of_days("KKKk").state == DayState::kept);
  CHECK(streak_of_days("KKKB").state == DayState::open);
  CHECK(best_of(streak_of_days("KKKk")) == "4 2026-11-16..2026-11-19");
}

TEST_CASE("weeks are kept, bridged and four apart") {
  const auto weeks = [](std::string_view letters, Grace grace = Grace::on) {
    std::string days;
    for (const char letter : letters) {
      days += letter == 'K' ? "QKQQQQQ" : letter == 'X' ? "XXXXXXX" : letter == 'O' ? "QO" : "QQQQQQQ";
    }
    return streak_of_days(days_from(monday, days), "1/week", grace);
  };
  CHECK(weeks("KKKO").current == 3);
  CHECK(weeks("KKQO").current == 2);
  CHECK(weeks("KKQO").is_at_risk);
  CHECK_FALSE(weeks("KKKO").is_at_risk);
  CHECK(weeks("KKQQO").current == 0);
  CHECK(weeks("KKXKO").current == 3);
  CHECK(weeks("KQKKQKO").current == 3);   // three apart
  CHECK(weeks("KQKKKQKO").current == 5);  // four apart
  CHECK(weeks("KQKKKQKO").bridged == 2);
  CHECK(weeks("KQKKKQKO", Grace::off).current == 1);
  CHECK(weeks("KKO").state == DayState::open);
  // A rule of rest on more than half its days makes a past week rest, kept or not.
  CHECK(streak_of_days(days_from(monday, "KKQQQQQ" "QXXXXQQ" "QQQQQQQ" "O"), "2/week").bridged == 1);
  CHECK(streak_of_days(days_from(monday, "KKQQQQQ" "QQXXXQQ" "QQQQQQQ" "O"), "2/week").current == 0);
  CHECK(best_of(weeks("KKO")) == "2 2026-11-17..2026-11-24");
}

TEST_CASE("the best knows how many quiet units are between") {
  CHECK(streak_of_days("KKKQKKO").best->bridged == 1);
  CHECK(streak_of_days("KKKQO").best->bridged == 0);
  CHECK(streak_of_days("KKKKKKKKQKKKKKKKQKO").best->bridged == 2);
  CHECK(streak_of_days("QKKK").best->bridged == 0);
}

TEST_CASE("a quiet unit that is bridged with nothing kept since comes after the streak") {
  CHECK(streak_of_days("KKKQO").quiet_at_end.has_value());
  CHECK(streak_of_days("KKKQX").quiet_at_end.has_value());
  CHECK_FALSE(streak_of_days("KKKQK").quiet_at_end.has_value());
  CHECK_FALSE(streak_of_days("KKKQQO").quiet_at_end.has_value());
  CHECK_FALSE(streak_of_days("KKKO").quiet_at_end.has_value());
}

TEST_CASE("a streak that two quiet units close together ended is known for seven units") {
  CHECK(streak_of_days("KKKQQO").ended.has_value());
  CHECK_FALSE(streak_of_days("KKKQQO").ended->counting_from.has_value());
  CHECK(streak_of_days("KKKQQKO").ended->kept_since == 1);
  CHECK(streak_of_days("KKKQQKO").ended->counting_from == on("2026-11-21"));
  CHECK(streak_of_days("KKKKKKKKQKKKKKQKO").ended->kept_since == 1);
  CHECK(streak_of_days("KKKQQKKKKKKO").ended.has_value());
  CHECK_FALSE(streak_of_days("KKKQQKKKKKKKO").ended.has_value());
  CHECK_FALSE(streak_of_days("KKKQO").ended.has_value());
  CHECK_FALSE(streak_of_days("KKKQKO").ended.has_value());
  CHECK_FALSE(streak_of_days("KKKQQO", "daily", Grace::off).ended.has_value());
}

TEST_CASE("a month is one unit, whatever its length") {
  // November and December kept, January quiet, February kept, today in March.
  const std::string days = "QQKK" + std::string(26, 'Q') + "K" + std::string(30, 'Q') +
                           std::string(31, 'Q') + std::string(27, 'Q') + "K" + "QO";
  const Streak streak = streak_of_days(days_from("2026-11-01", days), "1/month");
  CHECK(streak.current == 3);
  CHECK(streak.bridged == 1);
  CHECK(best_of(streak) == "3 2026-11-03..2027-02-28");
  CHECK(streak.state == DayState::open);
  CHECK(streak.steadiness->kept == 2);
  CHECK(streak.steadiness->asked == 3);
}

TEST_CASE("every N days: fewer than N quiet days between kept ones") {
  CHECK(streak_of_days("KQQKQQO", "every 3d").current == 2);
  CHECK(streak_of_days("KQQQKO", "every 3d").current == 1);
  CHECK(streak_of_days("KQQQO", "every 3d").current == 0);
  CHECK(streak_of_days("KQXXXQO", "every 3d").current == 1);
  CHECK(streak_of_days("KKKO", "every 3d").current == 3);
  CHECK(streak_of_days("KQQO", "every 3d").is_at_risk);
  CHECK_FALSE(streak_of_days("KQO", "every 3d").is_at_risk);
  CHECK(streak_of_days("KQQKQQO", "every 3d", Grace::off).current == 2);
  const Streak streak = streak_of_days("KQKQQQKO", "every 3d");
  CHECK(streak.state == DayState::open);
  CHECK(streak.bridged == 0);
  CHECK_FALSE(streak.steadiness);
  CHECK(best_of(streak) == "2 2026-11-16..2026-11-18");
  // A chapter begins anew.
  CHECK(streak_of_days("KkKQO", "every 3d").current == 1);
  CHECK(best_of(streak_of_days("KkKQO", "every 3d")) == "2 2026-11-16..2026-11-17");
}

TEST_CASE("as-needed has a count and a last day, and no streak") {
  const Streak streak = streak_of_days("KQKO", "as-needed");
  CHECK(streak.total == 2);
  CHECK(streak.last == on("2026-11-18"));
  CHECK(streak.chapter == 1);
  CHECK_FALSE(streak.state);
  CHECK_FALSE(streak.current);
  CHECK_FALSE(streak.bridged);
  CHECK_FALSE(streak.best);
  CHECK_FALSE(streak.steadiness);
  CHECK_FALSE(streak.is_at_risk);
}

TEST_CASE("steadiness of days: kept of kept and quiet in the 28 days that end today") {
  struct Row {
    std::string days;
    int kept;
    int asked;
    bool is_early;
  };
  const std::vector<Row> rows = {
      {"O", 0, 0, true},
      {"KKKQKQO", 4, 6, true},  // the journal's seventh day
      {"KKKQKQQO", 4, 7, false},
      {"KKKXXXXXXQQQO", 3, 6, false},
      {std::string(40, 'K'), 28, 28, false},
      {std::string(12, 'K') + std::string(28, 'Q'), 0, 27, false},
      {std::string(13, 'K') + std::string(27, 'Q'), 1, 27, false},
      {std::string(12, 'Q') + "K" + std::string(26, 'X') + "O", 1, 1, false},
      {std::string(40, 'X'), 0, 0, true},
      {std::string(10, 'K') + "k" + std::string(9, 'K') + "O", 20, 20, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.days);
    const auto steadiness = streak_of_days(row.days).steadiness;
    REQUIRE(steadiness);
    // The letter of today stands for open whenever it is not kept.
    CHECK(steadiness->kept == row.kept);
    CHECK(steadiness->asked == row.asked);
    CHECK(steadiness->is_early == row.is_early);
  }
}

TEST_CASE("steadiness of weeks: got of asked in the four complete weeks before this one") {
  const std::string plenty = "KKKKKKK";
  const std::string nothing = "QQQQQQQ";
  const auto of = [](const std::string& days) { return streak_of_days(days, "3/week").steadiness; };
  CHECK(of(plenty + plenty + nothing + plenty + nothing + "O")->kept == 6);
  CHECK(of(plenty + plenty + nothing + plenty + nothing + "O")->asked == 12);
  CHECK(of(plenty + "KKKKK")->kept == 3);  // the current week is not complete
  CHECK(of(plenty + "KKKKK")->asked == 3);
  CHECK(of(repeated("KXXXXXX", 4) + "O")->kept == 4);
  CHECK(of(repeated("KXXXXXX", 4) + "O")->asked == 4);
  // Weeks that are rest are left out.
  CHECK(of(plenty + "KXXXXQQ" + plenty + "XXXXXXX" + "O")->kept == 6);
  CHECK(of(plenty + "KXXXXQQ" + plenty + "XXXXXXX" + "O")->asked == 6);
  CHECK(of(plenty + "KXXXXQQ" + plenty + "XXXXXXX" + "O")->units == 2);
  CHECK(of("O")->asked == 0);
  CHECK(of("O")->is_early);
  CHECK(of(plenty + "O")->is_early);
  CHECK_FALSE(of(plenty + plenty + "O")->is_early);
}

TEST_CASE("a step is asked when keeping it today is needed") {
  struct Row {
    std::string_view days;  // from a Monday
    std::string_view cadence;
    bool is_asked;
  };
  const std::vector<Row> rows = {
      {"O", "daily", true},        {"KKK", "daily", true},     {"KKX", "daily", false},
      {"QO", "tue", true},         {"QQX", "mon,tue", false},  {"KKKO", "as-needed", false},
      {"O", "every 3d", false},    {"KO", "every 3d", false},  {"QQO", "every 3d", false},
      {"QQQO", "every 3d", true},  {"KQO", "every 3d", false}, {"KQQO", "every 3d", true},
      {"KQQK", "every 3d", true},  {"KQXQO", "every 3d", true}, {"KXXO", "every 3d", false},
      {"KQQX", "every 3d", false}, {"KO", "every 2d", false},  {"KQO", "every 2d", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.days);
    CAPTURE(row.cadence);
    CHECK(is_asked(row.days, row.cadence) == row.is_asked);
  }
}

TEST_CASE("a week is asked on its last chance alone") {
  struct Row {
    std::string_view week;  // the journal's second
    std::string_view cadence;
    bool is_asked;
  };
  const std::vector<Row> rows = {
      {"O", "1/week", false},       {"QQQQQO", "1/week", false},  {"QQQQQQO", "1/week", true},
      {"QQQQQQK", "1/week", true},  {"KQQQQQO", "1/week", false}, {"QQQQQO", "2/week", true},
      {"KQQQQQO", "2/week", true},  {"KKQQQQO", "2/week", false}, {"O", "7/week", true},
      {"KKKKKKK", "7/week", true},  {"QO", "7/week", false},      {"QQQQO", "4/week", false},
      {"QQQO", "4/week", true},     {"QQO", "4/week", false},     {"XXXQQQO", "1/week", true},
      {"XXXXQQO", "1/week", false}, {"XXXXXXO", "4/week", false}, {"XXXXXXX", "4/week", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.week);
    CAPTURE(row.cadence);
    CHECK(is_asked("QQQQQQQ" + std::string{row.week}, row.cadence) == row.is_asked);
    CHECK_FALSE(is_asked(row.week, row.cadence));  // never in the first one
  }
  const std::string october(31, 'Q');
  CHECK(is_asked(october + std::string(29, 'Q') + "O", "1/month", "2026-10-01"));
  CHECK_FALSE(is_asked(october + std::string(28, 'Q') + "O", "1/month", "2026-10-01"));
  CHECK_FALSE(is_asked(std::string(29, 'Q') + "O", "1/month", "2026-11-01"));
}

TEST_CASE("a week is at risk only while it can be kept and would end quiet") {
  const auto at_risk = [](std::string_view week) {
    return streak_of_days(days_from(monday, "KKKQQQQ" "QQQQQQQ" + std::string{week}), "3/week").is_at_risk;
  };
  CHECK(at_risk("QQQQO"));
  CHECK_FALSE(at_risk("QQQQQO"));   // two days are left for three
  CHECK(at_risk("KQQQQO"));
  CHECK_FALSE(at_risk("XXXXO"));    // ends as rest
}

TEST_CASE("a first day of a hundred years ago changes no streak of today") {
  StepDays days{on("1926-11-20"), on("2026-11-22")};
  days.keep(on("1926-11-20"));
  for (int i = 1; i <= 20; ++i) days.keep(on("2026-11-22") - i);
  for (const std::string_view cadence : {"daily", "every 3d"}) {
    const Streak streak = streak_of_days(days, cadence);
    CHECK(streak.current == 20);
    CHECK(streak.total == 21);
    CHECK(best_of(streak) == "20 2026-11-02..2026-11-21");
  }
  CHECK(streak_of_days(days, "7/week").current == 2);
}

TEST_CASE("a strip says what there is to see of each day") {
  const auto strip = [](const StepDays& days, std::string_view cadence, int count) {
    std::string letters;
    for (const DayMark mark : read_strip(days, *parse_cadence(cadence), Weekday::monday, count)) {
      letters += "KXOQ_-."[static_cast<int>(mark)];
    }
    return letters;
  };
  const StepDays days = days_from(monday, "KQXQQQQ" "QQQQQQQ" "KO");
  CHECK(strip(days, "daily", 18) == "..KQXQQQQQQQQQQQKO");
  CHECK(strip(days, "1/week", 18) == "..K_X____QQQQQQQK_");
  CHECK(strip(days, "as-needed", 18) == "--K-------------K-");
}

TEST_CASE("planned rest brings the last chance forward") {
  StepDays days = days_from(monday, "QQQQQQQ" "QQQO");
  const auto asked = [&] { return is_asked_today(days, *parse_cadence("1/week"), {}); };
  CHECK_FALSE(asked());
  days.rest({on("2026-11-27"), on("2026-11-29")});
  CHECK(asked());
}

}  // namespace mend
