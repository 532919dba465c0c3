// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/time.hpp"

#include <string>

namespace mend {

// The zone of the machine or of `TZ`, through the C library. A zone that cannot be found is UTC.
class LocalZone final : public Zone {
 public:
  // `tz` is the value of the variable, empty when it is not set.
  explicit LocalZone(const std::string& tz);

  int offset_at(Instant instant) const override;
  Instant instant_at(Day day, int second_of_day) const override;

  // What to tell the user once, when `TZ` names no known zone; else empty.
  const std::string& warning() const { return warning_; }

 private:
  std::string warning_;
};

}  // namespace mend
