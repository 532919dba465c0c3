// SPDX-License-Identifier: MIT
#include "mend/system/descriptor.hpp"

#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <utility>

namespace mend {
namespace {

bool is_open_number(int number) { return ::fcntl(number, F_GETFD) >= 0; }

}  // namespace

TEST_CASE("a descriptor is closed by its owner, once") {
  const TempFolder folder;
  int number = -1;
  {
    Descriptor first = open_descriptor(folder / "file", O_RDWR | O_CREAT, 0600);
    REQUIRE(first.is_open());
    number = first.number();
    CHECK(is_open_number(number));
    Descriptor second{std::move(first)};
    CHECK(second.number() == number);
    Descriptor third = open_descriptor("/dev/null", O_RDONLY);
    const int other = third.number();
    third = std::move(second);
    CHECK(third.number() == number);
    CHECK_FALSE(is_open_number(other));
  }
  CHECK_FALSE(is_open_number(number));

  Descriptor closed = open_descriptor("/dev/null", O_RDONLY);
  CHECK(closed.close() == 0);
  CHECK_FALSE(closed.is_open());
  CHECK(closed.close() == 0);
}

TEST_CASE("no program that is started inherits a descriptor") {
  const Descriptor descriptor = open_descriptor("/dev/null", O_RDONLY);
  REQUIRE(descriptor.is_open());
  CHECK((::fcntl(descriptor.number(), F_GETFD) & FD_CLOEXEC) != 0);
}

TEST_CASE("what cannot be opened is not open, and says why") {
  const TempFolder folder;
  const Descriptor none = open_descriptor(folder / "none", O_RDONLY);
  CHECK(errno == ENOENT);
  CHECK_FALSE(none.is_open());
}

TEST_CASE("everything is written and read back, up to the limit") {
  const TempFolder folder;
  // More than one buffer of either side.
  std::string bytes(300'000, 'x');
  bytes[0] = '\0';
  bytes[65536] = '\n';
  bytes.back() = '\xFF';
  Descriptor file = open_descriptor(folder / "file", O_RDWR | O_CREAT, 0600);
  REQUIRE(write_all(file.number(), bytes) == 0);
  const auto read_again = [&](std::size_t limit, std::string& into) {
    REQUIRE(::lseek(file.number(), 0, SEEK_SET) == 0);
    return read_all(file.number(), limit, into);
  };
  std::string read;
  CHECK(read_again(bytes.size(), read) == 0);
  CHECK(read == bytes);
  std::string less;
  CHECK(read_again(bytes.size() - 1, less) == EFBIG);
  CHECK(write_all(file.number(), "") == 0);
}

TEST_CASE("a pipe is read to its end") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const Descriptor reader{ends[0]};
  Descriptor writer{ends[1]};
  REQUIRE(write_all(writer.number(), "one ") == 0);
  REQUIRE(write_all(writer.number(), "two") == 0);
  writer.close();
  std::string text;
  CHECK(read_all(reader.number(), 100, text) == 0);
  CHECK(text == "one two");
}

TEST_CASE("errors are reported, not swallowed") {
  std::string text;
  CHECK(read_all(-1, 100, text) == EBADF);
  CHECK(write_all(-1, "text") == EBADF);
  const Descriptor full = open_descriptor("/dev/full", O_WRONLY);
  if (full.is_open()) {
    CHECK(write_all(full.number(), "text") == ENOSPC);
  } else {
    MESSAGE("skipped: no /dev/full");
  }
  const Descriptor folder = open_descriptor("/", O_RDONLY | O_DIRECTORY);
  REQUIRE(folder.is_open());
  CHECK(read_all(folder.number(), 100, text) == EISDIR);
}

}  // namespace mend
