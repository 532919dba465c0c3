// SPDX-License-Identifier: MIT
#include "mend/system/standard_streams.hpp"

#include "mend/system/descriptor.hpp"
#include "mend/system/errors.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <malloc.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>

namespace mend {
namespace {

constexpr int exit_io = 74;

// Another process may be a moment late; one that stays silent is not waited for.
constexpr int patience_ms = 200;

// What can be read at once, or 0.
int bytes_available() {
  int count = 0;
  return ::ioctl(STDIN_FILENO, FIONREAD, &count) == 0 ? count : 0;
}

bool is_before_end(const struct stat& status) {
  const off_t at = ::lseek(STDIN_FILENO, 0, SEEK_CUR);
  const int flags = ::fcntl(STDIN_FILENO, F_GETFL);
  return at >= 0 && at < status.st_size && (flags & O_ACCMODE) != O_WRONLY;
}

bool says_something() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  const int ready = uninterrupted([&] { return ::poll(&input, 1, patience_ms); });
  // At its end it is ready too, with nothing in it.
  return ready > 0 && (input.revents & POLLIN) != 0 && bytes_available() > 0;
}

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
  const int error = write_all(STDOUT_FILENO, out);
  write_standard_error(err);
  if (error == 0) return exit_code;
  // A reader that has seen enough closes the pipe; that needs no words.
  if (is_saved || error != EPIPE) {
    write_standard_error(is_saved ? "mend: saved, but the answer could not be shown: "
                                  : "mend: the answer could not be shown: ");
    write_standard_error(std::strerror(error));
    write_standard_error("\n");
  }
  return exit_io;
}

void read_standard_input(std::size_t limit, std::string& text) {
  const int error = was_interrupted()
                        ? EINTR
                        : read_all(STDIN_FILENO, limit, text, OnInterrupt::stop);
  if (error == EINTR) throw SystemError(Failure::interrupted, "interrupted; nothing was saved");
  if (error == EFBIG) {
    throw SystemError(Failure::io, "standard input is longer than any entry may be",
                      "Nothing was saved.");
  }
  if (error != 0) throw_system_error(Failure::io, "read", "standard input", error);
}

bool is_input_waiting() {
  struct stat status {};
  if (::fstat(STDIN_FILENO, &status) != 0) return false;
  if (S_ISREG(status.st_mode)) return is_before_end(status);
  return (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode)) && says_something();
}

int end_without_memory(int argc, char** argv) noexcept {
  write_standard_error("mend: there is not enough memory\n");
  const bool is_offered = std::any_of(argv, argv + argc, [](const char* argument) {
    return std::string_view{argument} == "-";
  });
  if (is_offered && ::isatty(STDIN_FILENO) == 0) pass_on_standard_input();
  return exit_io;
}

void write_standard_error(std::string_view text) noexcept { write_all(STDERR_FILENO, text); }

void pass_on_standard_input() noexcept {
  std::array<char, 4096> buffer{};
  while (true) {
    const auto count = uninterrupted(
        [&] { return ::read(STDIN_FILENO, buffer.data(), buffer.size()); });
    if (count <= 0) return;
    if (write_all(STDERR_FILENO, {buffer.data(), static_cast<std::size_t>(count)}) != 0) return;
  }
}

}  // namespace mend
