// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/day.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mend {

// A point in time, in seconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t seconds = 0;
  friend auto operator<=>(const Instant&, const Instant&) = default;
};

// An instant together with the civil clock it was written by.
struct Timestamp {
  Instant instant;
  int offset_seconds = 0;  // east of UTC

  // The civil date and the seconds since its midnight.
  Day day() const;
  int second_of_day() const;
  friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

// `2026-11-22T19:04:11+01:00`; an offset with seconds is rounded towards zero to whole minutes.
std::string to_rfc3339(Timestamp time);

// RFC 3339 with an offset or `Z`; fractions of a second are read and dropped. Nothing else.
std::optional<Timestamp> parse_rfc3339(std::string_view text);

// The rules of the local clock. Pure for whoever calls it: the same question, the same answer.
class Zone {
 public:
  virtual ~Zone() = default;

  // Seconds east of UTC in force at that instant.
  virtual int offset_at(Instant instant) const = 0;

  // The instant a civil clock shows `second_of_day` (0..86400) on `day`. A time that does not exist
  // moves forward; of one that exists twice, the first.
  virtual Instant instant_at(Day day, int second_of_day) const = 0;

  // The same instant by this clock.
  Timestamp local(Instant instant) const { return {instant, offset_at(instant)}; }
};

// Where and when somebody reads what is shown: times are those of the clock there.
struct LocalDay {
  Day today;
  const Zone& zone;
};

// When days begin and end on the local clock, which may be later than midnight.
struct DayClock {
  const Zone& zone;
  int day_start = 0;  // minutes after midnight

  Instant start_of(Day day) const { return zone.instant_at(day, day_start * 60); }
};

class UtcZone final : public Zone {
 public:
  int offset_at(Instant) const override { return 0; }
  Instant instant_at(Day day, int second_of_day) const override;
};

}  // namespace mend
