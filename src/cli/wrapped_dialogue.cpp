// SPDX-License-Identifier: MIT
#include "mend/cli/wrapped_dialogue.hpp"

#include "mend/text/display.hpp"

namespace mend {

void WrappedDialogue::say(std::string_view text) { dialogue_.say(in_lines(text)); }

std::optional<std::string> WrappedDialogue::ask(std::string_view prompt) {
  return dialogue_.ask(in_lines(prompt));
}

std::string WrappedDialogue::in_lines(std::string_view text) const {
  std::string out;
  for (const std::string& line : wrapped(text, width_)) {
    out += line;
    out += '\n';
  }
  out.pop_back();
  return out;
}

}  // namespace mend
