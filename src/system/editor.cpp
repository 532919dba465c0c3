// SPDX-License-Identifier: MIT
#include "mend/system/editor.hpp"

#include "mend/system/errors.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace mend {
namespace {

// Ctrl-C in the editor is the editor's: it must not end us, and the editor must not inherit that.
class InterruptsIgnored {
 public:
  InterruptsIgnored() {
    struct sigaction action {};
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGINT, &action, &interrupt_);
    ::sigaction(SIGQUIT, &action, &quit_);
  }
  InterruptsIgnored(const InterruptsIgnored&) = delete;
  InterruptsIgnored& operator=(const InterruptsIgnored&) = delete;
  ~InterruptsIgnored() {
    ::sigaction(SIGINT, &interrupt_, nullptr);
    ::sigaction(SIGQUIT, &quit_, nullptr);
  }

 private:
  struct sigaction interrupt_ {};
  struct sigaction quit_ {};
};

class SpawnAttributes {
 public:
  SpawnAttributes() {
    ::posix_spawnattr_init(&attributes_);
    sigset_t defaults;
    sigemptyset(&defaults);
    for (const int signal : {SIGINT, SIGQUIT, SIGPIPE}) sigaddset(&defaults, signal);
    ::posix_spawnattr_setsigdefault(&attributes_, &defaults);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  ~SpawnAttributes() { ::posix_spawnattr_destroy(&attributes_); }

  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

}  // namespace

// The shell splits the command as people write it; the path reaches it as a parameter, untouched. It
// makes way for the editor: a shell that waited would be ended by a Ctrl-C meant for the editor.
int run_editor(const std::string& command, const std::string& path) {
  const InterruptsIgnored ignored;
  const SpawnAttributes attributes;
  std::string script = "exec " + command + " \"$1\"";
  std::string arguments[] = {"sh", "-c", script, "sh", path};
  char* const argv[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(),
                        arguments[3].data(), arguments[4].data(), nullptr};
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, "sh", nullptr, attributes.get(), argv, environ);
  if (error != 0) throw_system_error(Failure::io, "start", command, error);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw_system_error(Failure::io, "wait for", command);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace mend
