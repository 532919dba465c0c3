// SPDX-License-Identifier: MIT
#include "mend/store/setting_words.hpp"

#include <doctest/doctest.h>

namespace mend {

TEST_CASE("a range of the day holds its beginning and not its end") {
  CHECK_FALSE(is_in_clock_range("08:00-09:30", 479));
  CHECK(is_in_clock_range("08:00-09:30", 480));
  CHECK(is_in_clock_range("08:00-09:30", 569));
  CHECK_FALSE(is_in_clock_range("08:00-09:30", 570));
}

TEST_CASE("a range that ends earlier than it begins lasts over midnight") {
  for (const int minute : {22 * 60, 23 * 60 + 59, 0, 8 * 60 - 1}) CHECK(is_in_clock_range("22:00-08:00", minute));
  for (const int minute : {8 * 60, 12 * 60, 22 * 60 - 1}) CHECK_FALSE(is_in_clock_range("22:00-08:00", minute));
}

TEST_CASE("what is no range holds nothing") {
  CHECK_FALSE(is_in_clock_range("", 0));
  CHECK_FALSE(is_in_clock_range("08:00-08:00", 480));
  CHECK_FALSE(is_in_clock_range("8-9", 500));
}

}  // namespace mend
