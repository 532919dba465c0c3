// SPDX-License-Identifier: MIT
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"
#include "mend/text/trimmed.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t recorded_gap = 2;
constexpr std::size_t least_words = 20;
constexpr std::size_t narrow_indent = 4;

struct Widths {
  std::size_t verb = 0;
  std::size_t subject = 0;
  std::size_t words = 0;
  std::size_t name = 0;

  std::size_t before_words() const {
    return verb + recorded_gap + subject + (subject == 0 || words == 0 ? 0 : recorded_gap);
  }
  std::size_t behind_words() const { return name == 0 ? 0 : recorded_gap + name; }
};

std::string named(const std::string& line, const std::string& name, const Style& style) {
  return name.empty() ? without_trailing_spaces(line) : line + "  " + style.painted(name, Paint::dim);
}

std::string in_columns(const Recorded& each, const Widths& widths, const Style& style) {
  const std::size_t column = widths.before_words();
  const std::size_t room = style.width - column - widths.behind_words();
  const auto lines = wrapped(each.words, room);
  const std::size_t width = std::min(widths.words, room);
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string line = std::string(column, ' ');
    if (i == 0) {
      line = style.painted(each.verb, each.paint) +
             std::string(widths.verb - display_width(each.verb) + recorded_gap, ' ') +
             padded(each.subject, column - widths.verb - recorded_gap);
    }
    const bool is_last = i + 1 == lines.size();
    out += is_last ? named(line + padded(lines[i], width), each.name, style) : line + lines[i];
    out += "\n";
  }
  return out;
}

std::string below_one_another(const Recorded& each, const Style& style) {
  const std::size_t head = display_width(each.verb) + recorded_gap + display_width(each.subject);
  const bool has_room = head + recorded_gap + each.name.size() <= style.width;
  const std::string start = style.painted(each.verb, each.paint) + "  " + each.subject;
  std::string out = has_room ? named(start, each.name, style) : start;
  out += "\n";
  std::vector<std::string> lines;
  if (!each.words.empty()) lines = wrapped(each.words, style.width - narrow_indent);
  for (const std::string& line : lines) out += std::string(narrow_indent, ' ') + line + "\n";
  if (!has_room) out += named(std::string(narrow_indent - recorded_gap, ' '), each.name, style) + "\n";
  return out;
}

}  // namespace

std::string recorded_text(std::span<const Recorded> all, const Style& style) {
  Widths widths;
  const auto widen = [](std::size_t& width, const std::string& text) {
    width = std::max(width, display_width(text));
  };
  for (const Recorded& each : all) {
    widen(widths.verb, each.verb);
    widen(widths.subject, each.subject);
    widen(widths.words, each.words);
    widen(widths.name, each.name);
  }
  const bool is_narrow =
      widths.before_words() + widths.behind_words() + std::min(widths.words, least_words) > style.width;
  std::string out;
  for (const Recorded& each : all) {
    out += is_narrow ? below_one_another(each, style) : in_columns(each, widths, style);
  }
  return out;
}

}  // namespace mend
