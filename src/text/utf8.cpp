// SPDX-License-Identifier: MIT
#include "mend/text/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace mend {
namespace {

struct CodePoints {
  char32_t first;
  char32_t last;
};

// Sorted. What Unicode calls Cc, Zl, Zp and the format characters that reorder or hide text, less
// ZWNJ and ZWJ (U+200C, U+200D).
constexpr std::array<CodePoints, 18> invisible = {{
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x00AD, 0x00AD},   {0x061C, 0x061C},   {0x115F, 0x1160},
    {0x17B4, 0x17B5}, {0x180E, 0x180E}, {0x200B, 0x200B},   {0x200E, 0x200F},   {0x2028, 0x202E},
    {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF9, 0xFFFB},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
}};

}  // namespace

Decoded decode_first(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return {lead, 1, true};
  utf8proc_int32_t code_point = -1;
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                       static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4)),
                       &code_point);
  if (length < 1 || code_point < 0) return {lead, 1, false};
  return {static_cast<char32_t>(code_point), static_cast<std::size_t>(length), true};
}

void append_utf8(std::string& out, char32_t code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length =
      utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  for (std::size_t i = 0; i < static_cast<std::size_t>(length); ++i) {
    out += static_cast<char>(bytes[i]);
  }
}

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const auto decoded = decode_first(text.substr(offset));
    if (!decoded.is_valid) return offset;
    offset += decoded.length;
  }
  return std::nullopt;
}

bool is_invisible_control(char32_t code_point) {
  if (code_point >= 0xE0100 && code_point <= 0xE01EF) return false;  // variation selectors
  const auto range = std::ranges::lower_bound(invisible, code_point, {}, &CodePoints::last);
  return range != invisible.end() && code_point >= range->first;
}

}  // namespace mend
