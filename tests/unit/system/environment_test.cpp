// SPDX-License-Identifier: MIT
#include "mend/system/environment.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace mend {

TEST_CASE("arguments and variables are taken as they are") {
  std::array<std::string, 4> words = {"mend", "log", "", "-- #\n"};
  std::array<char*, 5> argv = {words[0].data(), words[1].data(), words[2].data(), words[3].data(),
                               nullptr};
  std::array<std::string, 5> lines = {"HOME=/home/sam", "EMPTY=", "ODD=a=b", "nonsense", "=x"};
  std::array<char*, 6> environ_lines = {lines[0].data(), lines[1].data(), lines[2].data(),
                                        lines[3].data(), lines[4].data(), nullptr};
  const Environment environment = read_environment(4, argv.data(), environ_lines.data());
  CHECK(environment.arguments == std::vector<std::string>{"log", "", "-- #\n"});
  CHECK(environment.variable("HOME") == "/home/sam");
  CHECK(environment.variable("EMPTY").empty());
  CHECK(environment.variable("ODD") == "a=b");
  CHECK(environment.variable("nonsense").empty());
  CHECK(environment.variable("HOM").empty());
  CHECK(environment.now > Instant{1'700'000'000});
}

TEST_CASE("a program that is started without anything has nothing") {
  const Environment environment = read_environment(0, nullptr, nullptr);
  CHECK(environment.arguments.empty());
  CHECK(environment.variables.empty());
}

}  // namespace mend
