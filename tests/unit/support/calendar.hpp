// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/time.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace mend {

// The day a test writes as `2026-11-22`.
inline Day on(std::string_view iso) {
  const auto day = parse_iso_day(iso);
  if (!day) throw std::invalid_argument("a test has the day " + std::string{iso});
  return *day;
}

inline DayRange days(std::string_view first, std::string_view last) { return {on(first), on(last)}; }

// The time a test writes as `2026-11-22T19:04:11+01:00`.
inline Timestamp at(std::string_view rfc3339) {
  const auto time = parse_rfc3339(rfc3339);
  if (!time) throw std::invalid_argument("a test has the time " + std::string{rfc3339});
  return *time;
}

// A zone whose clock never changes.
class FixedZone final : public Zone {
 public:
  explicit FixedZone(int offset_seconds) : offset_seconds_(offset_seconds) {}

  int offset_at(Instant) const override { return offset_seconds_; }
  Instant instant_at(Day day, int second_of_day) const override {
    return Instant{UtcZone{}.instant_at(day, second_of_day).seconds - offset_seconds_};
  }

 private:
  int offset_seconds_;
};

}  // namespace mend

namespace doctest {

template <>
struct StringMaker<mend::Day> {
  static String convert(const mend::Day& day) { return mend::to_iso(day).c_str(); }
};

template <>
struct StringMaker<mend::DayRange> {
  static String convert(const mend::DayRange& range) {
    return (mend::to_iso(range.first) + ".." + mend::to_iso(range.last)).c_str();
  }
};

}  // namespace doctest
