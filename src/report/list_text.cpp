// SPDX-License-Identifier: MIT
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"
#include "mend/text/fold.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace mend {
namespace {

// Below this width an entry's words stand in a line of their own.
constexpr std::size_t wide_list = 66;
constexpr std::size_t step_width = 14;
constexpr std::size_t kind_width = 7;

// However long the keys are.
constexpr std::size_t narrowest_text = 24;

struct ValueText {
  const Zone& zone;

  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(bool answer) const { return answer ? "yes" : "no"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
  }
  std::string operator()(const DateText& date) const {
    const auto time = parse_rfc3339(date.text);
    if (!time || time->offset_seconds == zone.offset_at(time->instant)) return date.text;
    return to_rfc3339(zone.local(time->instant));
  }
  std::string operator()(const Values& values) const {
    std::string out;
    for (const Value& value : values) {
      if (!out.empty()) out += ", ";
      out += std::visit(*this, value.content);
    }
    return out;
  }
  std::string operator()(const Attributes& table) const {
    std::string out;
    for (const Attribute& attribute : table) {
      if (!out.empty()) out += ", ";
      out += attribute.key + " " + std::visit(*this, attribute.value.content);
    }
    return out;
  }
};

std::string with_found_marked(const std::string& text, std::string_view looked_for, const Style& style) {
  std::string out;
  std::size_t at = 0;
  for (const TextRange& range : find_folded(text, looked_for)) {
    out += text.substr(at, range.begin - at) +
           style.painted(std::string_view{text}.substr(range.begin, range.end - range.begin),
                         Paint::hit);
    at = range.end;
  }
  return out + text.substr(at);
}

}  // namespace

std::string list_text(std::span<const ListedEntry> entries, const JournalSettings& settings,
                      const LocalDay& here, const Style& style, Discretion discretion,
                      std::string_view looked_for) {
  std::size_t name_width = 0;
  for (const ListedEntry& listed : entries) name_width = std::max(name_width, listed.name.size());
  std::string out;
  for (const ListedEntry& listed : entries) {
    const Entry& entry = *listed.entry;
    const std::string step = entry.step ? std::string{key_of(*entry.step)} : std::string{};
    const std::string its = harmless(gist(entry, settings, here, discretion, listed.about));
    const std::string words = its + (its.empty() || listed.more.empty() ? "" : ", ") + listed.more;
    std::string start = padded(listed.name, name_width) + "  " + to_iso(entry.day) + "  ";
    if (style.width < wide_list) {
      start += step + (step.empty() ? "" : " ") + std::string{word_of(entry.kind)};
      out += shorten(start, style.width, style.ellipsis()) + "\n";
      if (words.empty()) continue;
      start.assign(name_width + 2, ' ');
    } else {
      start += padded(step, step_width) + "  ";
      start += words.empty() ? word_of(entry.kind) : padded(word_of(entry.kind), kind_width) + "  ";
    }
    const std::size_t room = style.width - std::min(style.width, display_width(start));
    out += start + with_found_marked(shorten(words, room, style.ellipsis()), looked_for, style) + "\n";
  }
  return out;
}

std::string value_text(const Value& value, const Zone& zone) {
  return std::visit(ValueText{zone}, value.content);
}

std::string show_text(const Attributes& entry, const Zone& zone, const Style& style) {
  std::size_t width = 0;
  for (const Attribute& attribute : entry) {
    width = std::max(width, display_width(harmless(attribute.key)));
  }
  std::string out;
  for (const Attribute& attribute : entry) {
    const std::string text =
        harmless(value_text(attribute.value, zone), LineBreaks::kept);
    const std::string key = harmless(attribute.key);
    out += style.painted(key, Paint::dim) + std::string(width - display_width(key) + 2, ' ');
    const std::size_t column = width + 2;
    const std::size_t room =
        style.width > column + narrowest_text ? style.width - column : narrowest_text;
    bool is_first = true;
    for (const std::string& line : wrapped(text, room)) {
      if (!is_first && !line.empty()) out += std::string(column, ' ');
      out += line + "\n";
      is_first = false;
    }
  }
  return out;
}

}  // namespace mend
