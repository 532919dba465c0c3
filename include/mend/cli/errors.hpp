// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/result.hpp"

#include <exception>
#include <string>
#include <utility>

namespace mend {

// The exit codes of mend(1).
enum Exit : int {
  exit_done = 0,
  exit_no = 1,
  exit_usage = 2,
  exit_damaged = 65,
  exit_cannot_create = 73,
  exit_io = 74,
  exit_busy = 75,
  exit_interrupted = 130
};

// Ends a command with a message and an exit code. Caught in one place, in `run_mend`.
class Stop : public std::exception {
 public:
  Stop(Exit code, Diagnostic diagnostic) : code_(code), diagnostic_(std::move(diagnostic)) {}

  Exit code() const { return code_; }
  const Diagnostic& diagnostic() const { return diagnostic_; }
  const char* what() const noexcept override { return diagnostic_.what.c_str(); }

 private:
  Exit code_;
  Diagnostic diagnostic_;
};

[[noreturn]] inline void stop(Exit code, std::string what, std::string hint = {}) {
  throw Stop(code, Diagnostic{std::move(what), {}, 0, 0, std::move(hint)});
}

[[noreturn]] inline void stop_usage(std::string what, std::string hint = {}) {
  stop(exit_usage, std::move(what), std::move(hint));
}

// Ends a command that changed nothing: the file is damaged, which has been told with its place, or
// the entry is not what it was.
[[noreturn]] inline void stop_unchanged(Diagnostic reason) {
  if (reason.line == 0) throw Stop(exit_no, reason);
  reason.what = "nothing was changed, as the file is damaged";
  reason.hint = "Mend that place by hand first.";
  reason.line = 0;
  throw Stop(exit_damaged, reason);
}

// The value, or the end of the command with what is wrong with the input.
template <typename T>
T or_usage_error(Result<T> result) {
  if (!result) throw Stop(exit_usage, result.error());
  return std::move(*result);
}

}  // namespace mend
