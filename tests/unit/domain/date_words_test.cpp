// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"

#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

constexpr std::string_view today_of_dates = "2026-11-22";  // the today of most tables

std::string to_text(DayRange range) {
  const auto end = [](Day day, Day open) { return day == open ? std::string{} : to_iso(day); };
  if (range.first == range.last) return to_iso(range.first);
  return end(range.first, every_day.first) + ".." + end(range.last, every_day.last);
}

std::string day_of(std::string_view text, std::string_view today) {
  const auto day = parse_day(text, on(today));
  return day ? to_iso(*day) : "refused";
}

std::string span_of(std::string_view text, std::string_view today = today_of_dates,
                    Weekday week_start = Weekday::monday) {
  const auto span = parse_span(text, on(today), week_start);
  return span ? to_text(*span) : "refused";
}

std::string rest_of(std::string_view text, std::string_view today = today_of_dates) {
  const auto range = parse_rest_days(text, on(today));
  return range ? to_text(*range) : "refused";
}

struct DateRow {
  std::string_view text;
  std::string_view expected;
};

struct DatedRow {
  std::string_view today;
  std::string_view text;
  std::string_view expected;
};

}  // namespace

TEST_CASE("every form of a DAY looks back") {
  const std::vector<DateRow> rows = {
      {"today", "2026-11-22"},        {"yesterday", "2026-11-21"},
      {"sun", "2026-11-22"},          {"sunday", "2026-11-22"},
      {"sat", "2026-11-21"},          {"saturday", "2026-11-21"},
      {"fri", "2026-11-20"},          {"friday", "2026-11-20"},
      {"thu", "2026-11-19"},          {"thursday", "2026-11-19"},
      {"wed", "2026-11-18"},          {"wednesday", "2026-11-18"},
      {"tue", "2026-11-17"},          {"tuesday", "2026-11-17"},
      {"mon", "2026-11-16"},          {"monday", "2026-11-16"},
      {"last-sun", "2026-11-15"},     {"last-sunday", "2026-11-15"},
      {"last-sat", "2026-11-21"},     {"last-mon", "2026-11-16"},
      {"last sun", "2026-11-15"},     {"last mon", "2026-11-16"},
      {"last monday", "2026-11-16"},  {"-1d", "2026-11-21"},
      {"-3d", "2026-11-19"},          {"-0d", "2026-11-22"},
      {"-30d", "2026-10-23"},         {"-2w", "2026-11-08"},
      {"3 days ago", "2026-11-19"},   {"1 day ago", "2026-11-21"},
      {"2 weeks ago", "2026-11-08"},  {"1 week ago", "2026-11-15"},
      {"2026-11-16", "2026-11-16"},   {"20261116", "2026-11-16"},
      {"2026-12-24", "2026-12-24"},   {"20240229", "2024-02-29"},
      {"0001-01-01", "0001-01-01"},   {"9999-12-31", "9999-12-31"},
      {"11-16", "2026-11-16"},        {"11-22", "2026-11-22"},
      {"11-23", "2025-11-23"},        {"12-24", "2025-12-24"},
  };
  for (const DateRow& row : rows) {
    CAPTURE(row.text);
    CHECK(day_of(row.text, today_of_dates) == row.expected);
  }
}

