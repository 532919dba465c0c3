// SPDX-License-Identifier: MIT
#include "mend/text/fold.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

struct Pair {
  std::string_view one;
  std::string_view other;
};

}  // namespace

TEST_CASE("texts that differ in case or in the encoding of accents are the same") {
  const std::vector<Pair> pairs = {
      {"Home", "hOME"},       {"ÄRGER", "ärger"},    {"Straße", "STRASSE"}, {"ΣΟΦΟΣ", "σοφος"},
      {"ПРАВДА", "правда"},   {"é", "e\u0301"},      {"É", "e\u0301"},      {"Å", "\u212B"},
      {"가", "가"},           {"", ""},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.one);
    CHECK(fold(pair.one) == fold(pair.other));
  }
}

TEST_CASE("other texts stay different") {
  const std::vector<Pair> pairs = {{"a", "b"}, {"e", "é"}, {"o", "ö"},  {"a b", "ab"},
                                   {"日", "月"}, {"1", "１"}, {"", " "}};
  for (const Pair& pair : pairs) {
    CAPTURE(pair.one);
    CHECK(fold(pair.one) != fold(pair.other));
  }
}

TEST_CASE("folding twice changes nothing more, and bytes that are no text stay as they are") {
  for (const std::string_view text : {"Straße", "ÉCOLE", "😀 OK", "\xFF\xC3 Not"}) {
    CAPTURE(text);
    CHECK(fold(fold(text)) == fold(text));
  }
  CHECK(fold("\xFF ABC") == "\xFF ABC");
  CHECK(fold(std::string_view{"A\0B", 3}) == std::string_view{"a\0b", 3});
}

}  // namespace mend
