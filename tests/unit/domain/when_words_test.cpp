// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/domain/settings.hpp"

#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

// The clock of Berlin in 2026, by its two changes of that year.
class Berlin final : public Zone {
 public:
  int offset_at(Instant instant) const override {
    const bool is_summer = instant >= at("2026-03-29T01:00:00Z").instant &&
                           instant < at("2026-10-25T01:00:00Z").instant;
    return is_summer ? 7200 : 3600;
  }
  Instant instant_at(Day day, int second_of_day) const override {
    return by_offsets(*this, day, second_of_day, 3600);
  }

  // Of what exists twice the first; what does not exist moves forward by the width of the gap.
  static Instant by_offsets(const Zone& zone, Day day, int second_of_day, int width) {
    const auto local = UtcZone{}.instant_at(day, second_of_day).seconds;
    const auto guess = [&](int offset) { return Instant{local - offset}; };
    const int standard = zone.offset_at(at("2026-01-15T00:00:00Z").instant);
    const int other = zone.offset_at(at("2026-07-15T00:00:00Z").instant);
    const int larger = std::max(standard, other);
    const int smaller = larger - width;
    if (zone.offset_at(guess(larger)) == larger) return guess(larger);
    return guess(smaller);
  }
};

// Half an hour, the other way round the year.
class LordHowe final : public Zone {
 public:
  int offset_at(Instant instant) const override {
    const bool is_winter = instant >= at("2026-04-04T15:00:00Z").instant &&
                           instant < at("2026-10-03T15:30:00Z").instant;
    return is_winter ? 37800 : 39600;
  }
  Instant instant_at(Day day, int second_of_day) const override {
    return Berlin::by_offsets(*this, day, second_of_day, 1800);
  }
};

const Berlin berlin;
const LordHowe lord_howe;

// Sunday.
constexpr std::string_view evening = "2026-11-22T19:04:11+01:00";

std::string when(std::string_view text, std::string_view now = evening, const Zone& zone = berlin,
                 int day_start = 0) {
  JournalSettings settings;
  settings.day_start = day_start;
  const auto found = parse_when(text, at(now), zone, current_day(at(now), settings));
  return found ? to_text(*found) : "refused";
}

struct WhenRow {
  std::string_view text;
  std::string_view expected;
};

struct DatedWhen {
  std::string_view now;
  std::string_view text;
  std::string_view expected;
};

Diagnostic refusal(std::string_view text) {
  const auto found = parse_when(text, at(evening), berlin, on("2026-11-22"));
  REQUIRE_FALSE(found);
  return found.error();
}

}  // namespace

TEST_CASE("a WHEN of a day lasts until that day ends, and weekdays are the next ones") {
  const std::vector<WhenRow> rows = {
      {"today", "2026-11-22"},     {"tomorrow", "2026-11-23"},  {"mon", "2026-11-23"},
      {"tue", "2026-11-24"},       {"wednesday", "2026-11-25"}, {"thu", "2026-11-26"},
      {"fri", "2026-11-27"},       {"saturday", "2026-11-28"},  {"sun", "2026-11-29"},
      {"sunday", "2026-11-29"},    {"+0d", "2026-11-22"},       {"+3d", "2026-11-25"},
      {"+2w", "2026-12-06"},       {"in 1 day", "2026-11-23"},  {"in 3 days", "2026-11-25"},
      {"in 2 weeks", "2026-12-06"}, {"11-22", "2026-11-22"},    {"11-21", "2027-11-21"},
      {"12-24", "2026-12-24"},     {"02-29", "2028-02-29"},     {"2026-11-22", "2026-11-22"},
      {"2026-11-27", "2026-11-27"}, {"20261127", "2026-11-27"}, {"9999-12-31", "9999-12-31"},
  };
  for (const WhenRow& row : rows) {
    CAPTURE(row.text);
    CHECK(when(row.text) == row.expected);
  }
}

