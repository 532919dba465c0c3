// SPDX-License-Identifier: MIT
#include "mend/system/editor.hpp"

#include "mend/system/errors.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace mend {
namespace {

// What sh ends with when a command cannot be run, or is not there.
constexpr int cannot_run = 126;
constexpr int not_found = 127;
constexpr int signal_base = 128;

// While an editor has the terminal, Ctrl-C and Ctrl-\ are its keys and must not end us.
class KeysAreTheEditors {
 public:
  KeysAreTheEditors() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGINT, &ignore, &old_interrupt_);
    ::sigaction(SIGQUIT, &ignore, &old_quit_);
  }
  KeysAreTheEditors(const KeysAreTheEditors&) = delete;
  KeysAreTheEditors& operator=(const KeysAreTheEditors&) = delete;
  ~KeysAreTheEditors() {
    ::sigaction(SIGINT, &old_interrupt_, nullptr);
    ::sigaction(SIGQUIT, &old_quit_, nullptr);
  }

 private:
  struct sigaction old_interrupt_ {};
  struct sigaction old_quit_ {};
};

// The path is an argument of its own, so that nothing in it means anything to the shell. Returns 0
// or the error number. The editor gets the signals as any program does.
int spawn(const std::string& command, const std::string& path, pid_t& process) {
  std::string shell = "sh";
  std::string option = "-c";
  std::string script = "exec " + command + " \"$1\"";
  std::string argument = path;
  char* arguments[] = {shell.data(),  option.data(),   script.data(),
                       shell.data(),  argument.data(), nullptr};
  sigset_t usual;
  ::sigemptyset(&usual);
  for (const int signal : {SIGINT, SIGQUIT, SIGPIPE}) ::sigaddset(&usual, signal);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const int error = ::posix_spawn(&process, "/bin/sh", nullptr, &attributes, arguments, environ);
  ::posix_spawnattr_destroy(&attributes);
  return error;
}

}  // namespace

int run_editor(const std::string& command, const std::string& path) {
  const KeysAreTheEditors keys;
  const std::string purpose = "start the editor";
  pid_t process = 0;
  if (const int error = spawn(command, path, process)) {
    throw_system_error(Failure::io, purpose, command, error);
  }
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) throw_system_error(Failure::io, purpose, command);
  }
  if (WIFSIGNALED(status)) return signal_base + WTERMSIG(status);
  const int code = WEXITSTATUS(status);
  if (code == cannot_run) throw_system_error(Failure::io, purpose, command, EACCES);
  if (code == not_found) throw_system_error(Failure::io, purpose, command, ENOENT);
  return code;
}

}  // namespace mend
