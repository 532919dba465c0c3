// SPDX-License-Identifier: MIT
#include "mend/report/phrases.hpp"

#include "support/facts_of.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

StepRow row_of(std::string_view cadence, int current) {
  StepRow row;
  row.cadence = *parse_cadence(cadence);
  row.streak.current = current;
  row.streak.bridged = 0;
  row.streak.total = current;
  row.streak.state = DayState::open;
  return row;
}

StepRow weekly(int got, int asked) {
  StepRow row = row_of("2/week", 2);
  row.unit.emplace();
  row.unit->got = got;
  row.unit->asked = asked;
  row.streak.steadiness = Steadiness{8, 16, 4, false};
  return row;
}

}  // namespace

TEST_CASE("counts have their singular") {
  CHECK(quantity(0, "day", "days") == "0 days");
  CHECK(quantity(1, "day", "days") == "1 day");
  CHECK(quantity(2, "day", "days") == "2 days");
}

TEST_CASE("the four states differ in shape, in either charset") {
  for (const Charset charset : {Charset::ascii, Charset::unicode}) {
    std::set<std::string_view> marks;
    for (const DayState state : {DayState::kept, DayState::rest, DayState::open, DayState::quiet}) {
      CHECK(marks.insert(mark_of(state, charset)).second);
    }
  }
  for (const DayState state : {DayState::kept, DayState::rest, DayState::open, DayState::quiet}) {
    CHECK(mark_of(state, Charset::ascii).size() == 1);
  }
}

TEST_CASE("a streak is told in its unit") {
  CHECK(streak_phrase(row_of("daily", 1)) == "1 day");
  CHECK(streak_phrase(row_of("daily", 12)) == "12 days in a row");
  CHECK(streak_phrase(row_of("mon,wed", 3)) == "3 days in a row");
  CHECK(streak_phrase(row_of("2/week", 1)) == "1 week");
  CHECK(streak_phrase(row_of("2/week", 4)) == "4 weeks in a row");
  CHECK(streak_phrase(row_of("2/month", 2)) == "2 months in a row");
  CHECK(streak_phrase(row_of("every 3d", 5)) == "5 times in a row");
}

TEST_CASE("a streak that was bridged yesterday says so while today is open") {
  StepRow row = row_of("daily", 3);
  row.yesterday = DayState::quiet;
  row.streak.bridged = 1;
  CHECK(streak_phrase(row) == "3 days, yesterday quiet");
  row.today = DayState::kept;
  CHECK(streak_phrase(row) == "3 days in a row");
  row.today = DayState::open;
  row.yesterday = DayState::kept;
  CHECK(streak_phrase(row) == "3 days in a row");
}

TEST_CASE("where no streak stands nothing sounds lost") {
  std::vector<StepRow> rows = {row_of("daily", 0), row_of("2/week", 0), row_of("2/month", 0),
                               row_of("every 3d", 0)};
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
  StepRow needed = row_of("as-needed", 0);
  needed.streak.current.reset();
  CHECK(streak_phrase(needed) == "as needed");
  needed.streak.total = 2;
  CHECK(streak_phrase(needed) == "2 days so far");
}

TEST_CASE("steadiness is a plain fraction, or still early") {
  StepRow row = row_of("daily", 3);
  CHECK(steadiness_phrase(row).empty());
  row.streak.steadiness = Steadiness{22, 25, 0, false};
  CHECK(steadiness_phrase(row) == "22 of the last 25");
  row.streak.steadiness = Steadiness{3, 5, 0, true};
  CHECK(steadiness_phrase(row) == "still early");
  row = weekly(0, 2);
  CHECK(steadiness_phrase(row) == "8 of 16 in 4 weeks");
}

TEST_CASE("what there is to say lately, steadiness first") {
  StepRow row = row_of("daily", 12);
  CHECK(lately_phrase(row) == "12 days in a row");
  row.streak.steadiness = Steadiness{22, 25, 0, false};
  CHECK(lately_phrase(row) == "22 of the last 25, 12 days in a row");
  row.streak.current = 0;
  CHECK(lately_phrase(row) == "22 of the last 25");
  row = weekly(2, 3);
  CHECK(unit_phrase(row) == "2 of 3 this week");
  CHECK(lately_phrase(row) == "2 of 3 this week; 8 of 16 in 4 weeks, 2 weeks in a row");
  CHECK(unit_phrase(row_of("daily", 3)).empty());
}

TEST_CASE("on the day of a breach the new chapter is tomorrow's, and days later it has begun") {
  const UtcZone utc;
  const std::vector<Facts> facts = {action(Step::space, "2026-11-16"),
                                    setback(Step::space, Severity::breach, "2026-11-18")};
  const auto phrase_on = [&](std::string_view day) {
    return streak_phrase(read_step_rows(facts, {}, on(day), DayClock{utc})[index_of(Step::space)]);
  };
  CHECK(phrase_on("2026-11-18").find("tomorrow") != std::string::npos);
  CHECK(phrase_on("2026-11-20").find("tomorrow") == std::string::npos);
}

}  // namespace mend
