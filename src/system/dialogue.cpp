// SPDX-License-Identifier: MIT
#include "mend/system/dialogue.hpp"

#include "mend/system/descriptor.hpp"
#include "mend/system/errors.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>

namespace mend {
namespace {

// Waits until something can be read, or the input has ended. False when Ctrl-C came instead: it is
// let in only while waiting, so that none can slip in between the last look and the waiting.
bool wait_for_input() {
  sigset_t interrupt;
  sigset_t usual;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  ::sigprocmask(SIG_BLOCK, &interrupt, &usual);
  pollfd input{STDIN_FILENO, POLLIN, 0};
  while (!was_interrupted() && ::ppoll(&input, 1, nullptr, &usual) < 0 && errno == EINTR) {
  }
  ::sigprocmask(SIG_SETMASK, &usual, nullptr);
  return !was_interrupted();
}

// Returns 0, or the error number; nothing is added when the input has ended.
int read_some(std::string& bytes) {
  if (!wait_for_input()) return EINTR;
  std::array<char, 4096> buffer{};
  const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
  if (count < 0) return errno;
  bytes.append(buffer.data(), static_cast<std::size_t>(count));
  return 0;
}

}  // namespace

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
    const std::size_t size_before = read_ahead_.size();
    const int error = read_some(read_ahead_);
    if (read_ahead_.size() > size_before || (error == EINTR && !was_interrupted())) continue;
    // The line on the screen is unfinished, and what is said next begins a new one.
    say("\n");
    if (error == EINTR) throw SystemError(Failure::interrupted, "interrupted");
    if (error != 0) throw_system_error(Failure::io, "read", "the terminal", error);
    if (read_ahead_.empty()) return std::nullopt;
    return std::exchange(read_ahead_, {});
  }
}

}  // namespace mend
