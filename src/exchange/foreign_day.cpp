// SPDX-License-Identifier: MIT
#include "mend/domain/number.hpp"
#include "mend/exchange/import.hpp"

#include <algorithm>

namespace mend {
namespace {

// One or two digits.
std::optional<int> short_number(std::string_view text) {
  const bool fits = text.size() <= 2 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return fits ? parse_number<int>(text) : std::nullopt;
}

}  // namespace

std::optional<Day> parse_foreign_day(std::string_view text) {
  constexpr std::size_t year_length = 4;
  if (const auto day = parse_iso_day(text)) return day;
  const auto second = text.find('/', year_length + 1);
  if (text.find('/') != year_length || second == std::string_view::npos) return std::nullopt;
  const auto month = short_number(text.substr(year_length + 1, second - year_length - 1));
  const auto day = short_number(text.substr(second + 1));
  if (!month || !day) return std::nullopt;
  const auto two_digits = [](int number) {
    return (number < 10 ? "-0" : "-") + std::to_string(number);
  };
  return parse_iso_day(std::string{text.substr(0, year_length)} + two_digits(*month) + two_digits(*day));
}

}  // namespace mend
