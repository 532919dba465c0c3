// SPDX-License-Identifier: MIT
#include "loop_values.hpp"

#include "mend/domain/number.hpp"

#include <array>
#include <charconv>

namespace mend {
namespace {

// What is not measured, and of what is measured all that is no amount.
std::optional<LoopValue> known_value(std::string_view text) {
  if (text == "YES_MANUAL" || text == "2") return LoopValue{HabitMark::done, {}, true};
  if (text == "NO" || text == "0") return LoopValue{HabitMark::nothing, {}, true};
  if (text == "SKIP" || text == "3") return LoopValue{HabitMark::skipped, {}, true};
  // Implied by the frequency and not done, `YES_AUTO` says as little as `UNKNOWN`.
  const bool is_unsaid = text.empty() || text == "YES_AUTO" || text == "1" || text == "UNKNOWN" || text == "-1";
  if (is_unsaid) return LoopValue{};
  return std::nullopt;
}

std::string shortest(double number) {
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                 std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

LoopValue measured(double amount, const Goal& goal) {
  if (amount < 0) return {};
  const bool is_enough = amount > 0 && amount >= goal.target;
  const bool is_done = goal.is_at_most ? amount <= goal.target : is_enough;
  const bool says_amount = is_done || amount > 0;
  return {is_done ? HabitMark::done : HabitMark::nothing, says_amount ? shortest(amount) : "", true};
}

}  // namespace

Goal goal_from(std::string_view type, std::string_view target_type, std::string_view target) {
  // By name, or as Loop counts them inside.
  const bool is_measured = type == "NUMERICAL" || type == "1";
  const bool is_at_most = target_type == "AT_MOST" || target_type == "1";
  return {is_measured, is_at_most, parse_number<double>(target).value_or(0)};
}

std::optional<LoopValue> read_loop_value(std::string_view text, const Goal& goal) {
  if (goal.is_measured && (text == "NO" || text == "0")) return measured(0, goal);
  if (auto known = known_value(text)) return known;
  const auto amount = parse_number<double>(text);
  if (!amount) return std::nullopt;
  constexpr double thousand = 1000;
  const bool is_in_ones = text.find('.') != std::string_view::npos;
  return measured(is_in_ones ? *amount : *amount / thousand, goal);
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  const auto number = parse_number<std::int64_t>(text);
  if (!number || *number < 0) return std::nullopt;
  return number;
}

}  // namespace mend
