// SPDX-License-Identifier: MIT
#include "mend/system/descriptor.hpp"

#include "mend/system/errors.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>

namespace mend {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "set in a signal handler");

// For a descriptor that another program left non-blocking.
void wait_until_readable(int descriptor) {
  pollfd input{descriptor, POLLIN, 0};
  ::poll(&input, 1, -1);
}

}  // namespace

bool was_interrupted() { return interrupted; }
void note_interrupt() { interrupted = true; }

void stop_if_interrupted() {
  if (interrupted) throw SystemError(Failure::interrupted, "interrupted; nothing was written");
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    number_ = std::exchange(other.number_, -1);
  }
  return *this;
}

Descriptor::~Descriptor() { close(); }

int Descriptor::close() {
  if (number_ < 0) return 0;
  // Linux frees the descriptor even when close is interrupted: a second try could close another's.
  const bool is_closed = ::close(std::exchange(number_, -1)) == 0 || errno == EINTR;
  return is_closed ? 0 : errno;
}

Descriptor open_descriptor(const std::string& path, int flags, unsigned mode) {
  int number = -1;
  do {
    number = ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, mode);
  } while (number < 0 && errno == EINTR);
  return Descriptor{number};
}

int read_all(int descriptor, std::size_t limit, std::string& bytes, OnInterrupt on_interrupt) {
  std::array<char, read_size> buffer{};
  while (true) {
    // Room is made before anything is taken: what was taken is never dropped for lack of it.
    if (bytes.capacity() - bytes.size() < buffer.size()) bytes.reserve(bytes.size() + buffer.size());
    const auto count = ::read(descriptor, buffer.data(), buffer.size());
    if (count == 0) return 0;
    if (count < 0) {
      const int error = errno;
      if (error == EAGAIN) wait_until_readable(descriptor);
      if (error != EINTR && error != EAGAIN) return error;
      if (on_interrupt == OnInterrupt::stop && was_interrupted()) return EINTR;
      continue;
    }
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() > limit) return EFBIG;
  }
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    if (count == 0) return EIO;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

}  // namespace mend