TEST_CASE("days are found across leap days, year ends and the ends of time") {
  const std::vector<DatedRow> rows = {
      {"2026-11-22", "02-29", "2024-02-29"}, {"2024-02-29", "02-29", "2024-02-29"},
      {"2024-02-28", "02-29", "2020-02-29"}, {"1903-03-01", "02-29", "1896-02-29"},
      {"2024-03-01", "yesterday", "2024-02-29"}, {"2023-03-01", "yesterday", "2023-02-28"},
      {"2024-03-07", "-1w", "2024-02-29"},   {"2026-01-01", "yesterday", "2025-12-31"},
      {"2026-01-01", "12-31", "2025-12-31"}, {"2026-01-01", "01-01", "2026-01-01"},
      {"2026-01-01", "01-02", "2025-01-02"}, {"2026-12-31", "12-31", "2026-12-31"},
      {"2026-01-02", "mon", "2025-12-29"},   {"2026-11-23", "mon", "2026-11-23"},
      {"2026-11-23", "last-mon", "2026-11-16"}, {"2026-11-23", "last mon", "2026-11-16"},
      {"0001-01-01", "yesterday", "refused"}, {"0001-01-03", "-3d", "refused"},
      {"0001-01-01", "last-mon", "refused"}, {"0001-01-02", "12-31", "refused"},
  };
  for (const DatedRow& row : rows) {
    CAPTURE(row.today);
    CAPTURE(row.text);
    CHECK(day_of(row.text, row.today) == row.expected);
  }
}

TEST_CASE("what is no DAY is refused, with a hint") {
  const std::vector<std::string_view> refused = {
      "",           " ",           "todays",      "Today2",      "now",        "tomorrow",
      "+3d",        "3d",          "--3d",        "-d",          "-3",         "-3x",
      "-3m",        "3m",          "-1.5d",       "-99999999999999999999d",    "-400001d",
      "ago",        "days ago",    "-3 days ago", "three days ago", "3 days",  "3 months ago",
      "last",       "last-",       "last-foo",    "next-mon",    "mon tue",    "mon.",
      "2026-02-30", "2023-02-29",  "20260230",    "2026-13-01",  "2026-11",    "2026",
      "2026-W47",   "02-30",       "13-01",       "00-10",       "1-2",        "1-16",
      "11-1",       "11/22",       "22/11/2026",  "2026/11/22",  "22.11.2026", "fri 18:00",
      "18:00",      "6pm",         "fri@18:00",   "2026-11-22T10:00:00Z",      "week",
      "mon..fri",   "nonsense",    "+20261116",   "-0261116",
  };
  for (const auto text : refused) {
    CAPTURE(text);
    const auto day = parse_day(text, on(today_of_dates));
    REQUIRE_FALSE(day);
    CHECK(day.error().what.find("'" + std::string{text} + "'") != std::string::npos);
    CHECK_FALSE(day.error().hint.empty());
  }
}

TEST_CASE("the hint says how to write what was meant") {
  const auto hint_of = [](std::string_view text) { return parse_day(text, on(today_of_dates)).error().hint; };
  for (const std::string_view text : {"11/22", "2026/11/22", "22/11"}) {
    CAPTURE(text);
    CHECK(hint_of(text).find("2026-11-22") != std::string::npos);
    CHECK(hint_of(text).find("slashes") != std::string::npos);
  }
  for (const std::string_view text : {"3m", "-3m", "30m", "+1m"}) {
    CAPTURE(text);
    CHECK(hint_of(text).find("minutes or months") != std::string::npos);
  }
  CHECK(hint_of("yesterdy") == "Did you mean 'yesterday'?");
  CHECK(hint_of("tuseday") == "Did you mean 'tuesday'?");
  CHECK(hint_of("MNDAY") == "Did you mean 'monday'?");
  CHECK(hint_of("nov 20") == "Write the day before the month, as in 24 nov or 24 nov 2026.");
}

