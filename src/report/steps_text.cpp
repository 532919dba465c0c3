// SPDX-License-Identifier: MIT
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

// From this width on a step fits on one line.
constexpr std::size_t wide_steps = 72;
constexpr std::size_t steps_indent = 5;  // "4 c  "
constexpr std::size_t steps_key_width = 16;
constexpr std::size_t title_width = 21;
constexpr std::size_t widest_cadence = 27;  // all seven weekdays by name

// What an intent needs beside all that, not to become a thin column.
constexpr std::size_t least_intent_width = 40;

std::string cadence_words(const Cadence& cadence, const Style& style) {
  return shorten(cadence.text, widest_cadence, style.ellipsis());
}

std::string step_line_start(const StepContent& content, const Style& style) {
  return std::to_string(content.number) + " " + std::string{content.aliases.front()} + "  " +
         style.painted(content.key, Paint::bold);
}

std::string narrow_line(const StepContent& content, const std::string& cadence, const Style& style) {
  std::string out = step_line_start(content, style) + "\n";
  const std::string words = std::string{content.title} + ", " + cadence;
  for (const std::string& line : wrapped(words, style.width - steps_indent)) {
    out += std::string(steps_indent, ' ') + line + "\n";
  }
  return out;
}

}  // namespace

std::string steps_text(const JournalSettings& settings, const Style& style) {
  std::size_t cadence_width = 0;
  for (const Cadence& cadence : settings.cadences) {
    cadence_width = std::max(cadence_width, cadence_words(cadence, style).size() + 2);
  }
  const std::size_t column = steps_indent + steps_key_width + title_width + cadence_width;
  const bool has_intent = style.width >= column + least_intent_width;
  std::string out;
  for (const Step step : all_steps) {
    const StepContent& content = content_of(step);
    const std::string cadence = cadence_words(settings.cadence_of(step), style);
    if (style.width < wide_steps) {
      out += narrow_line(content, cadence, style);
      continue;
    }
    out += step_line_start(content, style) + std::string(steps_key_width - content.key.size(), ' ') +
           padded(content.title, title_width);
    if (!has_intent) {
      out += cadence + "\n";
      continue;
    }
    const auto lines = wrapped(content.intent, style.width - column);
    out += padded(cadence, cadence_width) + lines.front() + "\n";
    for (std::size_t i = 1; i < lines.size(); ++i) out += std::string(column, ' ') + lines[i] + "\n";
  }
  return out;
}

}  // namespace mend
