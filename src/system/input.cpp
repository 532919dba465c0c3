// SPDX-License-Identifier: MIT
#include "mend/system/input.hpp"

#include "mend/system/descriptor.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mend {
namespace {

std::string read_stream(int descriptor, const std::string& path) {
  std::string bytes;
  const int error = was_interrupted()
                        ? EINTR
                        : read_all(descriptor, max_file_size, bytes, OnInterrupt::stop);
  if (error == EINTR) throw SystemError(Failure::interrupted, "interrupted; nothing was written");
  if (error != 0) throw_system_error(Failure::io, "read", path, error);
  return bytes;
}

}  // namespace

bool is_standard_input(const std::string& path) {
  return path == "-" || path == "/dev/stdin" || path == "/dev/fd/0" || path == "/proc/self/fd/0";
}

std::optional<std::string> read_input(const std::string& path) {
  // Opened by its path, a socket would be refused.
  if (is_standard_input(path)) return read_stream(STDIN_FILENO, "standard input");
  struct stat status {};
  const bool is_found = uninterrupted([&] { return ::stat(path.c_str(), &status); }) == 0;
  const bool is_stream = is_found && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
  if (!is_stream) {
    auto file = read_file(path);
    if (!file) return std::nullopt;
    return std::move(file->bytes);
  }
  const Descriptor descriptor = open_descriptor(path, O_RDONLY);
  if (!descriptor.is_open()) throw_system_error(Failure::io, "read", path);
  return read_stream(descriptor.number(), path);
}

}  // namespace mend
