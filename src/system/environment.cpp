// SPDX-License-Identifier: MIT
#include "mend/system/environment.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <ctime>

namespace mend {
namespace {

Terminal read_terminal() {
  Terminal terminal;
  terminal.is_input = ::isatty(STDIN_FILENO) == 1;
  terminal.is_output = ::isatty(STDOUT_FILENO) == 1;
  terminal.is_error = ::isatty(STDERR_FILENO) == 1;
  winsize size{};
  if (terminal.is_output && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    if (size.ws_col > 0) terminal.columns = size.ws_col;
    if (size.ws_row > 0) terminal.rows = size.ws_row;
  }
  return terminal;
}

}  // namespace

std::string_view Environment::variable(std::string_view name) const {
  const auto found = variables.find(name);
  return found == variables.end() ? std::string_view{} : std::string_view{found->second};
}

Environment read_environment(int argc, char** argv, char** environ_lines) {
  Environment environment;
  for (int i = 1; i < argc; ++i) environment.arguments.emplace_back(argv[i]);
  for (char** line = environ_lines; line != nullptr && *line != nullptr; ++line) {
    const std::string_view text{*line};
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    environment.variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  environment.now = Instant{::time(nullptr)};
  environment.terminal = read_terminal();
  return environment;
}

}  // namespace mend
