// SPDX-License-Identifier: MIT
#include "mend/cli/paging.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mend {
namespace {

Environment terminal_of(int rows, int columns) {
  Environment environment;
  environment.terminal.is_input = environment.terminal.is_output = true;
  environment.terminal.rows = rows;
  environment.terminal.columns = columns;
  return environment;
}

std::string numbered_lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "line\n";
  return text;
}

}  // namespace

TEST_CASE("a text that fits the screen, with the prompt below it, needs no pager") {
  const Environment terminal = terminal_of(24, 80);
  CHECK(pager_for(numbered_lines(23), terminal).empty());
  CHECK(pager_for(numbered_lines(24), terminal) == "less");
  CHECK(pager_for("", terminal).empty());
}

TEST_CASE("lines that are wider than the screen take several of its rows, paint none") {
  const Environment terminal = terminal_of(4, 10);
  CHECK(pager_for(std::string(30, 'x') + "\n", terminal).empty());
  CHECK(pager_for(std::string(31, 'x') + "\n", terminal) == "less");
  CHECK(pager_for("\x1b[1mten letter\x1b[0m\n\x1b[32mx\x1b[0m\n", terminal).empty());
}

TEST_CASE("PAGER says which, and an empty one says none") {
  Environment terminal = terminal_of(4, 80);
  terminal.variables["PAGER"] = "most -s";
  CHECK(pager_for(numbered_lines(9), terminal) == "most -s");
  terminal.variables["PAGER"] = "";
  CHECK(pager_for(numbered_lines(9), terminal).empty());
}

TEST_CASE("options for less cannot make it leave the page on the screen") {
  Environment terminal = terminal_of(4, 80);
  for (const std::string command : {"less -X", "/usr/bin/less -FRX"}) {
    terminal.variables["PAGER"] = command;
    CHECK(pager_for(numbered_lines(9), terminal) == command + " -+X");
  }
  for (const std::string command : {"less", "lesser -X", "bat --paging=always"}) {
    terminal.variables["PAGER"] = command;
    CHECK(pager_for(numbered_lines(9), terminal) == command);
  }
}

TEST_CASE("no pager without a terminal that can show one") {
  Environment pipe;
  CHECK(pager_for(numbered_lines(99), pipe).empty());
  Environment dumb = terminal_of(4, 80);
  dumb.variables["TERM"] = "dumb";
  CHECK(pager_for(numbered_lines(99), dumb).empty());
}

}  // namespace mend
