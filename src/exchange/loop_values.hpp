// SPDX-License-Identifier: MIT
#pragma once

#include "mend/exchange/import.hpp"

#include <cstdint>
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

struct LoopValue {
  HabitMark mark = HabitMark::nothing;
  std::string amount;      // also of a day on which it was not enough, or too much
  bool is_record = false;  // did the person say it? `UNKNOWN` and what a frequency implies say nothing
};

// `YES_MANUAL`, `YES_AUTO`, `NO`, `SKIP`, `UNKNOWN`, their numbers, or an amount: whole thousandths,
// as every release writes them, or with a decimal point in ones. An amount is done when it reaches
// the target, or with a goal of at most something, when it does not pass it; `NO` is the amount 0.
// Nothing when it is none of these.
std::optional<LoopValue> read_loop_value(std::string_view text, const Goal& goal);

// A whole number that is not negative.
std::optional<std::int64_t> whole_number(std::string_view text);

}  // namespace mend
