// SPDX-License-Identifier: MIT
#include "mend/domain/cadence.hpp"
#include "mend/exchange/import.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

std::string exactly(const NearCadence& cadence) {
  return cadence.text.value_or("none") + (cadence.is_exact ? "" : " nearly");
}

TEST_CASE("every so many days is that, but for days and weeks") {
  CHECK(exactly(cadence_every(0)) == "none");
  CHECK(exactly(cadence_every(1)) == "daily");
  CHECK(exactly(cadence_every(2)) == "every 2d");
  CHECK(exactly(cadence_every(7)) == "1/week");
  CHECK(exactly(cadence_every(30)) == "every 30d");
  CHECK(exactly(cadence_every(365)) == "every 365d");
  CHECK(exactly(cadence_every(400)) == "every 365d nearly");
}

TEST_CASE("so many times in a week or month is that") {
  CHECK(exactly(cadence_for(1, 1)) == "daily");
  CHECK(exactly(cadence_for(7, 7)) == "daily");
  CHECK(exactly(cadence_for(3, 7)) == "3/week");
  CHECK(exactly(cadence_for(1, 7)) == "1/week");
  CHECK(exactly(cadence_for(2, 30)) == "2/month");
  CHECK(exactly(cadence_for(1, 30)) == "1/month");
  CHECK(exactly(cadence_for(1, 3)) == "every 3d");
  CHECK(exactly(cadence_for(0, 7)) == "none");
}

TEST_CASE("for anything else there is something near, which is said") {
  CHECK(exactly(cadence_for(2, 14)) == "1/week nearly");
  CHECK(exactly(cadence_for(5, 10)) == "4/week nearly");
  CHECK(exactly(cadence_for(2, 60)) == "1/month nearly");
  CHECK(exactly(cadence_for(9, 7)) == "daily nearly");
}

TEST_CASE("whatever comes out, mend can read") {
  for (std::int64_t times = 1; times < 40; ++times) {
    for (std::int64_t days = 1; days < 500; ++days) {
      CHECK(parse_cadence(*cadence_for(times, days).text));
    }
  }
}

}  // namespace
}  // namespace mend
