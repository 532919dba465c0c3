// SPDX-License-Identifier: MIT
// What mend prints as a date can be typed back, wherever it prints one.
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/report/report_page.hpp"
#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace mend {
namespace {

const FixedZone berlin_winter{3600};

std::vector<Day> todays() {
  return {on("2026-11-22"), on("2027-01-01"), on("2026-12-31"), on("2028-02-29"), on("2026-03-01")};
}

Timestamp noon(Day today) { return {berlin_winter.instant_at(today, 12 * 3600), 3600}; }

bool is_span(std::string_view text, Day today, DayRange meant) {
  const auto span = parse_span(text, today, Weekday::monday);
  return span && *span == meant;
}

std::string upper_case(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

TEST_CASE("a day is read back from how it is printed, as DAY, SPAN, rest and WHEN") {
  for (const Day today : todays()) {
    for (int away = -800; away <= 800; away += 3) {
      const Day day = today + away;
      const std::string printed = describe(day, today);
      for (const std::string& text : {printed, lower_case(printed), upper_case(printed)}) {
        CAPTURE(text);
        CAPTURE(to_iso(today));
        const auto as_day = parse_day(text, today);
        REQUIRE(as_day);
        CHECK(*as_day == day);
        CHECK(is_span(text, today, {day, day}));
        const auto rest = parse_rest_days(text, today);
        REQUIRE(rest);
        CHECK(*rest == DayRange{day, day});
        const auto when = parse_when(text, noon(today), berlin_winter, today);
        CHECK(static_cast<bool>(when) == (day >= today));
        if (when) CHECK((when->day == day && !when->time));
      }
      // Headings have weekday, month and year in full.
      CHECK(is_span(span_title({day, day}), today, {day, day}));
      CHECK(*parse_day(span_title({day, day}), today) == day);
    }
  }
}

TEST_CASE("a due time is read back from how it is printed") {
  for (const Day today : todays()) {
    for (int away = 0; away <= 400; away += 7) {
      for (const int hour : {0, 6, 13, 23}) {
        const Instant instant = berlin_winter.instant_at(today + away, hour * 3600 + 300);
        if (instant <= noon(today).instant) continue;
        const Deadline due{today + away, Timestamp{instant, 3600}};
        const std::string printed = describe(due, {today, berlin_winter});
        CAPTURE(printed);
        for (const std::string& text : {printed, to_text(due), to_text(due).substr(0, 16)}) {
          const auto when = parse_when(text, noon(today), berlin_winter, today);
          REQUIRE(when);
          REQUIRE(when->time);
          CHECK(when->time->instant == instant);
        }
      }
    }
  }
}

TEST_CASE("a stretch of days is read back from how it is printed, in a line and in a heading") {
  for (const Day today : todays()) {
    for (int away = -500; away <= 100; away += 11) {
      for (const int length : {0, 1, 6, 27, 29, 30, 89, 364, 400}) {
        const DayRange days{today + away, today + (away + length)};
        CAPTURE(describe(days, today));
        CAPTURE(span_title(days));
        CAPTURE(to_iso(today));
        CHECK(is_span(describe(days, today), today, days));
        CHECK(is_span(span_title(days), today, days));
        const auto rest = parse_rest_days(describe(days, today), today);
        REQUIRE(rest);
        CHECK(*rest == days);
      }
    }
    for (int months = -30; months <= 3; ++months) {
      const Month month = month_of(today) + months;
      const DayRange days{first_day(month), last_day(month)};
      CHECK(is_span(span_title(days), today, days));
      const DayRange quarter{first_day(month), last_day(month + 2)};
      CHECK(is_span(span_title(quarter), today, quarter));
    }
  }
}

TEST_CASE("months without a year are the latest that has begun, and the next as the end of a range") {
  const Day today = on("2026-11-22");
  CHECK(is_span("november", today, {on("2026-11-01"), on("2026-11-30")}));
  CHECK(is_span("Nov", today, {on("2026-11-01"), on("2026-11-30")}));
  CHECK(is_span("dec", today, {on("2025-12-01"), on("2025-12-31")}));
  CHECK(is_span("nov 2024", today, {on("2024-11-01"), on("2024-11-30")}));
  CHECK(is_span("dec..feb", today, {on("2025-12-01"), on("2026-02-28")}));
  CHECK(is_span("oct..nov", today, {on("2026-10-01"), on("2026-11-30")}));
}

TEST_CASE("a weekday that does not agree is refused with what would be right") {
  const Day today = on("2026-11-22");
  const auto day = parse_day("fri 21 nov", today);
  REQUIRE_FALSE(day);
  CHECK(day.error().what == "'fri 21 nov' cannot be right: 21 November 2026 is a Saturday");
  CHECK(day.error().hint == "Write 'sat 21 nov' or 'fri 20 nov'.");
  const auto span = parse_span("mon 16 nov..fri 21 nov", today, Weekday::monday);
  REQUIRE_FALSE(span);
  CHECK(span.error().hint == "Write 'sat 21 nov' or 'fri 20 nov'.");
  const auto when = parse_when("Fri 28 Nov 2026 18:00", noon(today), berlin_winter, today);
  REQUIRE_FALSE(when);
  CHECK(when.error().hint == "Write 'sat 28 nov 2026' or 'fri 27 nov 2026'.");
}

}  // namespace mend
