// SPDX-License-Identifier: MIT
#include "mend/domain/time.hpp"

#include "support/calendar.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {

TEST_CASE("times are read with their offset") {
  struct Row {
    std::string_view text;
    std::int64_t seconds;
    int offset;
    std::string_view written;
  };
  const std::vector<Row> rows = {
      {"1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00+00:00"},
      {"1970-01-01T01:00:00+01:00", 0, 3600, "1970-01-01T01:00:00+01:00"},
      {"2026-11-22T19:04:11+01:00", 1795370651, 3600, "2026-11-22T19:04:11+01:00"},
      {"2026-11-22t18:04:11z", 1795370651, 0, "2026-11-22T18:04:11+00:00"},
      {"2026-11-22 18:04:11-00:00", 1795370651, 0, "2026-11-22T18:04:11+00:00"},
      {"2026-11-22T23:49:11.999999999+05:45", 1795370651, 20700, "2026-11-22T23:49:11+05:45"},
      {"2026-11-22T14:34:11-03:30", 1795370651, -12600, "2026-11-22T14:34:11-03:30"},
      {"2026-11-23T08:04:11+14:00", 1795370651, 50400, "2026-11-23T08:04:11+14:00"},
      {"1969-12-31T23:59:59Z", -1, 0, "1969-12-31T23:59:59+00:00"},
      {"2016-12-31T23:59:60Z", 1483228800, 0, "2017-01-01T00:00:00+00:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto time = parse_rfc3339(row.text);
    REQUIRE(time);
    CHECK(time->instant.seconds == row.seconds);
    CHECK(time->offset_seconds == row.offset);
    CHECK(to_rfc3339(*time) == row.written);
  }
}

TEST_CASE("everything but RFC 3339 with an offset is refused") {
  const std::vector<std::string_view> refused = {
      "",
      "2026-11-22",
      "2026-11-22T19:04",
      "2026-11-22T19:04Z",
      "2026-11-22T19:04:11",
      "2026-11-22T19:04:11+01",
      "2026-11-22T19:04:11+0100",
      "2026-11-22T19:04:11+1:00",
      "2026-11-22T19:04:11+24:00",
      "2026-11-22T19:04:11+01:60",
      "2026-11-22T19:04:11+01:00 ",
      " 2026-11-22T19:04:11+01:00",
      "2026-11-22T19:04:11Zulu",
      "2026-11-22T24:00:00Z",
      "2026-11-22T19:60:00Z",
      "2026-11-22T19:00:61Z",
      "2026-11-22T19:04:11.Z",
      "2026-11-22T19:04:11,5Z",
      "2026-11-22_19:04:11Z",
      "2026-11-31T19:04:11Z",
      "0000-01-01T00:00:00Z",
      "26-11-22T19:04:11+01:00",
      "20261122T190411+01:00",
      "now",
      "1795370651",
  };
  for (const auto text : refused) {
    CAPTURE(text);
    CHECK_FALSE(parse_rfc3339(text));
  }
}

TEST_CASE("what is written is read back, whatever the minute and the offset") {
  Random random{20261122};
  std::vector<std::string> wrong;
  for (int i = 0; i < 20000; ++i) {
    const Timestamp time{Instant{static_cast<std::int64_t>(random.below(8'000'000'000U)) -
                                 4'000'000'000},
                         random.between(-14 * 60, 14 * 60) * 60};
    const std::string text = to_rfc3339(time);
    if (parse_rfc3339(text) != time || text.size() != 25) wrong.push_back(text);
    if (text.substr(0, 10) != to_iso(time.day())) wrong.push_back(text);
  }
  CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("an offset with seconds is written in minutes, and the instant stays") {
  struct Row {
    int offset;
    std::string_view written;
  };
  // Berlin before 1893 was 53 minutes and 28 seconds ahead.
  const std::vector<Row> rows = {{3208, "1890-01-01T00:53:00+00:53"},
                                 {-3208, "1889-12-31T23:07:00-00:53"},
                                 {30, "1890-01-01T00:00:00+00:00"},
                                 {-30, "1890-01-01T00:00:00+00:00"}};
  const Instant instant = at("1890-01-01T00:00:00Z").instant;
  for (const Row& row : rows) {
    CAPTURE(row.offset);
    const std::string text = to_rfc3339({instant, row.offset});
    CHECK(text == row.written);
    CHECK(at(text).instant == instant);
  }
}

TEST_CASE("the civil date is that of the clock, not of UTC") {
  CHECK(at("2026-11-22T23:30:00-05:00").day() == on("2026-11-22"));
  CHECK(at("2026-11-22T00:30:00+13:00").day() == on("2026-11-22"));
  CHECK(at("2026-11-22T00:30:00+13:00").second_of_day() == 1800);
  CHECK(at("1960-02-29T23:59:59+00:00").day() == on("1960-02-29"));
  CHECK(at("1960-02-29T23:59:59+00:00").second_of_day() == 86399);
}

TEST_CASE("a day begins when the day clock says") {
  const FixedZone berlin{3600};
  CHECK(DayClock{berlin}.start_of(on("2026-11-22")) == at("2026-11-22T00:00:00+01:00").instant);
  CHECK(DayClock{berlin, 240}.start_of(on("2026-11-22")) ==
        at("2026-11-22T04:00:00+01:00").instant);
  CHECK(UtcZone{}.instant_at(on("2026-11-22"), 86400) == at("2026-11-23T00:00:00Z").instant);
  CHECK(UtcZone{}.offset_at(Instant{1795370651}) == 0);
}

}  // namespace mend
