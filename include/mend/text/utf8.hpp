// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mend {

// What some programs put before a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Does a byte of UTF-8 go on with the character of the one before?
constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// One code point at the start of a text, or a single byte that is not UTF-8.
struct Decoded {
  char32_t code_point = 0;
  std::size_t length = 0;  // in bytes, at least 1
  bool is_valid = false;
};

// Is there more than blanks and line ends?
constexpr bool has_words(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

// `text` must not be empty. Overlong forms, surrogates and values past U+10FFFF are not valid.
Decoded decode_first(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

// The byte offset of the first byte that is not UTF-8; nothing when all of it is.
std::optional<std::size_t> first_invalid_byte(std::string_view text);

// C0, DEL, C1, bidirectional controls and other characters that act without being seen. Joiners
// and variation selectors are not among them: emoji and scripts need them.
bool is_invisible_control(char32_t code_point);

}  // namespace mend