TEST_CASE("a WHEN of a time is the next time the clock shows it") {
  const std::vector<WhenRow> rows = {
      {"19:05", "2026-11-22T19:05:00+01:00"},   {"23:59", "2026-11-22T23:59:00+01:00"},
      {"8pm", "2026-11-22T20:00:00+01:00"},     {"8:30pm", "2026-11-22T20:30:00+01:00"},
      {"19:04", "2026-11-23T19:04:00+01:00"},   {"18:00", "2026-11-23T18:00:00+01:00"},
      {"6pm", "2026-11-23T18:00:00+01:00"},     {"00:00", "2026-11-23T00:00:00+01:00"},
      {"0:00", "2026-11-23T00:00:00+01:00"},    {"12am", "2026-11-23T00:00:00+01:00"},
      {"12pm", "2026-11-23T12:00:00+01:00"},    {"12:30am", "2026-11-23T00:30:00+01:00"},
      {"1am", "2026-11-23T01:00:00+01:00"},     {"6:30", "2026-11-23T06:30:00+01:00"},
      {"+2h", "2026-11-22T21:04:11+01:00"},     {"+90min", "2026-11-22T20:34:11+01:00"},
      {"+1min", "2026-11-22T19:05:11+01:00"},   {"+30h", "2026-11-24T01:04:11+01:00"},
      {"in 2 hours", "2026-11-22T21:04:11+01:00"}, {"in 1 hour", "2026-11-22T20:04:11+01:00"},
      {"in 90 minutes", "2026-11-22T20:34:11+01:00"}, {"in 1 minute", "2026-11-22T19:05:11+01:00"},
      {"in 45 min", "2026-11-22T19:49:11+01:00"},
  };
  for (const WhenRow& row : rows) {
    CAPTURE(row.text);
    CHECK(when(row.text) == row.expected);
  }
}

TEST_CASE("a WHEN of a day and a time, in one word or in words") {
  const std::vector<WhenRow> rows = {
      {"fri@18:00", "2026-11-27T18:00:00+01:00"},
      {"fri 18:00", "2026-11-27T18:00:00+01:00"},
      {"friday@6pm", "2026-11-27T18:00:00+01:00"},
      {"sun@18:00", "2026-11-29T18:00:00+01:00"},
      {"today@20:00", "2026-11-22T20:00:00+01:00"},
      {"tomorrow@00:00", "2026-11-23T00:00:00+01:00"},
      {"tomorrow 7:30am", "2026-11-23T07:30:00+01:00"},
      {"+3d@09:00", "2026-11-25T09:00:00+01:00"},
      {"in 3 days 18:00", "2026-11-25T18:00:00+01:00"},
      {"11-27@18:00", "2026-11-27T18:00:00+01:00"},
      {"2026-11-27@18:00", "2026-11-27T18:00:00+01:00"},
      {"2026-11-27 18:00", "2026-11-27T18:00:00+01:00"},
      {"20261127@18:00", "2026-11-27T18:00:00+01:00"},
  };
  for (const WhenRow& row : rows) {
    CAPTURE(row.text);
    CHECK(when(row.text) == row.expected);
  }
}

TEST_CASE("whens are found across months, leap days and years") {
  const std::vector<DatedWhen> rows = {
      {"2026-11-30T12:00:00+01:00", "tomorrow", "2026-12-01"},
      {"2026-12-31T23:30:00+01:00", "+1h", "2027-01-01T00:30:00+01:00"},
      {"2026-12-31T23:30:00+01:00", "00:15", "2027-01-01T00:15:00+01:00"},
      {"2026-12-31T12:00:00+01:00", "01-01@08:00", "2027-01-01T08:00:00+01:00"},
      {"2028-02-28T12:00:00+01:00", "tomorrow", "2028-02-29"},
      {"2026-11-27T12:00:00+01:00", "fri", "2026-12-04"},
      {"2026-11-27T12:00:00+01:00", "fri@18:00", "2026-12-04T18:00:00+01:00"},
      {"9999-12-31T12:00:00+01:00", "18:00", "9999-12-31T18:00:00+01:00"},
      {"9999-12-31T12:00:00+01:00", "tomorrow", "refused"},
      {"9999-12-31T12:00:00+01:00", "11:00", "refused"},
      {"9999-12-31T12:00:00+01:00", "+12h", "refused"},
  };
  for (const DatedWhen& row : rows) {
    CAPTURE(row.text);
    CHECK(when(row.text, row.now) == row.expected);
  }
}

