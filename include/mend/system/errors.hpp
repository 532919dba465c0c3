// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <exception>
#include <string>
#include <string_view>

namespace mend {

// newer_format: a newer mend wrote the file, and an older one must not change it. not_durable: it has
// happened, but may not survive a power cut. in_part: some of it has happened.
enum class Failure { cannot_create, io, newer_format, not_durable, in_part, busy, interrupted };

// Something the system refused. `what()` reads "cannot write PATH: No space left on device"; the
// path in it may need to be made harmless before it is shown.
class SystemError : public std::exception {
 public:
  SystemError(Failure failure, std::string message, std::string hint = {})
      : failure_(failure), message_(std::move(message)), hint_(std::move(hint)) {}

  Failure failure() const { return failure_; }
  const std::string& hint() const { return hint_; }

  // Then the files are no longer as before, and the message says so.
  bool has_changed_files() const {
    return failure_ == Failure::not_durable || failure_ == Failure::in_part;
  }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  Failure failure_;
  std::string message_;
  std::string hint_;
};

// Reports the failed call by its purpose ("read", "write", "create"), path and `error_number`.
[[noreturn]] void throw_system_error(Failure failure, std::string_view purpose,
                                     std::string_view path, int error_number = errno);

// How often somebody else's save may come in between before a writer gives up, and giving up.
inline constexpr int most_attempts = 5;
[[noreturn]] void throw_unsettled(const std::string& path);

}  // namespace mend
