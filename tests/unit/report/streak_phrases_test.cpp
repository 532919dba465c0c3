// SPDX-License-Identifier: MIT
#include "mend/report/streak_phrases.hpp"

#include "support/entry_of.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

const Day sunday = on("2026-11-22");

StepRow row_with_streak(std::string_view cadence, int current, int bridged = 0) {
  StepRow row;
  row.cadence = *parse_cadence(cadence);
  row.day = sunday;
  row.streak.current = current;
  row.streak.bridged = bridged;
  row.streak.total = current;
  row.streak.state = DayState::open;
  return row;
}

StepRow weekly(int got, int asked, DayState state = DayState::open) {
  StepRow row = row_with_streak("2/week", 2);
  row.unit.emplace();
  row.unit->range = days("2026-11-16", "2026-11-22");
  row.unit->state = state;
  row.unit->got = got;
  row.unit->asked = asked;
  row.streak.steadiness = Steadiness{8, 16, 4, false};
  return row;
}

}  // namespace

TEST_CASE("a streak without a gap is so many units in a row") {
  CHECK(streak_phrase(row_with_streak("daily", 1)) == "1 day");
  CHECK(streak_phrase(row_with_streak("daily", 12)) == "12 days in a row");
  CHECK(streak_phrase(row_with_streak("mon,wed", 3)) == "3 days in a row");
  CHECK(streak_phrase(row_with_streak("2/week", 1)) == "1 week");
  CHECK(streak_phrase(row_with_streak("2/week", 4)) == "4 weeks in a row");
  CHECK(streak_phrase(row_with_streak("2/month", 2)) == "2 months in a row");
  CHECK(streak_phrase(row_with_streak("every 3d", 5)) == "5 times in a row");
}

TEST_CASE("a streak with a gap says so, and never in a row") {
  CHECK(streak_phrase(row_with_streak("daily", 23, 1)) == "23 days, 1 quiet between");
  CHECK(streak_phrase(row_with_streak("2/week", 9, 2)) == "9 weeks, 2 quiet between");
  CHECK(streak_phrase(row_with_streak("2/month", 3, 1)) == "3 months, 1 quiet between");
}

TEST_CASE("a streak bridged right before today says which unit was quiet") {
  StepRow row = row_with_streak("daily", 3, 1);
  row.streak.quiet_at_end = days("2026-11-21", "2026-11-21");
  CHECK(streak_phrase(row) == "3 days, yesterday quiet");
  CHECK(streak_phrase(row, DayIs::past) == "3 days");
  row.streak.quiet_at_end = days("2026-11-20", "2026-11-20");
  CHECK(streak_phrase(row) == "3 days, then a quiet day");
  row = weekly(0, 2);
  row.streak.bridged = 1;
  row.streak.quiet_at_end = days("2026-11-09", "2026-11-15");
  CHECK(streak_phrase(row) == "2 weeks, last week quiet");
}

TEST_CASE("without a streak nothing sounds lost") {
  std::vector<StepRow> rows = {row_with_streak("daily", 0), row_with_streak("2/week", 0), row_with_streak("2/month", 0),
                               row_with_streak("every 3d", 0)};
  for (StepRow& row : rows) {
    CHECK(streak_phrase(row) == "not begun");
    row.streak.total = 5;
    for (const bool ends_chapter : {false, true}) {
      row.ends_chapter = ends_chapter;
      for (const DayState state : {DayState::kept, DayState::rest, DayState::open}) {
        row.streak.state = state;
        const std::string phrase = streak_phrase(row);
        CAPTURE(phrase);
        CHECK_FALSE(phrase.empty());
        for (const std::string_view word : {"0", "lost", "broken", "failed", "missed", "ended", "!"}) {
          CHECK(phrase.find(word) == std::string::npos);
        }
      }
    }
  }
  StepRow needed = row_with_streak("as-needed", 0);
  needed.streak.current.reset();
  CHECK(streak_phrase(needed) == "as needed");
  needed.streak.total = 2;
  CHECK(streak_phrase(needed) == "2 days in all");
}

