// SPDX-License-Identifier: MIT
#include "mend/domain/time.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace mend {
namespace {

constexpr int seconds_per_day = 86400;

std::int64_t floor_div(std::int64_t value, std::int64_t divisor) {
  const auto quotient = value / divisor;
  return quotient * divisor > value ? quotient - 1 : quotient;
}

// Reads exactly `width` digits and steps over them.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take_char(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<int> take_offset(std::string_view& text) {
  if (take_char(text, 'Z') || take_char(text, 'z')) return 0;
  const int sign = take_char(text, '-') ? -1 : take_char(text, '+') ? 1 : 0;
  if (sign == 0) return std::nullopt;
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 23 || !take_char(text, ':')) return std::nullopt;
  const auto minutes = take_digits(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  return sign * (*hours * 3600 + *minutes * 60);
}

}  // namespace

Day Timestamp::day() const {
  return Day{static_cast<std::int32_t>(floor_div(instant.seconds + offset_seconds, seconds_per_day))};
}

int Timestamp::second_of_day() const {
  const auto local = instant.seconds + offset_seconds;
  return static_cast<int>(local - floor_div(local, seconds_per_day) * seconds_per_day);
}

std::string to_rfc3339(Timestamp time) {
  // The clock that is written has to agree with the offset that is written.
  const int offset_minutes = time.offset_seconds / 60;
  time.offset_seconds = offset_minutes * 60;
  const int second = time.second_of_day();
  const int magnitude = std::abs(offset_minutes);
  std::array<char, 24> clock{};
  std::snprintf(clock.data(), clock.size(), "T%02d:%02d:%02d%c%02d:%02d", second / 3600,
                second / 60 % 60, second % 60, offset_minutes < 0 ? '-' : '+', magnitude / 60 % 100,
                magnitude % 60);
  return to_iso(time.day()) + clock.data();
}

std::optional<Timestamp> parse_rfc3339(std::string_view text) {
  if (text.size() < 20) return std::nullopt;
  const auto day = parse_iso_day(text.substr(0, 10));
  text.remove_prefix(10);
  if (!day || !(take_char(text, 'T') || take_char(text, 't') || take_char(text, ' '))) {
    return std::nullopt;
  }
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take_char(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59 || !take_char(text, ':')) return std::nullopt;
  const auto second = take_digits(text, 2);
  if (!second || *second > 60) return std::nullopt;
  if (take_char(text, '.')) {
    if (!take_digits(text, 1)) return std::nullopt;
    while (take_digits(text, 1)) {
    }
  }
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  const std::int64_t local = std::int64_t{day->number} * seconds_per_day + *hour * 3600 +
                             *minute * 60 + *second;
  return Timestamp{Instant{local - *offset}, *offset};
}

Instant UtcZone::instant_at(Day day, int second_of_day) const {
  return Instant{std::int64_t{day.number} * seconds_per_day + second_of_day};
}

}  // namespace mend
