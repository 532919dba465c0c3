// SPDX-License-Identifier: MIT
#pragma once

#include <spawn.h>
#include <sys/types.h>

#include <csignal>

namespace mend {

// While a program of the person's runs in front, Ctrl-C is that program's: it must not end us, and
// the program must not inherit that.
class InterruptsIgnored {
 public:
  InterruptsIgnored();
  InterruptsIgnored(const InterruptsIgnored&) = delete;
  InterruptsIgnored& operator=(const InterruptsIgnored&) = delete;
  ~InterruptsIgnored();

 private:
  struct sigaction interrupt_ {};
  struct sigaction quit_ {};
};

// A child begins with the signals of an ordinary program.
class SpawnAttributes {
 public:
  SpawnAttributes();
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  ~SpawnAttributes();

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

// Waits for the child's end; its exit code, or 128 and the signal. -1 with errno set on failure.
int wait_for_child(pid_t child);

}  // namespace mend
