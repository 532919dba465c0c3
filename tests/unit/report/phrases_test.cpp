// SPDX-License-Identifier: MIT
#include "mend/report/phrases.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

namespace mend {
TEST_CASE("counts have their singular") {
  CHECK(quantity(0, "day", "days") == "0 days");
  CHECK(quantity(1, "day", "days") == "1 day");
  CHECK(quantity(2, "day", "days") == "2 days");
}

TEST_CASE("the four states differ in shape, in either charset") {
  for (const Charset charset : {Charset::ascii, Charset::unicode}) {
    std::set<std::string_view> marks;
    for (const DayState state : {DayState::kept, DayState::rest, DayState::open, DayState::quiet}) {
      CHECK(marks.insert(mark_of(state, charset)).second);
    }
  }
  for (const DayState state : {DayState::kept, DayState::rest, DayState::open, DayState::quiet}) {
    CHECK(mark_of(state, Charset::ascii).size() == 1);
  }
}

}  // namespace mend
