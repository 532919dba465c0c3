// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace mend {

// Owns a file descriptor and closes it.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

  // Closes now and returns 0, or the error number of the close.
  int close();

 private:
  int number_ = -1;
};

// Calls until it is not interrupted by a signal; for calls that say so with -1 and EINTR.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

// open(2), retried when interrupted; not open when it failed, with errno set. O_CLOEXEC and
// O_NOCTTY are always added.
Descriptor open_descriptor(const std::string& path, int flags, unsigned mode = 0);

enum class OnInterrupt { go_on, stop };

// How much is read at once.
inline constexpr std::size_t read_size = 65536;

// Reads to the end of the file. Returns 0 or the error number; EFBIG past `limit` bytes, EINTR after
// Ctrl-C where that is to stop it. All that was read is in `bytes` then, as it is after std::bad_alloc.
int read_all(int descriptor, std::size_t limit, std::string& bytes,
             OnInterrupt on_interrupt = OnInterrupt::go_on);

// Writes everything, however many calls it takes. Returns 0 or the error number.
int write_all(int descriptor, std::string_view bytes);

// Set by the handler of SIGINT. What waits looks at it.
bool was_interrupted();

// For long work that has written nothing yet. Throws SystemError (interrupted).
void stop_if_interrupted();
void note_interrupt();

}  // namespace mend
