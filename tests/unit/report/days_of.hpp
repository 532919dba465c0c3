// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/step_days.hpp"

#include <stdexcept>
#include <string>
#include <string_view>

namespace mend {

inline Day iso(std::string_view text) {
  const auto day = parse_iso_day(text);
  if (!day) throw std::invalid_argument("a test has the day " + std::string{text});
  return *day;
}

// A journal that ends on `today`, one letter a day: K kept, B kept until a breach, X rest, and
// anything else quiet or, today, open. Spaces are only there to be read.
inline StepDays days_of(std::string_view letters, Day today) {
  std::string all;
  for (const char letter : letters) {
    if (letter != ' ') all += letter;
  }
  StepDays days{today - (static_cast<int>(all.size()) - 1), today};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Day day = days.first() + static_cast<int>(i);
    if (all[i] == 'K' || all[i] == 'B') days.keep(day);
    if (all[i] == 'B') days.breach(day);
    if (all[i] == 'X') days.rest({day, day});
  }
  return days;
}

}  // namespace mend
