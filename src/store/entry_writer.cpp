// SPDX-License-Identifier: MIT
#include "mend/store/entry_writer.hpp"

#include "mend/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace mend {
namespace {

bool is_noncharacter(char32_t code_point) {
  return (code_point & 0xFFFEU) == 0xFFFEU || (code_point >= 0xFDD0 && code_point <= 0xFDEF);
}

void append_escaped(std::string& out, const Decoded& decoded) {
  switch (decoded.code_point) {
    case U'"': out += "\\\""; return;
    case U'\\': out += "\\\\"; return;
    case U'\n': out += "\\n"; return;
    case U'\r': out += "\\r"; return;
    case U'\t': out += "\\t"; return;
    default: break;
  }
  std::array<char, 12> escape{};
  std::snprintf(escape.data(), escape.size(), decoded.code_point > 0xFFFF ? "\\U%08X" : "\\u%04X",
                static_cast<unsigned>(decoded.code_point));
  out += escape.data();
}

bool needs_escape(char32_t code_point) {
  return code_point == U'"' || code_point == U'\\' || is_invisible_control(code_point) ||
         is_noncharacter(code_point);
}

void append_text(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const Decoded decoded = decode_first(text);
    if (needs_escape(decoded.code_point)) {
      append_escaped(out, decoded);
    } else {
      out += text.substr(0, decoded.length);
    }
    text.remove_prefix(decoded.length);
  }
}

// A line of a text must never look like a header to whoever searches a damaged file by lines.
void append_line(std::string& out, std::string_view line) {
  const auto bracket = line.find_first_not_of(' ');
  if (bracket != std::string_view::npos && line.substr(bracket).starts_with("[[")) {
    out += line.substr(0, bracket);
    out += "\\u005B";
    line.remove_prefix(bracket + 1);
  }
  append_text(out, line);
}

std::string quoted_lines(std::string_view text) {
  std::string out = "\"\"\"\n";
  while (true) {
    const auto newline = text.find('\n');
    append_line(out, text.substr(0, newline));
    if (newline == std::string_view::npos) break;
    out += '\n';
    text.remove_prefix(newline + 1);
  }
  return out + "\"\"\"";
}

std::string written_number(double number) {
  if (std::isnan(number)) return std::signbit(number) ? "-nan" : "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  std::array<char, 40> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  std::string text{digits.data(), end};
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

struct ValueWriter {
  LineEnding line_ending;
  bool is_nested = false;

  std::string operator()(const std::string& text) const {
    const bool can_be_lines = !is_nested && line_ending == LineEnding::lf;
    const bool has_lines = text.find('\n') != std::string::npos;
    return can_be_lines && has_lines ? quoted_lines(text) : toml_string(text);
  }
  std::string operator()(bool answer) const { return answer ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return written_number(number); }
  std::string operator()(const DateText& date) const { return date.text; }
  std::string operator()(const Values& values) const {
    std::string out = "[";
    for (const Value& value : values) {
      if (out.size() > 1) out += ", ";
      out += std::visit(ValueWriter{line_ending, true}, value.content);
    }
    return out + "]";
  }
  std::string operator()(const Attributes& table) const {
    std::string out = "{";
    for (const Attribute& attribute : table) {
      out += out.size() > 1 ? ", " : " ";
      out += write_key(attribute.key) + " = " +
             std::visit(ValueWriter{line_ending, true}, attribute.value.content);
    }
    return out + (table.empty() ? "}" : " }");
  }
};

}  // namespace

std::string write_key(std::string_view key) {
  const bool is_bare = !key.empty() && std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
  return is_bare ? std::string{key} : toml_string(key);
}

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  append_text(out, text);
  return out + "\"";
}

std::string write_entry(const Attributes& entry, LineEnding line_ending) {
  return write_table("entry", entry, line_ending);
}

std::string write_table(std::string_view name, const Attributes& table, LineEnding line_ending) {
  const std::string_view end = line_ending == LineEnding::crlf ? "\r\n" : "\n";
  std::string out = "[[" + std::string{name} + "]]";
  out += end;
  for (const Attribute& attribute : table) {
    out += write_attribute(attribute, line_ending);
    out += end;
  }
  return out;
}

std::string write_attribute(const Attribute& attribute, LineEnding line_ending) {
  return write_key(attribute.key) + " = " + write_value(attribute.value, line_ending);
}

std::string write_value(const Value& value, LineEnding line_ending) {
  return std::visit(ValueWriter{line_ending}, value.content);
}

std::string month_preamble(Month month) {
  return "# mend journal, " + std::string{long_month_name(month.month)} + " " +
         std::to_string(month.year) +
         ". Plain TOML: edit it freely; comments and order are kept.\nformat = 1\n";
}

}  // namespace mend