TEST_CASE("lately is a plain fraction, under a third the total, and early nothing") {
  StepRow row = row_with_streak("daily", 3);
  row.streak.total = 42;
  CHECK(steadiness_phrase(row).empty());
  row.streak.steadiness = Steadiness{22, 25, 0, false};
  CHECK(steadiness_phrase(row) == "22 of the last 25");
  row.streak.steadiness = Steadiness{9, 27, 0, false};
  CHECK(steadiness_phrase(row) == "9 of the last 27");
  row.streak.steadiness = Steadiness{9, 28, 0, false};
  CHECK(steadiness_phrase(row) == "42 days in all");
  row.streak.steadiness = Steadiness{0, 28, 0, false};
  CHECK(steadiness_phrase(row) == "42 days in all");
  row.streak.steadiness = Steadiness{3, 5, 0, true};
  CHECK(steadiness_phrase(row).empty());
  row.streak.steadiness = Steadiness{0, 0, 2, false};
  CHECK(steadiness_phrase(row).empty());
  row.streak.total = 0;
  row.streak.steadiness = Steadiness{0, 28, 0, false};
  CHECK(steadiness_phrase(row).empty());
  CHECK(steadiness_phrase(weekly(0, 2)) == "8 of 16 in 4 weeks");
}

TEST_CASE("a week says how far it is, never 0 of and never more than was asked") {
  CHECK(unit_phrase(row_with_streak("daily", 3)).empty());
  CHECK(unit_phrase(weekly(2, 3)) == "2 of 3 this week");
  CHECK(unit_phrase(weekly(0, 3)) == "3 this week");
  CHECK(unit_phrase(weekly(3, 3, DayState::kept)) == "done this week");
  CHECK(unit_phrase(weekly(6, 4, DayState::kept)) == "done this week");
  CHECK(unit_phrase(weekly(0, 0, DayState::rest)).empty());
  StepRow due = weekly(0, 3);
  due.is_asked = true;
  CHECK(unit_phrase(due) == "3 this week, due today");
  CHECK(unit_phrase(due, DayIs::past).empty());
  due.unit->got = 1;
  CHECK(unit_phrase(due) == "1 of 3, due today");
  CHECK(unit_phrase(due, DayIs::past) == "1 of 3 that week");
  due.today = DayState::kept;
  CHECK(unit_phrase(due) == "1 of 3 this week");
}

TEST_CASE("what there is to say lately, the fraction first") {
  StepRow row = row_with_streak("daily", 12);
  CHECK(lately_phrase(row) == "12 days in a row");
  row.streak.steadiness = Steadiness{22, 25, 0, false};
  CHECK(lately_phrase(row) == "22 of the last 25, 12 days in a row");
  row.streak.current = 0;
  CHECK(lately_phrase(row) == "22 of the last 25");
  CHECK(lately_phrase(weekly(2, 3)) == "2 of 3 this week; 8 of 16 in 4 weeks, 2 weeks in a row");
}

TEST_CASE("the best says what was quiet in it, and the month once") {
  StepRow row = row_with_streak("daily", 3);
  CHECK(best_phrase(row).empty());
  row.streak.best = BestStreak{14, days("2026-11-10", "2026-11-25"), 2};
  CHECK(best_phrase(row) == "best 14 days, 2 quiet between, Tue 10 to Wed 25 Nov");
  CHECK(best_phrase(row, BestIs::brief) == "best 14, 2 quiet, Tue 10 to Wed 25 Nov");
  row.streak.best = BestStreak{14, days("2026-10-30", "2026-11-12"), 0};
  CHECK(best_phrase(row) == "best 14 days, Fri 30 Oct to Thu 12 Nov");
  row.streak.best = BestStreak{1, days("2025-10-30", "2025-10-30"), 0};
  CHECK(best_phrase(row) == "best 1 day, Thu 30 Oct 2025");
}

TEST_CASE("on the day of a breach the new chapter is tomorrow's, and days later it has begun") {
  const UtcZone utc;
  const std::vector<Entry> entries = {action(Step::space, "2026-11-16"),
                                    setback(Step::space, Severity::breach, "2026-11-18")};
  const auto phrase_on = [&](std::string_view day) {
    return streak_phrase(read_step_rows(entries, {}, on(day), DayClock{utc})[index_of(Step::space)]);
  };
  CHECK(phrase_on("2026-11-18").find("tomorrow") != std::string::npos);
  CHECK(phrase_on("2026-11-20").find("tomorrow") == std::string::npos);
}

}  // namespace mend
