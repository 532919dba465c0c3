// SPDX-License-Identifier: MIT
#include "mend/cli/wrapped_dialogue.hpp"

#include "mend/text/display.hpp"

namespace mend {
namespace {

// What Style::painted put around a text takes no columns.
std::string without_paint(std::string_view text) {
  std::string out;
  while (true) {
    const auto start = text.find("\x1b[");
    const auto end = start == std::string_view::npos ? start : text.find('m', start);
    if (end == std::string_view::npos) return out.append(text);
    out += text.substr(0, start);
    text.remove_prefix(end + 1);
  }
}

}  // namespace

void WrappedDialogue::say(std::string_view text) { dialogue_.say(in_lines(text)); }

std::optional<std::string> WrappedDialogue::ask(std::string_view prompt) {
  return dialogue_.ask(in_lines(prompt));
}

std::string WrappedDialogue::in_lines(std::string_view text) const {
  std::string out;
  while (true) {
    const auto newline = text.find('\n');
    const std::string_view line = text.substr(0, newline);
    out += fits(line) ? std::string{line} : broken(line);
    if (newline == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(newline + 1);
  }
}

bool WrappedDialogue::fits(std::string_view line) const {
  return display_width(without_paint(line)) <= width_;
}

std::string WrappedDialogue::broken(std::string_view line) const {
  std::string out;
  for (const std::string& part : wrapped(line, width_)) out += (out.empty() ? "" : "\n") + part;
  return out;
}

}  // namespace mend
