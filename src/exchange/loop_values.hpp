// SPDX-License-Identifier: MIT
#pragma once

#include "mend/exchange/import.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mend {

// What Loop's values mean.

struct Goal {
  bool is_measured = false;  // a number of something, not yes or no
  bool is_at_most = false;
  double target = 0;
};

Goal goal_from(std::string_view type, std::string_view target_type, std::string_view target);

struct LoopHabit {
  std::string position;
  Habit habit;
  Goal goal;
  bool is_archived = false;
};

// Older exports write amounts in thousandths.
enum class AmountScale { ones, thousandths };

struct LoopValue {
  HabitMark mark = HabitMark::nothing;
  std::string amount;
};

// `YES_MANUAL`, `YES_AUTO`, `NO`, `SKIP`, `UNKNOWN`, their numbers, or an amount. Some of what is
// measured is done, and with a goal of at most something, all that does not pass it. Nothing when it
// is none of these.
std::optional<LoopValue> read_loop_value(std::string_view text, const Goal& goal,
                                         AmountScale scale);

// A whole number that is not negative.
std::optional<std::int64_t> whole_number(std::string_view text);

}  // namespace mend
