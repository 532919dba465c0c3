// SPDX-License-Identifier: MIT
#include "mend/report/step_page.hpp"

#include "days_of.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

const Day page_sunday = iso("2026-11-22");

StepPage page_of(std::string_view letters, std::string_view cadence = "daily", Day today = page_sunday,
                 Weekday week_start = Weekday::monday) {
  JournalSettings settings;
  settings.week_start = week_start;
  return read_step_page(days_of(letters, today), *parse_cadence(cadence), settings);
}

TEST_CASE("weeks begin with the journal and end with today") {
  const StepPage page = page_of("KQX KKKKKO", "daily", iso("2026-11-21"));
  REQUIRE(page.weeks.size() == 2);
  const WeekOfDays& older = page.weeks[0];
  const WeekOfDays& newer = page.weeks[1];
  CHECK(older.first == iso("2026-11-09"));
  CHECK_FALSE(older.days[3].has_value());  // before the journal began
  CHECK(older.days[4] == DayState::kept);
  CHECK(older.days[5] == DayState::quiet);
  CHECK(older.days[6] == DayState::rest);
  CHECK(newer.days[4] == DayState::kept);
  CHECK(newer.days[5] == DayState::open);
  CHECK_FALSE(newer.days[6].has_value());  // tomorrow
  CHECK_FALSE(newer.unit.has_value());
}

TEST_CASE("weeks begin on the journal's weekday") {
  const StepPage page = page_of("KKKK", "2/week", page_sunday, Weekday::sunday);
  REQUIRE(page.weeks.size() == 2);
  CHECK(page.weeks[1].first == page_sunday);
  REQUIRE(page.weeks[1].unit.has_value());
  CHECK(page.weeks[1].unit->got == 1);
  CHECK(page.weeks[1].unit->asked == 2);
}

TEST_CASE("at most half a year of weeks") {
  CHECK(page_of(std::string(400, 'K')).weeks.size() == 26);
}

TEST_CASE("a page has one chapter without a breach") {
  const StepPage page = page_of("KKQKKO");
  REQUIRE(page.chapters.size() == 1);
  CHECK(page.chapters[0].first == page_sunday - 5);
  CHECK_FALSE(page.chapters[0].last.has_value());
  CHECK(page.chapters[0].kept == 4);
  CHECK(page.total == 4);
  CHECK(page.first_kept == page_sunday - 5);
  CHECK(page.last_kept == page_sunday - 1);
}

TEST_CASE("each chapter has its days, and its streaks end with it") {
  const StepPage page = page_of("KKKB KK QQ KKKKB KO");
  REQUIRE(page.chapters.size() == 3);
  CHECK(page.chapters[0].last == page_sunday - 11);
  CHECK(page.chapters[0].kept == 4);
  CHECK(page.chapters[0].best->length == 4);
  CHECK(page.chapters[1].first == page_sunday - 10);
  CHECK(page.chapters[1].last == page_sunday - 2);
  CHECK(page.chapters[1].kept == 7);
  CHECK(page.chapters[1].best->length == 5);
  CHECK(page.chapters[2].first == page_sunday - 1);
  CHECK(page.chapters[2].best->length == 1);
  CHECK(page.total == 12);
}

TEST_CASE("on the day of a breach the next chapter is still to come") {
  const StepPage page = page_of("KKB");
  REQUIRE(page.chapters.size() == 2);
  CHECK(page.chapters[1].first == page_sunday + 1);
  CHECK(page.chapters[1].kept == 0);
  CHECK_FALSE(page.chapters[1].best.has_value());
}

TEST_CASE("what began after the journal has no days and no chapters from before") {
  const auto page_since = [](int days_ago) {
    StepDays days = days_of("QQQQQQQ QB QKKKKKO", page_sunday);
    days.begin_on(page_sunday - days_ago);
    return read_step_page(days, *parse_cadence("daily"), JournalSettings{});
  };
  const StepPage in_this_chapter = page_since(5);
  REQUIRE(in_this_chapter.weeks.size() == 1);
  CHECK_FALSE(in_this_chapter.weeks[0].days[0].has_value());
  CHECK(in_this_chapter.weeks[0].days[1] == DayState::kept);
  REQUIRE(in_this_chapter.chapters.size() == 1);
  CHECK(in_this_chapter.chapters[0].first == page_sunday - 5);

  const StepPage in_the_one_before = page_since(8);
  REQUIRE(in_the_one_before.chapters.size() == 2);
  CHECK(in_the_one_before.chapters[0].first == page_sunday - 8);
  CHECK(in_the_one_before.chapters[0].kept == 1);
}

TEST_CASE("as-needed has chapters without streaks") {
  const StepPage page = page_of("KKBQK", "as-needed");
  REQUIRE(page.chapters.size() == 2);
  CHECK_FALSE(page.chapters[0].best.has_value());
  CHECK(page.chapters[0].kept == 3);
  CHECK(page.chapters[1].kept == 1);
}

}  // namespace
TEST_CASE("slips and lapses of the step are found in the weeks that are shown") {
  const auto setback = [](Step step, std::string_view day, Severity severity) {
    Entry entry;
    entry.kind = Kind::setback;
    entry.step = step;
    entry.day = iso(day);
    entry.severity = severity;
    return entry;
  };
  const std::vector<Entry> entries = {setback(Step::honesty, "2026-11-20", Severity::lapse),
                                    setback(Step::honesty, "2026-11-19", Severity::slip),
                                    setback(Step::honesty, "2026-11-18", Severity::breach),
                                    setback(Step::empathy, "2026-11-19", Severity::slip),
                                    setback(Step::honesty, "2025-01-01", Severity::slip),
                                    setback(Step::honesty, "2026-11-23", Severity::slip)};
  const StepPage page = page_of("KKKKKKK KKKKKKO");
  const auto beside = read_beside(entries, Step::honesty, page.weeks, page_sunday);
  REQUIRE(beside.size() == 2);
  CHECK(beside[0].day == iso("2026-11-19"));
  CHECK(beside[0].severity == Severity::slip);
  CHECK(beside[1].day == iso("2026-11-20"));
}

}  // namespace mend
