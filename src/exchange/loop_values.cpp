// SPDX-License-Identifier: MIT
#include "loop_values.hpp"

#include "mend/domain/number.hpp"

#include <array>
#include <charconv>

namespace mend {
namespace {

struct ValueWord {
  std::string_view word;
  std::string_view number;
  HabitMark mark;
};

// Implied by the frequency and not done, `YES_AUTO` says as little as `NO`.
constexpr std::array<ValueWord, 5> value_words = {{
    {"YES_MANUAL", "2", HabitMark::done},
    {"YES_AUTO", "1", HabitMark::nothing},
    {"NO", "0", HabitMark::nothing},
    {"SKIP", "3", HabitMark::skipped},
    {"UNKNOWN", "-1", HabitMark::nothing},
}};

std::string shortest(double number) {
  std::array<char, 40> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

LoopValue measured(double amount, const Goal& goal) {
  if (amount < 0) return {};
  const bool is_done = goal.is_at_most ? amount <= goal.target : amount > 0;
  return {is_done ? HabitMark::done : HabitMark::nothing, is_done ? shortest(amount) : ""};
}

}  // namespace

Goal goal_from(std::string_view type, std::string_view target_type, std::string_view target) {
  // By name, or as Loop counts them inside.
  const bool is_measured = type == "NUMERICAL" || type == "1";
  const bool is_at_most = target_type == "AT_MOST" || target_type == "1";
  return {is_measured, is_at_most, parse_number<double>(target).value_or(0)};
}

std::optional<LoopValue> read_loop_value(std::string_view text, const Goal& goal,
                                         AmountScale scale) {
  for (const ValueWord& known : value_words) {
    if (text == known.word || (!goal.is_measured && text == known.number)) {
      return LoopValue{known.mark, {}};
    }
  }
  if (text.empty()) return LoopValue{};
  const auto amount = parse_number<double>(text);
  if (!amount) return std::nullopt;
  constexpr double thousand = 1000;
  return measured(scale == AmountScale::thousandths ? *amount / thousand : *amount, goal);
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  const auto number = parse_number<std::int64_t>(text);
  if (!number || *number < 0) return std::nullopt;
  return number;
}

}  // namespace mend
