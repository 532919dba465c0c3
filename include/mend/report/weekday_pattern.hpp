// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/step_days.hpp"

#include <bitset>
#include <string>

namespace mend {

// On which weekdays a step is kept, lately: by weekday, Monday first.
struct WeekdayPattern {
  bool is_known = false;   // is there enough history to speak of one?
  std::bitset<7> often;    // the weekdays it is kept on most
  std::bitset<7> seldom;   // those it is kept on least; none where all are much the same
  bool is_quiet = false;   // hardly ever on the seldom ones
};

// Looks at the last twelve weeks. Rest and an open today count for nothing.
WeekdayPattern read_weekday_pattern(const StepDays& days);

// "Most often on Mondays and Thursdays; weekends are quiet.", or empty where nothing is known.
std::string weekday_phrase(const WeekdayPattern& pattern);

}  // namespace mend
