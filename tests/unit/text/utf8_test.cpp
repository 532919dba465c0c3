// SPDX-License-Identifier: MIT
#include "mend/text/utf8.hpp"

#include "support/random.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

constexpr char32_t last_code_point = 0x10FFFF;

bool is_surrogate(char32_t code_point) { return code_point >= 0xD800 && code_point <= 0xDFFF; }

char byte(char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); }

std::string encoded_by_hand(char32_t c) {
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) {
    return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
  }
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
          byte(0x80 | (c & 0x3F))};
}

// The length of the code point at the start, by the table of RFC 3629; 0 when there is none.
std::size_t valid_length(std::string_view text) {
  const auto at = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto is_tail = [&](std::size_t i) { return at(i) >= 0x80 && at(i) <= 0xBF; };
  const unsigned lead = at(0);
  const unsigned second = at(1);
  if (lead <= 0x7F) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return is_tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool is_second = is_tail(1) && (lead != 0xE0 || second >= 0xA0) &&
                           (lead != 0xED || second <= 0x9F);
    return is_second && is_tail(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool is_second = is_tail(1) && (lead != 0xF0 || second >= 0x90) &&
                           (lead != 0xF4 || second <= 0x8F);
    return is_second && is_tail(2) && is_tail(3) ? 4 : 0;
  }
  return 0;
}

bool is_decoded_right(std::string_view text) {
  const Decoded decoded = decode_first(text);
  const std::size_t length = valid_length(text);
  if (length == 0) return !decoded.is_valid && decoded.length == 1;
  return decoded.is_valid && decoded.length == length;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) out += std::to_string(static_cast<unsigned char>(c)) + " ";
  return out;
}

}  // namespace

TEST_CASE("every code point is written and read back") {
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= last_code_point; ++c) {
    if (is_surrogate(c)) continue;
    std::string text;
    append_utf8(text, c);
    const std::string by_hand = encoded_by_hand(c);
    // What follows must not matter.
    const Decoded decoded = decode_first(text + "\x80");
    const bool is_right = text == by_hand && decoded.is_valid && decoded.code_point == c &&
                          decoded.length == text.size() && !first_invalid_byte(text);
    if (!is_right) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("surrogates and values past the last code point are not UTF-8") {
  std::size_t wrong = 0;
  for (char32_t c = 0xD800; c <= 0xDFFF; ++c) {
    if (first_invalid_byte(encoded_by_hand(c)) != 0U) ++wrong;
  }
  CHECK(wrong == 0);
  for (const std::string_view text : {"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF7\xBF\xBF\xBF",
                          "\xF8\x88\x80\x80\x80", "\xFE", "\xFF"}) {
    CAPTURE(escaped(text));
    CHECK(first_invalid_byte(text) == 0U);
  }
}

TEST_CASE("overlong and truncated forms are single bytes that are not UTF-8") {
  for (const std::string_view text : {"\xC0\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF",
                          "\xF0\x80\x80\xAF", "\xF0\x8F\xBF\xBF", "\x80", "\xBF", "\xC3", "\xE2\x82",
                          "\xE2", "\xF0\x9F\x98", "\xF0\x9F", "\xF0", "\xC3(", "\xE2(\xA1",
                          "\xE2\x82(", "\xF0(\x98\x80", "\xF0\x9F\x98("}) {
    CAPTURE(escaped(text));
    const Decoded decoded = decode_first(text);
    CHECK_FALSE(decoded.is_valid);
    CHECK(decoded.length == 1);
    CHECK(decoded.code_point == static_cast<unsigned char>(text.front()));
  }
}

TEST_CASE("any bytes are decoded as the standard says") {
  std::vector<std::string> wrong;
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const std::string text{byte(first), byte(second)};
      if (!is_decoded_right(text)) wrong.push_back(escaped(text));
    }
  }
  Random random{8};
  // Bytes that matter more often than by chance.
  static constexpr unsigned leads[] = {0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEE,
                                       0xEF, 0xF0, 0xF1, 0xF4, 0xF5};
  for (int i = 0; i < 200'000; ++i) {
    std::string text{byte(random.pick(leads))};
    for (int j = 0; j < 3; ++j) {
      text += byte(random.one_in(8) ? static_cast<char32_t>(random.below(256))
                                    : static_cast<char32_t>(0x80 + random.below(0x40)));
    }
    if (!is_decoded_right(text)) wrong.push_back(escaped(text));
  }
  CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK_FALSE(first_invalid_byte(""));
  CHECK_FALSE(first_invalid_byte("plain"));
  CHECK_FALSE(first_invalid_byte("häß 日本 😀"));
  CHECK_FALSE(first_invalid_byte(std::string_view{"a\0b", 3}));
  CHECK(first_invalid_byte("\xFFplain") == 0U);
  CHECK(first_invalid_byte("h\xC3\xA4\xC3") == 3U);
  CHECK(first_invalid_byte("日\xE6\x97") == 3U);
  CHECK(first_invalid_byte("ok\xED\xA0\x80\xFF") == 2U);
}

TEST_CASE("controls and what acts unseen are known, and what scripts need is not among them") {
  struct Row {
    char32_t first;
    char32_t last;
    bool is_control;
  };
  const std::vector<Row> rows = {
      {0x00, 0x1F, true},        // C0
      {0x20, 0x7E, false},       // ASCII
      {0x7F, 0x9F, true},        // DEL, C1
      {0xA0, 0xAC, false},
      {0xAD, 0xAD, true},        // soft hyphen
      {0x300, 0x36F, false},     // combining marks
      {0x61C, 0x61C, true},      // Arabic letter mark
      {0x115F, 0x1160, true},    // Hangul fillers
      {0x180B, 0x180D, false},   // Mongolian variation selectors
      {0x180E, 0x180E, true},
      {0x200B, 0x200B, true},    // zero width space
      {0x200C, 0x200D, false},   // joiners
      {0x200E, 0x200F, true},    // direction marks
      {0x2010, 0x2027, false},
      {0x2028, 0x202E, true},    // line and paragraph separator, embeddings, overrides
      {0x202F, 0x205F, false},
      {0x2060, 0x2064, true},    // word joiner, invisible operators
      {0x2066, 0x206F, true},    // isolates
      {0x3164, 0x3164, true},
      {0xFE00, 0xFE0F, false},   // variation selectors
      {0xFEFF, 0xFEFF, true},    // byte order mark
      {0xFFA0, 0xFFA0, true},
      {0xFFF9, 0xFFFB, true},    // interlinear annotation
      {0x1BCA0, 0x1BCA3, true},  // shorthand format controls
      {0x1D173, 0x1D17A, true},  // musical format controls
      {0x1F3FB, 0x1F3FF, false},
      {0xE0001, 0xE0001, true},  // language tag
      {0xE0020, 0xE007F, true},  // tags
      {0xE0100, 0xE01EF, false}, // variation selectors supplement
  };
  for (const Row& row : rows) {
    for (char32_t c = row.first; c <= row.last; ++c) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK(is_invisible_control(c) == row.is_control);
    }
  }
}

}  // namespace mend
