// SPDX-License-Identifier: MIT
#include "mend/cli/shell_word.hpp"

#include <algorithm>

namespace mend {
namespace {

bool is_safe_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view{"-_./,:=@+%"}.find(c) != std::string_view::npos ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string shell_word(std::string_view text) {
  // zsh looks for a command behind a = that comes first.
  if (!text.empty() && text.front() != '=' && std::ranges::all_of(text, is_safe_bare)) return std::string{text};
  // An interactive shell takes ! for its history inside double quotes.
  if (text.find_first_of("\"$`\\!") == std::string_view::npos) return "\"" + std::string{text} + "\"";
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

}  // namespace mend
