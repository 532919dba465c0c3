// SPDX-License-Identifier: MIT
#include "mend/system/errors.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mend {

TEST_CASE("an error says what could not be done, with what, and why") {
  try {
    throw_system_error(Failure::io, "write", "/home/sam/2026-11.toml", ENOSPC);
    FAIL("it went on");
  } catch (const SystemError& error) {
    CHECK(error.failure() == Failure::io);
    CHECK(std::string{error.what()} ==
          "cannot write /home/sam/2026-11.toml: No space left on device");
    CHECK(error.hint().empty());
  }
}

TEST_CASE("without a number the last error of the system counts") {
  try {
    errno = EACCES;
    throw_system_error(Failure::cannot_create, "create", "/root");
    FAIL("it went on");
  } catch (const SystemError& error) {
    CHECK(error.failure() == Failure::cannot_create);
    CHECK(std::string{error.what()}.ends_with("Permission denied"));
  }
}

}  // namespace mend