TEST_CASE("no hint offers what is refused as well") {
  const auto offered_for = [](const Diagnostic& error) -> std::string {
    const std::string_view start = "Did you mean '";
    if (!error.hint.starts_with(start)) return {};
    return error.hint.substr(start.size(), error.hint.size() - start.size() - 2);
  };
  const Day today = on(today_of_dates);
  for (const std::string_view text : {"tomorrow", "tomorow", "now", "nwo", "week", "wek", "month", "mnth", "qarter",
                          "last-wek", "last-qarter", "last wek", "lastmon", "toda", "yester", "nxt"}) {
    CAPTURE(text);
    if (const auto day = parse_day(text, today); !day) {
      const auto offered = offered_for(day.error());
      CAPTURE(offered);
      CHECK((offered.empty() || parse_day(offered, today)));
    }
    if (const auto span = parse_span(text, today, Weekday::monday); !span) {
      const auto offered = offered_for(span.error());
      CAPTURE(offered);
      CHECK((offered.empty() || parse_span(offered, today, Weekday::monday)));
    }
    if (const auto rest = parse_rest_days(text, today); !rest) {
      const auto offered = offered_for(rest.error());
      CAPTURE(offered);
      CHECK((offered.empty() || parse_rest_days(offered, today)));
    }
  }
}

TEST_CASE("a day to come is no unknown word, it has not come yet") {
  for (const std::string_view text : {"tomorrow", "+3d", "+1w", "in 2 days"}) {
    CAPTURE(text);
    CHECK(parse_day(text, on(today_of_dates)).error().what ==
          "'" + std::string{text} + "' has not come yet");
  }
}

TEST_CASE("every form of a SPAN") {
  const std::vector<DatedRow> rows = {
      {today_of_dates, "today", "2026-11-22"},
      {today_of_dates, "fri", "2026-11-20"},
      {today_of_dates, "2026-11-16", "2026-11-16"},
      {today_of_dates, "3 days ago", "2026-11-19"},
      {today_of_dates, "2026", "2026-01-01..2026-12-31"},
      {today_of_dates, "2024", "2024-01-01..2024-12-31"},
      {today_of_dates, "0001", "0001-01-01..0001-12-31"},
      {today_of_dates, "2026-02", "2026-02-01..2026-02-28"},
      {today_of_dates, "2024-02", "2024-02-01..2024-02-29"},
      {today_of_dates, "2026-12", "2026-12-01..2026-12-31"},
      {today_of_dates, "2026-W01", "2025-12-29..2026-01-04"},
      {today_of_dates, "2026-W47", "2026-11-16..2026-11-22"},
      {today_of_dates, "2026-W53", "2026-12-28..2027-01-03"},
      {today_of_dates, "2020-W53", "2020-12-28..2021-01-03"},
      {today_of_dates, "week", "2026-11-16..2026-11-22"},
      {"2026-11-23", "week", "2026-11-23..2026-11-29"},
      {today_of_dates, "last-week", "2026-11-09..2026-11-15"},
      {today_of_dates, "last week", "2026-11-09..2026-11-15"},
      {"2027-01-01", "week", "2026-12-28..2027-01-03"},
      {today_of_dates, "month", "2026-11-01..2026-11-30"},
      {today_of_dates, "last-month", "2026-10-01..2026-10-31"},
      {today_of_dates, "last month", "2026-10-01..2026-10-31"},
      {"2026-01-31", "last-month", "2025-12-01..2025-12-31"},
      {"2024-03-31", "last-month", "2024-02-01..2024-02-29"},
      {today_of_dates, "quarter", "2026-10-01..2026-12-31"},
      {today_of_dates, "last-quarter", "2026-07-01..2026-09-30"},
      {"2026-03-31", "quarter", "2026-01-01..2026-03-31"},
      {"2026-01-15", "last-quarter", "2025-10-01..2025-12-31"},
      {today_of_dates, "year", "2026-01-01..2026-12-31"},
      {today_of_dates, "last-year", "2025-01-01..2025-12-31"},
      {today_of_dates, "last year", "2025-01-01..2025-12-31"},
      {today_of_dates, "last 30 days", "2026-10-24..2026-11-22"},
      {today_of_dates, "last 1 day", "2026-11-22"},
      {today_of_dates, "last 2 weeks", "2026-11-09..2026-11-22"},
      {"2024-03-01", "last 2 days", "2024-02-29..2024-03-01"},
  };
  for (const DatedRow& row : rows) {
    CAPTURE(row.today);
    CAPTURE(row.text);
    CHECK(span_of(row.text, row.today) == row.expected);
  }
  CHECK(span_of("week", today_of_dates, Weekday::sunday) == "2026-11-22..2026-11-28");
  CHECK(span_of("last-week", today_of_dates, Weekday::sunday) == "2026-11-15..2026-11-21");
  CHECK(span_of("week", today_of_dates, Weekday::saturday) == "2026-11-21..2026-11-27");
  // ISO weeks begin on Monday whatever the journal's weeks do.
  CHECK(span_of("2026-W47", today_of_dates, Weekday::sunday) == "2026-11-16..2026-11-22");
}

