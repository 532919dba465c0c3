// SPDX-License-Identifier: MIT
#include "mend/text/markdown.hpp"

#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::string_view markup = "\\`*_[]<>&~|$";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Does a line that begins like this become a heading, a list, a rule or a number?
std::size_t block_mark(std::string_view line) {
  if (line.empty()) return std::string_view::npos;
  if (line.find_first_of("#+-=") == 0) return 0;
  const auto end = std::ranges::find_if_not(line, is_digit) - line.begin();
  const auto behind = static_cast<std::size_t>(end);
  const bool is_number = end > 0 && behind < line.size() && (line[behind] == '.' || line[behind] == ')');
  return is_number ? behind : std::string_view::npos;
}

}  // namespace

std::string markdown_line(std::string_view line) {
  const std::string shown = harmless(line);
  std::string out;
  std::size_t at = 0;
  // Spaces at the start would make it a block of code.
  for (; at < shown.size() && shown[at] == ' '; ++at) out += "&nbsp;";
  const std::string_view rest = std::string_view{shown}.substr(at);
  const std::size_t mark = block_mark(rest);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (i == mark || markup.find(rest[i]) != std::string_view::npos) out += '\\';
    out += rest[i];
  }
  return out;
}

std::string markdown_quote(std::string_view text) {
  std::string out;
  while (true) {
    const auto newline = text.find('\n');
    const std::string line = markdown_line(text.substr(0, newline));
    out += line.empty() ? ">" : "> " + line;
    if (newline == std::string_view::npos) return out + "\n";
    text.remove_prefix(newline + 1);
    // A backslash at its end keeps a line break; an empty line is a paragraph's end as it is.
    const bool is_break = !line.empty() && !text.empty() && !text.starts_with('\n');
    out += is_break ? "\\\n" : "\n";
  }
}

}  // namespace mend
