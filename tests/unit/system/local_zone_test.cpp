// SPDX-License-Identifier: MIT
#include "mend/system/local_zone.hpp"

#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

// Sets a variable and puts back what was there.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* const before = std::getenv(name)) before_ = before;
    if (value == nullptr) {
      ::unsetenv(name);
    } else {
      ::setenv(name, value, 1);
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (before_) {
      ::setenv(name_, before_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
    ::tzset();
  }

 private:
  const char* name_;
  std::optional<std::string> before_;
};

// As `main` does it: the variable is set, and the zone is told its value.
struct Tz {
  explicit Tz(const std::string& name) : variable("TZ", name.c_str()), zone(name) {}
  Variable variable;
  LocalZone zone;
};

bool has_database() {
  if (::access("/usr/share/zoneinfo/Europe/Berlin", R_OK) == 0) return true;
  MESSAGE("skipped: no time zone database");
  return false;
}

struct ZoneRow {
  std::string_view day;
  int minutes;  // of the civil clock
  std::string_view instant;
};

void check(const std::string& tz, const std::vector<ZoneRow>& rows) {
  const Tz local{tz};
  CHECK(local.zone.warning().empty());
  for (const ZoneRow& row : rows) {
    CAPTURE(tz);
    CAPTURE(row.day);
    CAPTURE(row.minutes);
    const Instant found = local.zone.instant_at(on(row.day), row.minutes * 60);
    CHECK(to_rfc3339({found, local.zone.offset_at(found)}) == row.instant);
  }
}

constexpr int clock(int hour, int minute = 0) { return hour * 60 + minute; }

}  // namespace

TEST_CASE("Berlin: a time in the gap moves forward, one that is twice is the first") {
  if (!has_database()) return;
  check("Europe/Berlin", {
                             {"2026-01-15", clock(12), "2026-01-15T12:00:00+01:00"},
                             {"2026-07-15", clock(12), "2026-07-15T12:00:00+02:00"},
                             {"2026-03-29", clock(1, 59), "2026-03-29T01:59:00+01:00"},
                             {"2026-03-29", clock(2), "2026-03-29T03:00:00+02:00"},
                             {"2026-03-29", clock(2, 30), "2026-03-29T03:30:00+02:00"},
                             {"2026-03-29", clock(3), "2026-03-29T03:00:00+02:00"},
                             {"2026-10-25", clock(1, 59), "2026-10-25T01:59:00+02:00"},
                             {"2026-10-25", clock(2), "2026-10-25T02:00:00+02:00"},
                             {"2026-10-25", clock(2, 59), "2026-10-25T02:59:00+02:00"},
                             {"2026-10-25", clock(3), "2026-10-25T03:00:00+01:00"},
                             {"2026-11-22", clock(24), "2026-11-23T00:00:00+01:00"},
                         });
}

TEST_CASE("Lord Howe: half an hour") {
  if (!has_database()) return;
  check("Australia/Lord_Howe", {
                                   {"2026-10-04", clock(1, 59), "2026-10-04T01:59:00+10:30"},
                                   {"2026-10-04", clock(2), "2026-10-04T02:30:00+11:00"},
                                   {"2026-10-04", clock(2, 29), "2026-10-04T02:59:00+11:00"},
                                   {"2026-10-04", clock(2, 30), "2026-10-04T02:30:00+11:00"},
                                   {"2026-04-05", clock(1, 45), "2026-04-05T01:45:00+11:00"},
                                   {"2026-04-05", clock(2), "2026-04-05T02:00:00+10:30"},
                               });
}

TEST_CASE("Apia: the whole of 30 December 2011 does not exist") {
  if (!has_database()) return;
  check("Pacific/Apia", {
                            {"2011-12-29", clock(0), "2011-12-29T00:00:00-10:00"},
                            {"2011-12-29", clock(23, 59), "2011-12-29T23:59:00-10:00"},
                            {"2011-12-30", clock(0), "2011-12-31T00:00:00+14:00"},
                            {"2011-12-30", clock(12), "2011-12-31T12:00:00+14:00"},
                            {"2011-12-31", clock(0), "2011-12-31T00:00:00+14:00"},
                            {"2012-01-01", clock(0), "2012-01-01T00:00:00+14:00"},
                        });
}