TEST_CASE("a range of days has both ends, and the second is on or after the first") {
  const std::vector<DatedRow> rows = {
      {today_of_dates, "2026-11-16..2026-11-20", "2026-11-16..2026-11-20"},
      {today_of_dates, "2026-11-16..2026-11-16", "2026-11-16"},
      {today_of_dates, "20261116..20261120", "2026-11-16..2026-11-20"},
      {today_of_dates, "..2026-11-20", "..2026-11-20"},
      {today_of_dates, "2026-11-16..", "2026-11-16.."},
      {today_of_dates, "..", ".."},
      {today_of_dates, "mon..fri", "2026-11-16..2026-11-20"},
      {today_of_dates, "fri..mon", "2026-11-20..2026-11-23"},
      {today_of_dates, "fri..fri", "2026-11-20"},
      {today_of_dates, "..fri", "..2026-11-20"},
      {today_of_dates, "fri..", "2026-11-20.."},
      {today_of_dates, "2026-09-07..fri", "2026-09-07..2026-09-11"},
      {today_of_dates, "2026-09-07..monday", "2026-09-07"},
      {today_of_dates, "2026-12-24..01-02", "2026-12-24..2027-01-02"},
      {today_of_dates, "2025-12-24..01-02", "2025-12-24..2026-01-02"},
      {today_of_dates, "12-24..01-02", "2025-12-24..2026-01-02"},
      {today_of_dates, "11-16..11-20", "2026-11-16..2026-11-20"},
      {today_of_dates, "2023-06-01..02-29", "2023-06-01..2024-02-29"},
      {today_of_dates, "..01-02", "..2026-01-02"},
      {today_of_dates, "-7d..yesterday", "2026-11-15..2026-11-21"},
      {today_of_dates, "-7d..-1d", "2026-11-15..2026-11-21"},
      {today_of_dates, "last-mon..today", "2026-11-16..2026-11-22"},
      {today_of_dates, "2 weeks ago..yesterday", "2026-11-08..2026-11-21"},
      {today_of_dates, "2026-01..2026-03", "2026-01-01..2026-03-31"},
      {today_of_dates, "2025..2026", "2025-01-01..2026-12-31"},
      {today_of_dates, "2026-W01..2026-W02", "2025-12-29..2026-01-11"},
      {today_of_dates, "last-month..month", "2026-10-01..2026-11-30"},
      {today_of_dates, "last-week..today", "2026-11-09..2026-11-22"},
      {today_of_dates, "2026-09..fri", "2026-09-01..2026-09-04"},
  };
  for (const DatedRow& row : rows) {
    CAPTURE(row.text);
    CHECK(span_of(row.text, row.today) == row.expected);
  }
}

