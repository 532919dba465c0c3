// SPDX-License-Identifier: MIT
#include "mend/store/change_note.hpp"

#include <doctest/doctest.h>

namespace mend {

TEST_CASE("the note of a change is whole, or said not to be") {
  CHECK_FALSE(check_undo_note("command = \"log\"\n[[edit]]\nfile = \"2026-11.toml\"\noffset = 3\n"
                              "removed = \"\"\ninserted = \"x\"\n", "f"));
  CHECK(check_undo_note("command = \"log\"\n", "f"));
  CHECK(check_undo_note("[[edit]]\noffset = -1\n", "f"));
  const auto torn = check_undo_note("command = \"lo", "f");
  REQUIRE(torn);
  CHECK(torn->diagnostic.line == 1);
}

}  // namespace mend
