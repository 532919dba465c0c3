// SPDX-License-Identifier: MIT
#include "ics_lines.hpp"

#include "mend/text/display.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t longest_line = 75;  // octets, without CR LF

std::string without(std::string text, std::string_view characters) {
  std::erase_if(text, [characters](char c) { return characters.find(c) != std::string_view::npos; });
  return text;
}

}  // namespace

std::string ics_line(std::string_view name, std::string_view value) {
  const std::string line = std::string{name} + ":" + std::string{value};
  std::string_view rest = line;
  std::string out;
  std::size_t room = longest_line;
  while (rest.size() > room) {
    std::size_t end = room;
    while (end > 0 && continues_character(rest[end])) --end;
    out += rest.substr(0, end);
    out += "\r\n ";
    rest.remove_prefix(end);
    room = longest_line - 1;
  }
  out += rest;
  return out + "\r\n";
}

std::string ics_text(std::string_view text) {
  std::string out;
  for (const char c : harmless(text, LineBreaks::kept)) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

std::string ics_time(Instant instant) {
  return without(to_rfc3339({instant, 0}).substr(0, 19), "-:") + "Z";
}

std::string ics_date(Day day) { return without(to_iso(day), "-"); }

}  // namespace mend