TEST_CASE("what is no SPAN is refused, with what is wrong in it") {
  for (const std::string_view text : {"", "2021-W53", "2026-W00", "2026-W54", "2026-W5", "2026-w54", "2026-Wxx",
                          "0000", "10000", "2026-13", "last-day", "last 0 days", "last -3 days",
                          "last 3 months", "last", "weeks", "this-week", "2026-11-16...2026-11-20",
                          "nope..fri", "mon..nope", "2026-11-20..2026-11-16", "today..yesterday",
                          "2026..2025", "11/16..11/20", "mon..3m"}) {
    CAPTURE(text);
    CHECK(span_of(text) == "refused");
  }
  const auto error_of = [](std::string_view text) {
    return parse_span(text, on(today_of_dates), Weekday::monday).error();
  };
  CHECK(error_of("nope..fri").what.find("'nope'") != std::string::npos);
  CHECK(error_of("mon..nope").what.find("'nope'") != std::string::npos);
  CHECK(error_of("mon..3m").hint.find("minutes or months") != std::string::npos);
  CHECK(error_of("11/16..").hint.find("slashes") != std::string::npos);
  CHECK(error_of("2026-11-20..2026-11-16").what.find("ends before it begins") != std::string::npos);
}

TEST_CASE("the days of a rest look forward") {
  const std::vector<DatedRow> rows = {
      {today_of_dates, "today", "2026-11-22"},
      {today_of_dates, "tomorrow", "2026-11-23"},
      {today_of_dates, "sun", "2026-11-22"},
      {today_of_dates, "mon", "2026-11-23"},
      {today_of_dates, "fri", "2026-11-27"},
      {today_of_dates, "saturday", "2026-11-28"},
      {"2026-11-27", "fri", "2026-11-27"},
      {today_of_dates, "+3d", "2026-11-25"},
      {today_of_dates, "+2w", "2026-12-06"},
      {today_of_dates, "in 1 day", "2026-11-23"},
      {today_of_dates, "in 3 days", "2026-11-25"},
      {today_of_dates, "in 2 weeks", "2026-12-06"},
      {today_of_dates, "12-24", "2026-12-24"},
      {today_of_dates, "11-22", "2026-11-22"},
      {today_of_dates, "11-21", "2027-11-21"},
      {today_of_dates, "02-29", "2028-02-29"},
      {"2097-01-01", "02-29", "2104-02-29"},
      {"2026-12-31", "tomorrow", "2027-01-01"},
      {"2024-02-28", "tomorrow", "2024-02-29"},
      {"2026-12-31", "01-01", "2027-01-01"},
      {today_of_dates, "2026-12-24", "2026-12-24"},
      {today_of_dates, "20261224", "2026-12-24"},
      {today_of_dates, "yesterday", "2026-11-21"},
      {today_of_dates, "-3d", "2026-11-19"},
      {today_of_dates, "3 days ago", "2026-11-19"},
      {today_of_dates, "last-mon", "2026-11-16"},
      {today_of_dates, "fri..sun", "2026-11-27..2026-11-29"},
      {today_of_dates, "sun..fri", "2026-11-22..2026-11-27"},
      {today_of_dates, "fri..mon", "2026-11-27..2026-11-30"},
      {today_of_dates, "fri..fri", "2026-11-27"},
      {today_of_dates, "2026-12-24..01-02", "2026-12-24..2027-01-02"},
      {today_of_dates, "12-30..01-02", "2026-12-30..2027-01-02"},
      {today_of_dates, "tomorrow..+3d", "2026-11-23..2026-11-25"},
      {today_of_dates, "-7d..yesterday", "2026-11-15..2026-11-21"},
      {today_of_dates, "last-mon..wed", "2026-11-16..2026-11-18"},
  };
  for (const DatedRow& row : rows) {
    CAPTURE(row.today);
    CAPTURE(row.text);
    CHECK(rest_of(row.text, row.today) == row.expected);
  }
}

TEST_CASE("a rest without an end or a beginning is refused") {
  for (const std::string_view text : {"", "..", "fri..", "..fri", "fri..3m", "week", "2026-11", "+3m", "3d",
                          "+d", "in 2 months", "in days", "12/24", "2026-12-24..2026-12-01",
                          "tomorrow..today", "fri 18:00", "+2h"}) {
    CAPTURE(text);
    CHECK(rest_of(text) == "refused");
  }
  CHECK(rest_of("tomorrow", "9999-12-31") == "refused");
  CHECK(rest_of("+1w", "9999-12-31") == "refused");
  CHECK(parse_rest_days("12/24", on(today_of_dates)).error().hint.find("slashes") != std::string::npos);
}

