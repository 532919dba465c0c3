// SPDX-License-Identifier: MIT
#include "mend/report/week_blocks.hpp"

#include "support/calendar.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

Calendar calendar_of(DayRange days) {
  Calendar calendar;
  for (Day day = days.first; day <= days.last; day = day + 1) calendar.days.push_back({day, {}, {}});
  return calendar;
}

std::string labels_of(DayRange days, std::size_t most = 60) {
  const Calendar calendar = calendar_of(days);
  std::string text;
  for (const WeekBlock& block : week_blocks(calendar, most)) {
    for (const std::string& label : month_labels(block, {2, 5})) {
      if (!label.empty()) text += label + ",";
    }
    text += "/";
  }
  return text;
}

TEST_CASE("a month that has no day in the picture is not named") {
  CHECK(labels_of(days("2026-10-01", "2026-10-31")) == "Oct 2026,/");
  CHECK(labels_of(days("2026-10-01", "2026-11-30")) == "Oct,Nov,/");
}

TEST_CASE("of a picture that begins with the last week of a month the next one is named") {
  CHECK(labels_of(days("2026-10-26", "2026-11-15")) == "Nov,/");
  CHECK(labels_of(days("2026-10-20", "2026-11-15")) == "Nov,/");
  CHECK(labels_of(days("2026-10-12", "2026-11-15")) == "Oct,Nov,/");
}

TEST_CASE("each January says of which year it is") {
  CHECK(labels_of(days("2026-12-07", "2027-02-28")) == "Dec,Jan 2027,Feb,/");
  CHECK(labels_of(days("2025-12-01", "2026-02-28")) == "Dec,Jan '26,Feb,/");
}

}  // namespace
}  // namespace mend
