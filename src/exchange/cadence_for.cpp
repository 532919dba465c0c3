// SPDX-License-Identifier: MIT
#include "mend/exchange/import.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::int64_t week = 7;
constexpr std::int64_t month = 30;
constexpr std::int64_t longest = 365;

std::int64_t rounded(std::int64_t numerator, std::int64_t denominator) {
  return (numerator + denominator / 2) / denominator;
}

}  // namespace

NearCadence cadence_every(std::int64_t days) {
  if (days <= 0) return {std::nullopt, true};
  if (days == 1) return {"daily", true};
  if (days == week) return {"1/week", true};
  return {"every " + std::to_string(std::min(days, longest)) + "d", days <= longest};
}

NearCadence cadence_for(std::int64_t times, std::int64_t days) {
  if (times <= 0 || days <= 0) return {std::nullopt, true};
  if (times >= days) return {"daily", times == days};
  if (days == week) return {std::to_string(times) + "/week", true};
  if (days == month) return {std::to_string(times) + "/month", true};
  if (times == 1) return cadence_every(days);
  // Twice in fourteen days is once a week; rarer than weekly is counted by the month.
  if (times * week >= days) {
    const std::int64_t count = std::clamp<std::int64_t>(rounded(times * week, days), 1, week);
    return {count == week ? "daily" : std::to_string(count) + "/week", false};
  }
  const std::int64_t count = std::max<std::int64_t>(rounded(times * month, days), 1);
  return {std::to_string(count) + "/month", false};
}

}  // namespace mend
