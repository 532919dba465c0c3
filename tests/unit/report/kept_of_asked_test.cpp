// SPDX-License-Identifier: MIT
#include "mend/report/kept_of_asked.hpp"

#include "days_of.hpp"
#include "support/calendar.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

const Day kept_sunday = iso("2026-11-22");

KeptOfAsked kept_of(std::string_view letters, std::string_view cadence, DayRange span,
                 Day today = kept_sunday) {
  return read_kept_of_asked(days_of(letters, today), *parse_cadence(cadence), Weekday::monday, span);
}

TEST_CASE("days count as kept of kept and quiet, rest and an open today not") {
  const KeptOfAsked kept = kept_of("KKQXKKO", "daily", {kept_sunday - 6, kept_sunday});
  CHECK(kept.kept == 4);
  CHECK(kept.asked == 5);
  CHECK(kept.days_kept == 4);
}

TEST_CASE("days before the journal and to come ask for nothing") {
  CHECK(kept_of("KK", "daily", {kept_sunday - 30, kept_sunday + 30}).asked == 2);
  CHECK(kept_of("KK", "daily", {kept_sunday + 1, kept_sunday + 7}).asked == 0);
  CHECK(kept_of("KK", "daily", {kept_sunday - 90, kept_sunday - 60}).asked == 0);
}

TEST_CASE("a week counts in the span it ends in, the current one too, and makes up for no other") {
  // Two whole weeks; the first has five days kept of two asked, the second one.
  const std::string_view letters = "KKKKKQQ KQQQQQO";
  const KeptOfAsked both = kept_of(letters, "2/week", {kept_sunday - 13, kept_sunday});
  CHECK(both.kept == 3);
  CHECK(both.asked == 4);
  CHECK(both.days_kept == 6);
  const KeptOfAsked cut = kept_of(letters, "2/week", {kept_sunday - 13, kept_sunday - 1});
  CHECK(cut.kept == 2);
  CHECK(cut.asked == 2);
}

TEST_CASE("where no week ends there is only the number of days") {
  const KeptOfAsked day = kept_of("KKKKKQQ KQQQQQO", "2/week", {kept_sunday - 6, kept_sunday - 6});
  CHECK_FALSE(day.asked.has_value());
  CHECK(day.kept == 1);
  CHECK_FALSE(kept_of("KKK", "as-needed", {kept_sunday - 6, kept_sunday}).asked.has_value());
  CHECK(kept_of("KKK", "as-needed", {kept_sunday - 6, kept_sunday}).days_kept == 3);
  CHECK_FALSE(kept_of("KKK", "every 3d", {kept_sunday - 6, kept_sunday}).asked.has_value());
}

TEST_CASE("the span before has as many days, or as many whole months") {
  CHECK(span_before(days("2026-11-16", "2026-11-22")) == days("2026-11-09", "2026-11-15"));
  CHECK(span_before(days("2026-11-22", "2026-11-22")) == days("2026-11-21", "2026-11-21"));
  CHECK(span_before(days("2026-03-01", "2026-03-31")) == days("2026-02-01", "2026-02-28"));
  CHECK(span_before(days("2026-01-01", "2026-03-31")) == days("2025-10-01", "2025-12-31"));
  CHECK(span_before(days("2025-01-01", "2025-12-31")) == days("2024-01-01", "2024-12-31"));
}

TEST_CASE("earlier spans go back as far as the journal") {
  const DayRange week = days("2026-11-16", "2026-11-22");
  CHECK(spans_before(week, on("2026-11-16"), 3).empty());
  CHECK(spans_before(week, on("2026-11-12"), 3).size() == 1);
  CHECK(spans_before(week, on("2020-01-01"), 3).size() == 3);
}

TEST_CASE("a trend goes by weeks, and by months when it is long") {
  const auto weeks = trend_spans(days("2026-11-16", "2026-11-22"), on("2020-01-01"), Weekday::monday);
  REQUIRE(weeks.size() == 12);
  CHECK(weeks.back() == days("2026-11-16", "2026-11-22"));
  CHECK(trend_spans(days("2026-11-16", "2026-11-22"), on("2026-11-12"), Weekday::monday).size() == 2);
  const auto months = trend_spans(days("2026-01-01", "2026-11-22"), on("2020-01-01"), Weekday::monday);
  REQUIRE(months.size() == 11);
  CHECK(months.front() == days("2026-01-01", "2026-01-31"));
}

}  // namespace
}  // namespace mend
