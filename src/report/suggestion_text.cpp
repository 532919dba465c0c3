// SPDX-License-Identifier: MIT
#include "mend/report/suggestion.hpp"
#include "mend/text/display.hpp"

namespace mend {

std::string log_line(const Suggestion& suggestion) {
  return "mend log " + std::string{content_of(suggestion.step).aliases.front()} + "/" +
         suggestion.action;
}

std::string suggestion_text(const Suggestion& suggestion, const Style& style) {
  const std::string step{key_of(suggestion.step)};
  const std::size_t indent = step.size() + 2;
  std::string out = style.painted(step, Paint::bold) + "  ";
  bool is_first = true;
  for (const std::string& line : wrapped(harmless(suggestion.text), style.width - indent)) {
    out += (is_first ? "" : std::string(indent, ' ')) + line + "\n";
    is_first = false;
  }
  return out + "once done:  " + harmless(log_line(suggestion)) + "\n";
}

}  // namespace mend