TEST_CASE("Berlin: a when in the gap moves forward, of one that is twice the first counts") {
  const std::vector<DatedWhen> rows = {
      {"2026-03-28T20:00:00+01:00", "tomorrow@01:59", "2026-03-29T01:59:00+01:00"},
      {"2026-03-28T20:00:00+01:00", "tomorrow@02:30", "2026-03-29T03:30:00+02:00"},
      {"2026-03-28T20:00:00+01:00", "02:30", "2026-03-29T03:30:00+02:00"},
      {"2026-03-28T20:00:00+01:00", "2026-03-29@03:00", "2026-03-29T03:00:00+02:00"},
      {"2026-03-29T01:30:00+01:00", "+1h", "2026-03-29T03:30:00+02:00"},
      {"2026-03-29T01:30:00+01:00", "+30min", "2026-03-29T03:00:00+02:00"},
      {"2026-10-24T20:00:00+02:00", "tomorrow@02:30", "2026-10-25T02:30:00+02:00"},
      {"2026-10-24T20:00:00+02:00", "2:30am", "2026-10-25T02:30:00+02:00"},
      {"2026-10-25T02:30:00+02:00", "+1h", "2026-10-25T02:30:00+01:00"},
      {"2026-10-25T02:30:00+02:00", "+2h", "2026-10-25T03:30:00+01:00"},
      // It was 02:15 already, the first time.
      {"2026-10-25T02:30:00+02:00", "02:15", "2026-10-26T02:15:00+01:00"},
  };
  for (const DatedWhen& row : rows) {
    CAPTURE(row.now);
    CAPTURE(row.text);
    CHECK(when(row.text, row.now) == row.expected);
  }
}

TEST_CASE("Lord Howe: half an hour") {
  const std::vector<DatedWhen> rows = {
      {"2026-10-03T20:00:00+10:30", "tomorrow@02:15", "2026-10-04T02:45:00+11:00"},
      {"2026-10-03T20:00:00+10:30", "tomorrow@02:30", "2026-10-04T02:30:00+11:00"},
      {"2026-10-04T01:45:00+10:30", "+30min", "2026-10-04T02:45:00+11:00"},
      {"2026-04-04T20:00:00+11:00", "tomorrow@01:45", "2026-04-05T01:45:00+11:00"},
      {"2026-04-05T01:45:00+11:00", "+30min", "2026-04-05T01:45:00+10:30"},
  };
  for (const DatedWhen& row : rows) {
    CAPTURE(row.text);
    CHECK(when(row.text, row.now, lord_howe) == row.expected);
  }
}

TEST_CASE("days are those of the day's start, times those of the civil clock") {
  constexpr std::string_view night = "2026-11-23T01:30:00+01:00";  // Sunday, until four
  constexpr int four = 4 * 60;
  CHECK(when("today", night, berlin, four) == "2026-11-22");
  CHECK(when("tomorrow", night, berlin, four) == "2026-11-23");
  CHECK(when("mon", night, berlin, four) == "2026-11-23");
  CHECK(when("02:00", night, berlin, four) == "2026-11-23T02:00:00+01:00");
  CHECK(when("tomorrow@18:00", night, berlin, four) == "2026-11-23T18:00:00+01:00");
  CHECK(when("+1h", night, berlin, four) == "2026-11-23T02:30:00+01:00");
  CHECK(when("today", night) == "2026-11-23");
  CHECK(when("yesterday", night, berlin, four) == "refused");
}