TEST_CASE("Sao Paulo: midnight itself is in the gap") {
  if (!has_database()) return;
  check("America/Sao_Paulo", {
                                 {"2018-11-03", clock(23, 59), "2018-11-03T23:59:00-03:00"},
                                 {"2018-11-04", clock(0), "2018-11-04T01:00:00-02:00"},
                                 {"2018-11-04", clock(0, 30), "2018-11-04T01:30:00-02:00"},
                                 {"2018-11-03", clock(24), "2018-11-04T01:00:00-02:00"},
                                 {"2018-02-17", clock(23, 30), "2018-02-17T23:30:00-02:00"},
                                 {"2018-02-18", clock(0), "2018-02-18T00:00:00-03:00"},
                             });
}

TEST_CASE("a day is never shorter than nothing: days begin in order, in every zone") {
  if (!has_database()) return;
  for (const std::string tz : {"Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo",
                        "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati",
                        "Pacific/Honolulu", "Africa/Casablanca", "America/St_Johns", "UTC"}) {
    CAPTURE(tz);
    const Tz local{tz};
    Instant before = local.zone.instant_at(on("2010-12-31"), 0);
    std::size_t wrong = 0;
    for (Day day = on("2011-01-01"); day < on("2027-01-01"); day = day + 1) {
      const Instant start = local.zone.instant_at(day, 0);
      // Only the day that Apia left out takes no time.
      const bool is_left_out = tz == "Pacific/Apia" && day == on("2011-12-31");
      if (start < before || (start == before && !is_left_out)) ++wrong;
      const Timestamp shown{start, local.zone.offset_at(start)};
      const bool is_day = shown.day() == day || (shown.day() == day + 1 && day == on("2011-12-30"));
      if (!is_day) ++wrong;
      before = start;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("zones without a database entry: UTC and POSIX rules") {
  check("UTC0", {{"2026-11-22", clock(12), "2026-11-22T12:00:00+00:00"}});
  check("CET-1CEST,M3.5.0,M10.5.0/3", {{"2026-03-29", clock(2, 30), "2026-03-29T03:30:00+02:00"},
                                       {"2026-10-25", clock(2, 30), "2026-10-25T02:30:00+02:00"}});
  check("<+0545>-5:45", {{"2026-11-22", clock(12), "2026-11-22T12:00:00+05:45"}});
  for (const std::string tz : {"UTC-14", "EST+5EDT", "EST5EDT4", "EST5EDT,J60,J300/1:30",
                               "EST5EDT4:00:00,59/-1,300/25", "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1"}) {
    CAPTURE(tz);
    CHECK(Tz{tz}.zone.warning().empty());
  }
}

TEST_CASE("a TZ that names no zone warns with its name, and is UTC") {
  for (const std::string tz : {"Nowhere/Atall", "europe/berlin", "Europe/Berlin ", "+01:00", "B",
                        "/no/such/file", "<>1", "\x1b[31m", "CET-99", "CET-1:60", "CET-1x",
                        "CET-1CEST,", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
                        "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,J0,J5", "CET-1CEST,366,5",
                        "CET-1CEST,M3.5.0,M10.5.0/168", "CET-1CEST,M3.5.0,M10.5.0/3 "}) {
    CAPTURE(tz);
    const Tz local{tz};
    CHECK(local.zone.warning().find(tz) != std::string::npos);
    CHECK(local.zone.offset_at(Instant{1795370651}) == 0);
  }
}

TEST_CASE("what is in the database's folder but is no zone warns as well") {
  if (!has_database()) return;
  for (const std::string tz : {"Europe", "zone.tab", "/etc/hostname"}) {
    if (tz.starts_with("/") && ::access(tz.c_str(), R_OK) != 0) continue;
    CAPTURE(tz);
    const Tz local{tz};
    CHECK_FALSE(local.zone.warning().empty());
    CHECK(local.zone.offset_at(Instant{1795370651}) == 0);
  }
}

TEST_CASE("a colon before the name is part of the spelling, not of the name") {
  if (!has_database()) return;
  check(":Europe/Berlin", {{"2026-11-22", clock(12), "2026-11-22T12:00:00+01:00"}});
}

TEST_CASE("without a database a name is UTC, with a warning") {
  const Variable elsewhere{"TZDIR", "/nonexistent"};
  const Tz local{"Europe/Berlin"};
  CHECK_FALSE(local.zone.warning().empty());
  CHECK(local.zone.offset_at(Instant{1795370651}) == 0);
}

TEST_CASE("without TZ there is nothing to warn of") {
  const Variable unset{"TZ", nullptr};
  CHECK(LocalZone{""}.warning().empty());
}

}  // namespace mend
