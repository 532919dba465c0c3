// SPDX-License-Identifier: MIT
#include "mend/system/dialogue.hpp"

#include "mend/system/descriptor.hpp"
#include "mend/system/errors.hpp"

#include <unistd.h>

#include <array>

namespace mend {

void TerminalDialogue::say(std::string_view text) {
  if (const int error = write_all(STDOUT_FILENO, text)) {
    throw_system_error(Failure::io, "write to", "the terminal", error);
  }
}

std::optional<std::string> TerminalDialogue::ask(std::string_view prompt) {
  say(prompt);
  while (true) {
    if (const auto newline = read_ahead_.find('\n'); newline != std::string::npos) {
      std::string line = read_ahead_.substr(0, newline);
      read_ahead_.erase(0, newline + 1);
      return line;
    }
    std::array<char, 4096> buffer{};
    const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count > 0) {
      read_ahead_.append(buffer.data(), static_cast<std::size_t>(count));
      continue;
    }
    const int error = count < 0 ? errno : 0;
    if (error == EINTR && !was_interrupted()) continue;
    // The prompt's line is unfinished, and what is said next begins a new one.
    say("\n");
    if (error == 0) return std::nullopt;
    if (error == EINTR) throw SystemError(Failure::interrupted, "interrupted");
    throw_system_error(Failure::io, "read", "the terminal", error);
  }
}

}  // namespace mend
