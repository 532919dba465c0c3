// SPDX-License-Identifier: MIT
#include "mend/system/editor.hpp"

#include "child.hpp"
#include "mend/system/errors.hpp"

#include <unistd.h>

namespace mend {

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
  const int code = wait_for_child(child);
  if (code < 0) throw_system_error(Failure::io, "wait for", command);
  return code;
}

}  // namespace mend
