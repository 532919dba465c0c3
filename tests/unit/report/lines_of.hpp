// SPDX-License-Identifier: MIT
#pragma once

#include "mend/text/display.hpp"
#include "mend/text/style.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

inline std::size_t widest_line(std::string_view text) {
  std::size_t widest = 0;
  for (const std::string& line : lines_of(text)) widest = std::max(widest, display_width(line));
  return widest;
}

inline bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
}

inline bool has_trailing_space(std::string_view text) {
  return std::ranges::any_of(lines_of(text),
                             [](const std::string& line) { return line.ends_with(' '); });
}

inline Style plain_style(std::size_t width, Charset charset = Charset::unicode) {
  return {Color::off, charset, width};
}

}  // namespace mend
