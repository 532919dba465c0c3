// SPDX-License-Identifier: MIT
#include "mend/text/display.hpp"

#include "mend/text/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace mend {
namespace {

constexpr char32_t emoji_presentation = 0xFE0F;

std::string visible(const Decoded& decoded) {
  if (decoded.is_valid && decoded.code_point == U'\n') return "\\n";
  if (decoded.is_valid && decoded.code_point == U'\t') return "\\t";
  std::array<char, 12> escaped{};
  const char* const format = !decoded.is_valid              ? "\\x%02X"
                             : decoded.code_point > 0xFFFF ? "\\U%08X"
                                                            : "\\u%04X";
  std::snprintf(escaped.data(), escaped.size(), format,
                static_cast<unsigned>(decoded.code_point));
  return escaped.data();
}

// Two of them make the flag of a country.
bool is_flag_letter(char32_t code_point) { return code_point >= 0x1F1E6 && code_point <= 0x1F1FF; }

// One glyph as a reader sees it: a grapheme cluster.
struct Glyph {
  std::size_t length = 0;  // bytes
  std::size_t width = 0;   // columns
};

Glyph first_glyph(std::string_view text) {
  const Decoded first = decode_first(text);
  Glyph glyph{first.length,
              static_cast<std::size_t>(
                  std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(first.code_point))))};
  utf8proc_int32_t state = 0;
  auto last = static_cast<utf8proc_int32_t>(first.code_point);
  while (glyph.length < text.size()) {
    const Decoded next = decode_first(text.substr(glyph.length));
    const auto code_point = static_cast<utf8proc_int32_t>(next.code_point);
    if (utf8proc_grapheme_break_stateful(last, code_point, &state)) break;
    const auto width = static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
    const bool is_wide = next.code_point == emoji_presentation || is_flag_letter(next.code_point);
    glyph.width = is_wide ? 2 : std::max(glyph.width, width);
    glyph.length += next.length;
    last = code_point;
  }
  return glyph;
}

// The bytes of `text` that fill at most `width` columns.
std::size_t bytes_within(std::string_view text, std::size_t width) {
  std::size_t bytes = 0;
  std::size_t columns = 0;
  while (bytes < text.size()) {
    const Glyph glyph = first_glyph(text.substr(bytes));
    if (columns + glyph.width > width) break;
    columns += glyph.width;
    bytes += glyph.length;
  }
  return bytes;
}

// Marks that end what stands before them, so that no line begins with one.
bool is_closing_mark(char32_t code_point) {
  constexpr std::u32string_view marks = U"\u3001\u3002\uFF0C\uFF0E\uFF01\uFF1F\uFF1A\uFF1B\uFF09"
                                        U"\u300D\u300F\u3011\u300B\u3009\u30FC\u2026\u201D\u2019";
  return marks.find(code_point) != std::u32string_view::npos;
}

// The last place within the first `fitting` bytes where a line can end: at a space, or beside a wide
// character, as scripts with those have no spaces. 0 where there is none.
std::size_t last_break(std::string_view text, std::size_t fitting) {
  std::size_t found = 0;
  bool is_after_wide = false;
  for (std::size_t at = 0; at <= fitting && at < text.size();) {
    const Glyph glyph = first_glyph(text.substr(at));
    const char32_t code_point = decode_first(text.substr(at)).code_point;
    const bool is_beside_wide = (is_after_wide || glyph.width > 1) && !is_closing_mark(code_point);
    if (text[at] == ' ' || (is_beside_wide && at > 0 && text[at - 1] != ' ')) found = at;
    is_after_wide = glyph.width > 1;
    at += glyph.length;
  }
  return found;
}

void wrap_paragraph(std::string_view text, std::size_t width, std::vector<std::string>& lines) {
  while (true) {
    const std::size_t fitting = bytes_within(text, width);
    if (fitting == text.size()) break;
    const std::size_t last = last_break(text, fitting);
    const std::size_t end = last > 0 ? last : std::max(fitting, first_glyph(text).length);
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + (last > 0 && text[last] == ' ' ? 1 : 0));
  }
  lines.emplace_back(text);
}

}  // namespace

std::string harmless(std::string_view text, LineBreaks line_breaks) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Decoded decoded = decode_first(text);
    const bool is_kept_break = line_breaks == LineBreaks::kept && decoded.is_valid &&
                               (decoded.code_point == U'\n' || decoded.code_point == U'\t');
    if (is_kept_break || (decoded.is_valid && !is_invisible_control(decoded.code_point))) {
      out += text.substr(0, decoded.length);
    } else {
      out += visible(decoded);
    }
    text.remove_prefix(decoded.length);
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const Glyph glyph = first_glyph(text);
    columns += glyph.width;
    text.remove_prefix(glyph.length);
  }
  return columns;
}

std::size_t first_glyph_length(std::string_view text) { return first_glyph(text).length; }

std::string shorten(std::string_view text, std::size_t width, std::string_view ellipsis) {
  if (bytes_within(text, width) == text.size()) return std::string{text};
  const std::size_t mark = display_width(ellipsis);
  if (mark >= width) return std::string{text.substr(0, bytes_within(text, width))};
  const std::size_t fitting = bytes_within(text, width - mark);
  std::string_view start = text.substr(0, fitting);
  const auto space = start.rfind(' ');
  const bool cuts_word = text[fitting] != ' ';
  if (cuts_word && space != std::string_view::npos && space > fitting / 2) {
    start = start.substr(0, space);
  }
  while (start.ends_with(' ')) start.remove_suffix(1);
  return std::string{start} + std::string{ellipsis};
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t columns = display_width(text);
  std::string out{text};
  if (columns < width) out.append(width - columns, ' ');
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (true) {
    const auto newline = text.find('\n');
    wrap_paragraph(text.substr(0, newline), std::max<std::size_t>(width, 1), lines);
    if (newline == std::string_view::npos) return lines;
    text.remove_prefix(newline + 1);
  }
}

std::vector<std::string> wrapped_within(std::string_view text, std::size_t width, std::size_t most,
                                        std::string_view ellipsis) {
  auto lines = wrapped(text, width);
  if (lines.size() <= most) return lines;
  const std::string rest = lines[most - 1] + " " + lines[most];
  lines.resize(most);
  lines.back() = shorten(rest, width, ellipsis);
  return lines;
}

std::string_view first_line(std::string_view text) {
  while (true) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.size() == text.size() || has_words(line)) return line;
    text.remove_prefix(line.size() + 1);
  }
}

}  // namespace mend