TEST_CASE("a word that could belong to a date is known as one") {
  for (const std::string_view word : {"18:00", "6:30", "6pm", "11am", "fri", "friday", "tomorrow", "today",
                          "last-mon", "2026-11-27", "20261127", "11-27", "+3d", "-2w"}) {
    CAPTURE(word);
    CHECK(is_date_or_time_word(word));
  }
  for (const std::string_view word : {"", "home", "by", "six", "18", "6", "pm", "am", "1:2", "18:0", "18:000",
                          "a:00", ":", "may", "second", "mond", "spam"}) {
    CAPTURE(word);
    CHECK_FALSE(is_date_or_time_word(word));
  }
}

TEST_CASE("a deadline is told by the local clock, in short on its day there") {
  const FixedZone tokyo{9 * 3600};
  const FixedZone angeles{-8 * 3600};
  const Deadline due{on("2026-11-27"), at("2026-11-27T18:00:00+01:00")};
  const Deadline whole_day{on("2026-11-27"), {}};
  CHECK(describe(due, {on("2026-11-28"), tokyo}) == "02:00");
  CHECK(describe(due, {on("2026-11-27"), tokyo}) == "Sat 28 Nov 02:00");
  CHECK(describe(due, {on("2026-11-27"), angeles}) == "09:00");
  CHECK(describe_in_full(due, {on("2026-11-27"), angeles}) == "Fri 27 Nov 09:00");
  CHECK(describe_in_full(due, {on("2027-11-27"), angeles}) == "Fri 27 Nov 2026 09:00");
  CHECK(describe(whole_day, {on("2026-11-27"), tokyo}) == "today");
  CHECK(describe_in_full(whole_day, {on("2026-11-27"), tokyo}) == "Fri 27 Nov");
  CHECK(describe_until(due, {on("2026-11-28"), tokyo}) == "until 02:00");
  CHECK(describe_until(no_deadline, {on("2026-11-28"), tokyo}) == "no date agreed");
}

TEST_CASE("when something was written is told by the local clock, on the same date") {
  const Timestamp evening = at("2026-11-27T18:00:00+01:00");
  CHECK(clock_when_written(evening, FixedZone{3600}) == "18:00");
  CHECK(clock_when_written(evening, FixedZone{-8 * 3600}) == "09:00");
  // Two in the morning of the next date.
  CHECK(clock_when_written(evening, FixedZone{9 * 3600}) == "18:00");
}

TEST_CASE("a resolved day is told shortly, with its year only when that is another") {
  const Day today = on(today_of_dates);
  CHECK(describe(on("2026-11-16"), today) == "Mon 16 Nov");
  CHECK(describe(on("2026-01-01"), today) == "Thu 1 Jan");
  CHECK(describe(on("2025-12-31"), today) == "Wed 31 Dec 2025");
  CHECK(describe(days("2026-11-16", "2026-11-20"), today) == "Mon 16 Nov to Fri 20 Nov");
  CHECK(describe(days("2026-12-24", "2027-01-02"), today) == "Thu 24 Dec to Sat 2 Jan 2027");
  CHECK(describe(days("2026-11-16", "2026-11-16"), today) == "Mon 16 Nov");
}

TEST_CASE("a day is read back from how it is echoed in a file") {
  const Day today = on(today_of_dates);
  for (int back = 0; back <= 800; ++back) {
    const Day day = today - back;
    REQUIRE(day_of(to_iso(day), today_of_dates) == to_iso(day));
    REQUIRE(day_of("-" + std::to_string(back) + "d", today_of_dates) == to_iso(day));
  }
}

}  // namespace mend
