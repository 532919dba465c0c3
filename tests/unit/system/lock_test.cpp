// SPDX-License-Identifier: MIT
#include "mend/system/lock.hpp"

#include "mend/system/errors.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace mend {
namespace {

using std::chrono::seconds;

// Another process that holds the lock until it is let go.
class Holder {
 public:
  explicit Holder(const std::string& folder) {
    std::array<int, 2> ready{};
    std::array<int, 2> release{};
    REQUIRE(::pipe(ready.data()) == 0);
    REQUIRE(::pipe(release.data()) == 0);
    pid_ = ::fork();
    REQUIRE(pid_ >= 0);
    if (pid_ == 0) hold(folder, ready[1], release[0]);
    ::close(ready[1]);
    ::close(release[0]);
    release_ = release[1];
    char told = 0;
    REQUIRE(::read(ready[0], &told, 1) == 1);
    REQUIRE(told == 'y');
    ::close(ready[0]);
  }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  ~Holder() { let_go(); }

  pid_t pid() const { return pid_; }

  void let_go(int signal = 0) {
    if (pid_ < 0) return;
    if (signal != 0) ::kill(pid_, signal);
    ::close(release_);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }

 private:
  [[noreturn]] static void hold(const std::string& folder, int ready, int release) {
    // The other end of the pipe was inherited as well; only the parent's closing must count.
    for (int number = 3; number < 64; ++number) {
      if (number != ready && number != release) ::close(number);
    }
    try {
      const FolderLock lock{folder, seconds{5}};
      char nothing = 0;
      if (::write(ready, "y", 1) == 1) (void)!::read(release, &nothing, 1);
    } catch (const std::exception&) {
      (void)!::write(ready, "n", 1);
    }
    ::_exit(0);
  }

  pid_t pid_ = -1;
  int release_ = -1;
};

bool is_waiting(pid_t pid) {
  std::ifstream locks{"/proc/locks"};
  std::string line;
  while (std::getline(locks, line)) {
    const bool waits = line.find("-> FLOCK") != std::string::npos;
    if (waits && line.find(" " + std::to_string(pid) + " ") != std::string::npos) return true;
  }
  return false;
}

// Another process that waits for the lock and, once it has it, writes its letter.
pid_t start_waiter(const std::string& folder, char letter, int output) {
  const pid_t pid = ::fork();
  REQUIRE(pid >= 0);
  if (pid == 0) {
    try {
      const FolderLock lock{folder, seconds{30}};
      (void)!::write(output, &letter, 1);
    } catch (const std::exception&) {
    }
    ::_exit(0);
  }
  for (int i = 0; i < 1000 && !is_waiting(pid); ++i) ::usleep(5000);
  return pid;
}

std::optional<std::string> busy_message(const std::string& folder, seconds patience) {
  try {
    const FolderLock lock{folder, patience};
  } catch (const SystemError& error) {
    CHECK(error.failure() == Failure::busy);
    CHECK_FALSE(error.hint().empty());
    return error.what();
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("a lock is free again when its holder lets go, and leaves no file") {
  const TempFolder folder;
  for (int i = 0; i < 3; ++i) CHECK_FALSE(busy_message(folder.path(), seconds{0}));
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a second process waits for a bounded time, then names the holder") {
  const TempFolder folder;
  Holder holder{folder.path()};
  const auto begin = std::chrono::steady_clock::now();
  const auto message = busy_message(folder.path(), seconds{1});
  const auto waited = std::chrono::steady_clock::now() - begin;
  REQUIRE(message);
  CHECK(message->find(folder.path()) != std::string::npos);
  CHECK(message->find("process " + std::to_string(holder.pid()) + " (unit_tests)") !=
        std::string::npos);
  CHECK(waited >= seconds{1});
  CHECK(waited < seconds{5});
  holder.let_go();
  CHECK_FALSE(busy_message(folder.path(), seconds{0}));
}

TEST_CASE("a killed holder holds nothing") {
  const TempFolder folder;
  Holder holder{folder.path()};
  CHECK(busy_message(folder.path(), seconds{0}));
  holder.let_go(SIGKILL);
  CHECK_FALSE(busy_message(folder.path(), seconds{0}));
}

TEST_CASE("a waiting process gets the lock when it becomes free") {
  const TempFolder folder;
  Holder holder{folder.path()};
  const pid_t helper = ::fork();
  REQUIRE(helper >= 0);
  if (helper == 0) {
    ::usleep(200'000);
    ::kill(holder.pid(), SIGKILL);
    ::_exit(0);
  }
  CHECK_FALSE(busy_message(folder.path(), seconds{5}));
  ::waitpid(helper, nullptr, 0);
}

TEST_CASE("those who wait get the lock in the order in which they came") {
  const TempFolder folder;
  Holder holder{folder.path()};
  std::array<int, 2> letters{};
  REQUIRE(::pipe(letters.data()) == 0);
  std::vector<pid_t> waiters;
  for (const char letter : {'a', 'b', 'c', 'd', 'e'}) {
    waiters.push_back(start_waiter(folder.path(), letter, letters[1]));
  }
  ::usleep(300'000);
  holder.let_go(SIGKILL);
  for (const pid_t pid : waiters) ::waitpid(pid, nullptr, 0);
  ::close(letters[1]);
  std::string order(8, '\0');
  const auto length = ::read(letters[0], order.data(), order.size());
  ::close(letters[0]);
  order.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  CHECK(order == "abcde");
}

TEST_CASE("an interrupt ends the wait, long before patience does") {
  const TempFolder folder;
  Holder holder{folder.path()};
  const pid_t pid = ::fork();
  REQUIRE(pid >= 0);
  if (pid == 0) {
    std::signal(SIGINT, [](int) { note_interrupt(); });
    try {
      const FolderLock lock{folder.path(), seconds{30}};
    } catch (const SystemError& error) {
      ::_exit(error.failure() == Failure::interrupted ? 7 : 8);
    }
    ::_exit(0);
  }
  for (int i = 0; i < 1000 && !is_waiting(pid); ++i) ::usleep(5000);
  ::kill(pid, SIGINT);
  int status = 0;
  ::waitpid(pid, &status, 0);
  CHECK(WEXITSTATUS(status) == 7);
}

TEST_CASE("waiting leaves no timer and no handler behind") {
  const TempFolder folder;
  {
    Holder holder{folder.path()};
    CHECK(busy_message(folder.path(), seconds{0}));
  }
  struct sigaction action {};
  REQUIRE(::sigaction(SIGALRM, nullptr, &action) == 0);
  const bool is_default = action.sa_handler == SIG_DFL;
  CHECK(is_default);
  CHECK(::alarm(0) == 0);
}

TEST_CASE("a folder that is not there cannot be locked") {
  const TempFolder folder;
  try {
    const FolderLock lock{folder / "none", seconds{0}};
    FAIL("it was locked");
  } catch (const SystemError& error) {
    CHECK(error.failure() == Failure::io);
  }
  CHECK_FALSE(exists(folder / "none"));
}

}  // namespace mend
