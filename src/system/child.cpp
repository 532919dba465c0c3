// SPDX-License-Identifier: MIT
#include "child.hpp"

#include <sys/wait.h>

#include <cerrno>
#include <initializer_list>

namespace mend {

InterruptsIgnored::InterruptsIgnored() {
  struct sigaction action {};
  action.sa_handler = SIG_IGN;
  ::sigaction(SIGINT, &action, &interrupt_);
  ::sigaction(SIGQUIT, &action, &quit_);
}

InterruptsIgnored::~InterruptsIgnored() {
  ::sigaction(SIGINT, &interrupt_, nullptr);
  ::sigaction(SIGQUIT, &quit_, nullptr);
}

SpawnAttributes::SpawnAttributes() {
  ::posix_spawnattr_init(&attributes_);
  sigset_t defaults;
  sigemptyset(&defaults);
  for (const int signal : {SIGINT, SIGQUIT, SIGPIPE}) sigaddset(&defaults, signal);
  ::posix_spawnattr_setsigdefault(&attributes_, &defaults);
  ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
}

SpawnAttributes::~SpawnAttributes() { ::posix_spawnattr_destroy(&attributes_); }

int wait_for_child(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace mend