TEST_CASE("what is no WHEN is refused, with a hint") {
  for (const std::string_view text :
       {"", " ", "nonsense", "3d", "2h", "+h", "+min", "+2hours",
        "+2 h", "+1.5h", "+-2h", "--2h", "-2h", "2 hours", "2 hours ago", "in 2", "in two hours", "in 2 hour s",
        "+99999999999999999999h", "+9999999h", "+2h@18:00", "18:00@fri", "18:00@18:00", "fri@", "@18:00", "fri@fri",
        "fri@18", "fri 6", "fri@ 18:00", "24:00", "25:00", "18:60", "18:0", "018:00", "+8:00",
        "13pm", "0am", "0pm", "6p", "pm", ":30pm", "6:3pm", "next-fri", "2026-02-30",
        "2026-02-30@18:00", "13-01", "2026-11-27T", "2026-11-27T18", "2026-11-27T24:00",
        "2026-11-27T18:00:00+1:00", "2026-11-27T18:00:00X"}) {
    CAPTURE(text);
    const auto error = refusal(text);
    CHECK(error.what == "'" + std::string{text} + "' is not a date mend knows");
    CHECK_FALSE(error.hint.empty());
  }
}

TEST_CASE("a stretch of days is no WHEN") {
  for (const std::string_view text : {"week", "1800", "last week", "2026-11", "2026-W48", "mon..fri", "November", "nov 2026"}) {
    CAPTURE(text);
    CHECK(refusal(text).what == "'" + std::string{text} + "' is more than one day");
  }
}

TEST_CASE("the hint of a refused WHEN says how to write what was meant") {
  for (const std::string_view text : {"11/27", "27/11@18:00", "2026/11/27"}) {
    CAPTURE(text);
    CHECK(refusal(text).hint.find("slashes") != std::string::npos);
  }
  for (const std::string_view text : {"+90m", "90m", "in 90 m", "+3m"}) {
    CAPTURE(text);
    CHECK(refusal(text).hint.find("minutes or months") != std::string::npos);
    CHECK(refusal(text).hint.find("+3d") != std::string::npos);
  }
  CHECK(refusal("tomorow").hint == "Did you mean 'tomorrow'?");
  CHECK(refusal("whenever I can").hint.find("fri@18:00") != std::string::npos);
}

TEST_CASE("the past is refused as such") {
  for (const std::string_view text : {"yesterday", "-3d", "-2w", "3 days ago", "last-mon", "last mon",
                                      "2026-11-21", "20261121", "2026-11-22@19:04", "today@18:00",
                                      "today 6pm", "yesterday@18:00", "2026-11-01@18:00", "+0h", "+0min",
                                      "in 0 minutes"}) {
    CAPTURE(text);
    CHECK(refusal(text).what.starts_with("'" + std::string{text} + "' is past"));
    CHECK(refusal(text).hint.find("tomorrow") != std::string::npos);
  }
  CHECK(refusal("today@18:00").what == "'today@18:00' is past: 18:00");
  CHECK(refusal("-3d").what == "'-3d' is past: Thu 19 Nov");
}

TEST_CASE("a due of today has its last instant at the end of the day, whenever that is") {
  const DayClock midnight{berlin, 0};
  const DayClock four{berlin, 4 * 60};
  const auto due = parse_when("today", at(evening), berlin, on("2026-11-22"));
  CHECK(end_of(*due, midnight) == at("2026-11-23T00:00:00+01:00").instant);
  CHECK(end_of(*due, four) == at("2026-11-23T04:00:00+01:00").instant);
}

TEST_CASE("words of a WHEN are known as dates on a command line") {
  for (const std::string_view word : {"+2h", "+90min", "fri@18:00", "2026-11-27@18:00", "6:30pm"}) {
    CAPTURE(word);
    CHECK(is_date_or_time_word(word));
  }
  for (const std::string_view word : {"@home", "me@home", "in", "h", "+", "+h", "sam@18"}) {
    CAPTURE(word);
    CHECK_FALSE(is_date_or_time_word(word));
  }
}

}  // namespace mend
