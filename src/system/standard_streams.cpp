// SPDX-License-Identifier: MIT
#include "mend/system/standard_streams.hpp"

#include "mend/system/descriptor.hpp"
#include "mend/system/errors.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <malloc.h>

#include <csignal>
#include <cstring>

namespace mend {
namespace {

constexpr int exit_io = 74;

// A pipe from another process may be a moment late; one that stays silent is not waited for.
constexpr int patience_ms = 20;

void handle_interrupt(int) {
  if (was_interrupted()) ::_exit(130);
  note_interrupt();
}

}  // namespace

void prepare_standard_streams() {
  // Opened the wrong way round on purpose: reading or writing there must still fail.
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) >= 0 || errno != EBADF) continue;
    const int opened = ::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened >= 0 && opened != number) {
      ::dup2(opened, number);
      ::close(opened);
    }
  }
  struct sigaction action {};
  action.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &action, nullptr);
  ::sigaction(SIGXFSZ, &action, nullptr);
  action.sa_handler = handle_interrupt;
  ::sigaction(SIGINT, &action, nullptr);
}

void keep_freed_memory() {
  constexpr int plenty = 64 * 1024 * 1024;
  ::mallopt(M_TRIM_THRESHOLD, plenty);
  ::mallopt(M_MMAP_THRESHOLD, plenty);
  ::mallopt(M_TOP_PAD, 1024 * 1024);
}

int show_result(std::string_view out, std::string_view err, bool is_saved, int exit_code) {
  std::string message{err};
  if (const int error = write_all(STDOUT_FILENO, out); error != 0) {
    exit_code = exit_io;
    // A reader that has seen enough closes the pipe; that needs no words.
    if (is_saved || error != EPIPE) {
      message += std::string{"mend: "} + (is_saved ? "saved, but the answer" : "the answer") +
                 " could not be shown: " + std::strerror(error) + "\n";
    }
  }
  write_all(STDERR_FILENO, message);
  return exit_code;
}

std::string read_standard_input(std::size_t limit) {
  std::string text;
  const int error = was_interrupted()
                        ? EINTR
                        : read_all(STDIN_FILENO, limit, text, OnInterrupt::stop);
  if (error == EINTR) throw SystemError(Failure::interrupted, "interrupted; nothing was saved");
  if (error == EFBIG) {
    throw SystemError(Failure::io, "standard input is longer than any entry may be",
                      "Nothing was saved.");
  }
  if (error != 0) throw_system_error(Failure::io, "read", "standard input", error);
  return text;
}

bool is_input_waiting() {
  struct stat status {};
  if (::fstat(STDIN_FILENO, &status) != 0 || !S_ISFIFO(status.st_mode)) return false;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, patience_ms) > 0 && (input.revents & POLLIN) != 0;
}

}  // namespace mend
