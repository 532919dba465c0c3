// SPDX-License-Identifier: MIT
#include "mend/domain/settings.hpp"

#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace mend {

TEST_CASE("without a journal.toml everything is as the manual says") {
  const JournalSettings settings;
  CHECK(settings.role == Who::mending);
  CHECK(settings.week_start == Weekday::monday);
  CHECK(settings.day_start == 0);
  CHECK(settings.grace == Grace::on);
  CHECK(settings.actions.empty());
  for (const Step step : all_steps) CHECK(settings.cadence_of(step).text == content_of(step).cadence);
}

TEST_CASE("the current day begins when the journal's days do") {
  struct Row {
    std::string_view now;
    int day_start;
    std::string_view day;
  };
  const std::vector<Row> rows = {
      {"2026-11-22T00:00:00+01:00", 0, "2026-11-22"},
      {"2026-11-22T23:59:59+01:00", 0, "2026-11-22"},
      {"2026-11-22T03:59:59+01:00", 240, "2026-11-21"},
      {"2026-11-22T04:00:00+01:00", 240, "2026-11-22"},
      {"2026-11-22T00:00:00-11:00", 240, "2026-11-21"},
      {"2026-11-22T23:58:59+00:00", 23 * 60 + 59, "2026-11-21"},
      {"2026-11-22T23:59:00+00:00", 23 * 60 + 59, "2026-11-22"},
      {"2024-03-01T01:00:00+00:00", 120, "2024-02-29"},
      {"2027-01-01T01:00:00+00:00", 120, "2026-12-31"},
      // Berlin turns its clock at two or three: the day still begins at four by the clock.
      {"2026-03-29T03:30:00+02:00", 240, "2026-03-28"},
      {"2026-03-29T04:00:00+02:00", 240, "2026-03-29"},
      {"2026-10-25T03:59:00+01:00", 240, "2026-10-24"},
      {"2026-10-25T04:00:00+01:00", 240, "2026-10-25"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.now);
    JournalSettings settings;
    settings.day_start = row.day_start;
    CHECK(current_day(at(row.now), settings) == on(row.day));
  }
}

TEST_CASE("an own action belongs to one step") {
  JournalSettings settings;
  settings.actions = {{"call", Step::consistency, "call at noon", {}, {}, {}},
                      {"call", Step::empathy, "call to ask", {}, {}, {}}};
  REQUIRE(settings.find_action(Step::empathy, "call") != nullptr);
  CHECK(settings.find_action(Step::empathy, "call")->text == "call to ask");
  CHECK(settings.find_action(Step::consistency, "call")->text == "call at noon");
  CHECK(settings.find_action(Step::patience, "call") == nullptr);
  CHECK(settings.find_action(Step::empathy, "cal") == nullptr);
}

TEST_CASE("an entry may name an own action by a key it had") {
  JournalSettings settings;
  settings.actions = {{"noon", Step::consistency, "first", {}, {}, {}},
                      {"call", Step::consistency, "second", {}, {}, {}}};
  settings.actions[0].was = {"ring", "call"};
  CHECK(settings.find_action(Step::consistency, "ring") == nullptr);
  REQUIRE(settings.find_written_action(Step::consistency, "ring") != nullptr);
  CHECK(settings.find_written_action(Step::consistency, "ring")->text == "first");
  // Who has the key now comes before who had it.
  CHECK(settings.find_written_action(Step::consistency, "call")->text == "second");
  CHECK(settings.find_written_action(Step::empathy, "ring") == nullptr);
}

}  // namespace mend
