// SPDX-License-Identifier: MIT
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace mend {
namespace {

constexpr std::size_t step_width = 14;
constexpr std::size_t kind_width = 7;

struct ValueText {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(bool answer) const { return answer ? "yes" : "no"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
  }
  std::string operator()(const DateText& date) const { return date.text; }
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

}  // namespace

std::string list_text(std::span<const ListedEntry> entries, const JournalSettings& settings,
                      const Style& style, Discretion discretion) {
  std::size_t name_width = 0;
  for (const ListedEntry& entry : entries) name_width = std::max(name_width, entry.name.size());
  std::string out;
  for (const ListedEntry& entry : entries) {
    const Facts& facts = *entry.facts;
    const std::string step = facts.step ? std::string{key_of(*facts.step)} : std::string{};
    std::string line = padded(entry.name, name_width) + "  " + to_iso(facts.day) + "  " +
                       padded(step, step_width) + "  " + padded(word_of(facts.kind), kind_width) +
                       "  " + harmless(gist(facts, *entry.attributes, settings, discretion)) +
                       (entry.more.empty() ? "" : ", " + entry.more);
    line.erase(line.find_last_not_of(' ') + 1);
    out += shorten(line, style.width, style.ellipsis()) + "\n";
  }
  return out;
}

std::string show_text(const Attributes& entry) {
  std::size_t width = 0;
  for (const Attribute& attribute : entry) {
    width = std::max(width, display_width(harmless(attribute.key)));
  }
  std::string out;
  for (const Attribute& attribute : entry) {
    const std::string text =
        harmless(std::visit(ValueText{}, attribute.value.content), LineBreaks::kept);
    out += padded(harmless(attribute.key), width) + "  ";
    for (const char c : text) {
      out += c;
      if (c == '\n') out += std::string(width + 2, ' ');
    }
    out += '\n';
  }
  return out;
}

}  // namespace mend
