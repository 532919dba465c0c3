// SPDX-License-Identifier: MIT
#include "mend/system/lock.hpp"

#include "mend/system/errors.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/time.h>

#include <array>
#include <csignal>
#include <fstream>
#include <sstream>

namespace mend {
namespace {

// Ends a blocked flock(2) when patience does, or on an interrupt, and from then on again and again:
// a signal that comes just before the call would be lost on it. Not before: flock(2) lets those who
// wait in line only as long as nothing wakes them, and puts whoever it wakes at the end.
class Alarm {
 public:
  explicit Alarm(std::chrono::seconds patience) {
    struct sigaction action {};
    action.sa_handler = [](int) {};
    ::sigaction(SIGALRM, &action, &old_alarm_);
    // Whoever started us may have blocked it.
    sigset_t alarm;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    ::sigprocmask(SIG_UNBLOCK, &alarm, &old_mask_);
    const itimerval timer{again, {patience.count(), 0}};
    ::setitimer(ITIMER_REAL, &timer, &old_timer_);
    ::sigaction(SIGINT, nullptr, &old_interrupt_);
    if (old_interrupt_.sa_handler == SIG_DFL || old_interrupt_.sa_handler == SIG_IGN) return;
    action.sa_handler = handle_interrupt;
    ::sigaction(SIGINT, &action, nullptr);
    // What would end us ends the waiting, so that the words can still be kept.
    for (std::size_t i = 0; i < enders.size(); ++i) {
      ::sigaction(enders[i], nullptr, &old_enders_[i]);
      if (old_enders_[i].sa_handler == SIG_DFL) ::sigaction(enders[i], &action, nullptr);
    }
    has_enders_ = true;
  }
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;
  ~Alarm() {
    for (std::size_t i = 0; has_enders_ && i < enders.size(); ++i) {
      ::sigaction(enders[i], &old_enders_[i], nullptr);
    }
    ::sigaction(SIGINT, &old_interrupt_, nullptr);
    ::setitimer(ITIMER_REAL, &old_timer_, nullptr);
    ::sigprocmask(SIG_SETMASK, &old_mask_, nullptr);
    ::sigaction(SIGALRM, &old_alarm_, nullptr);
  }

 private:
  static constexpr timeval again{0, 50'000};
  static constexpr std::array enders{SIGTERM, SIGHUP};

  static void handle_interrupt(int signal) {
    old_interrupt_.sa_handler(signal);
    const itimerval timer{again, again};
    ::setitimer(ITIMER_REAL, &timer, nullptr);
  }

  static inline struct sigaction old_interrupt_ {};
  struct sigaction old_alarm_ {};
  std::array<struct sigaction, 2> old_enders_{};
  bool has_enders_ = false;
  itimerval old_timer_{};
  sigset_t old_mask_{};
};

bool is_refused_by_file_system(int error) {
  return error == EOPNOTSUPP || error == ENOLCK || error == EBADF || error == EINVAL ||
         error == ENOSYS;
}

// One line of /proc/locks: `1: FLOCK  ADVISORY  WRITE 1234 fe:01:5678 0 EOF`; waiters have `->`.
std::string holder_of(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return {};
  std::ifstream locks{"/proc/locks"};
  std::string line;
  while (std::getline(locks, line)) {
    std::istringstream words{line};
    std::string number, kind, mode, access, pid, file;
    words >> number >> kind >> mode >> access >> pid >> file;
    if (kind != "FLOCK") continue;
    unsigned major = 0, minor = 0;
    unsigned long long inode = 0;
    if (std::sscanf(file.c_str(), "%x:%x:%llu", &major, &minor, &inode) != 3) continue;
    if (inode != status.st_ino || makedev(major, minor) != status.st_dev) continue;
    std::ifstream comm{"/proc/" + pid + "/comm"};
    std::string name;
    std::getline(comm, name);
    return "process " + pid + (name.empty() ? "" : " (" + name + ")");
  }
  return {};
}

[[noreturn]] void throw_busy(const std::string& folder, int descriptor) {
  const std::string holder = holder_of(descriptor);
  throw SystemError(Failure::busy,
                    "cannot write in " + folder + ": " +
                        (holder.empty() ? "another process" : holder) + " is writing there",
                    "Try again when it is done.");
}

// Returns 0, or the error number of flock(2).
int lock_within(int descriptor, std::chrono::seconds patience, const std::string& folder) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
  if (errno != EWOULDBLOCK && errno != EINTR) return errno;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  if (patience == patience.zero()) throw_busy(folder, descriptor);
  const Alarm alarm{patience};
  while (true) {
    if (was_interrupted()) {
      throw SystemError(Failure::interrupted, "interrupted while waiting for another process");
    }
    if (::flock(descriptor, LOCK_EX) == 0) return 0;
    if (errno != EINTR) return errno;
    if (std::chrono::steady_clock::now() >= deadline) throw_busy(folder, descriptor);
  }
}

}  // namespace

FolderLock::FolderLock(const std::string& folder, std::chrono::seconds patience)
    : descriptor_(open_descriptor(folder, O_RDONLY | O_DIRECTORY)) {
  if (!descriptor_.is_open()) throw_system_error(Failure::io, "open", folder);
  int error = lock_within(descriptor_.number(), patience, folder);
  if (is_refused_by_file_system(error)) {
    descriptor_ = open_descriptor(folder + "/.lock", O_RDWR | O_CREAT, 0600);
    if (!descriptor_.is_open()) throw_system_error(Failure::io, "lock", folder);
    error = lock_within(descriptor_.number(), patience, folder);
  }
  if (error != 0) throw_system_error(Failure::io, "lock", folder, error);
}

}  // namespace mend
