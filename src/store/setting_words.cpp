// SPDX-License-Identifier: MIT
#include "mend/store/setting_words.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

constexpr std::array<std::string_view, 3> color_words = {"auto", "always", "never"};

std::string two_digits(int number) {
  return std::string{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

std::string_view word_of(ColorChoice color) { return color_words[static_cast<std::size_t>(color)]; }

std::optional<ColorChoice> color_from_word(std::string_view word) {
  const auto found = std::ranges::find(color_words, word);
  if (found == color_words.end()) return std::nullopt;
  return static_cast<ColorChoice>(found - color_words.begin());
}

std::optional<int> parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  int digits[4] = {text[0] - '0', text[1] - '0', text[3] - '0', text[4] - '0'};
  if (std::ranges::any_of(digits, [](int digit) { return digit < 0 || digit > 9; })) {
    return std::nullopt;
  }
  const int hour = digits[0] * 10 + digits[1];
  const int minute = digits[2] * 10 + digits[3];
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

std::string clock_text(int minutes) {
  return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

bool is_clock_range(std::string_view text) {
  return text.size() == 11 && text[5] == '-' && parse_clock(text.substr(0, 5)) &&
         parse_clock(text.substr(6));
}

bool is_in_clock_range(std::string_view range, int minute) {
  if (!is_clock_range(range)) return false;
  const int begin = *parse_clock(range.substr(0, 5));
  const int end = *parse_clock(range.substr(6));
  if (begin <= end) return begin <= minute && minute < end;
  return minute >= begin || minute < end;
}

}  // namespace mend
