// SPDX-License-Identifier: MIT
#include "mend/domain/finding.hpp"

#include <doctest/doctest.h>

namespace mend {

TEST_CASE("findings are in the order of file, line and column") {
  CHECK(found_before(odd_in("a", "x"), odd_in("b", "x")));
  CHECK(found_before(odd_at("a", 9, 1, "x"), odd_at("a", 10, 1, "x")));
  CHECK(found_before(odd_at("a", 9, 1, "x"), odd_at("a", 9, 2, "x")));
  CHECK_FALSE(found_before(odd_at("a", 9, 1, "x"), odd_at("a", 9, 1, "y")));
}

TEST_CASE("a message of the system does not repeat the file it is told of") {
  CHECK(unreadable("/x/y", "cannot read /x/y: Permission denied").diagnostic.what ==
        "cannot read this: Permission denied");
  CHECK(unreadable("/x/y", "it keeps changing").diagnostic.what == "it keeps changing");
}

}  // namespace mend
