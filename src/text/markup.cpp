// SPDX-License-Identifier: MIT
#include "mend/text/markup.hpp"

#include "mend/text/display.hpp"

namespace mend {
namespace {

// Characters that mean something wherever they stand, by CommonMark and its common extensions; and
// those that do so at the start of a line.
constexpr std::string_view marks = "\\`*_[]|<>~$&";
constexpr std::string_view leading_marks = "#+-=";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// `https://` and `www.` become links by themselves.
bool begins_link(std::string_view before, std::string_view rest) {
  return rest.starts_with("://") || (rest.starts_with(".") && before.ends_with("www"));
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : harmless(text, LineBreaks::kept)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string markdown_escaped(std::string_view text) {
  const std::string shown = harmless(text, LineBreaks::kept);
  std::string out;
  bool is_number = true;  // has the line been nothing but digits so far?
  bool is_blank = true;   // nothing but spaces: four of them would begin a block of code
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char c = shown[i];
    if (c == '\n') {
      is_number = is_blank = true;
      out += c;
      continue;
    }
    if (is_blank && (c == ' ' || c == '\t')) continue;
    const bool ends_number = (c == '.' || c == ')') && is_number && !is_blank;
    const bool leads = is_blank && leading_marks.find(c) != std::string_view::npos;
    const std::string_view rest = std::string_view{shown}.substr(i);
    if (ends_number || leads || marks.find(c) != std::string_view::npos || begins_link(out, rest)) {
      out += '\\';
    }
    out += c;
    is_blank = false;
    is_number = is_number && is_digit(c);
  }
  return out;
}

}  // namespace mend
