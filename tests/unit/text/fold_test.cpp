// SPDX-License-Identifier: MIT
#include "mend/text/fold.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mend {

TEST_CASE("texts that differ in case or in the encoding of accents are the same") {
  struct Row {
    std::string_view one;
    std::string_view other;
  };
  const std::vector<Row> rows = {
      {"Home", "hOME"},       {"ÄRGER", "ärger"},    {"Straße", "STRASSE"}, {"ΣΟΦΟΣ", "σοφος"},
      {"ПРАВДА", "правда"},   {"é", "e\u0301"},      {"É", "e\u0301"},      {"Å", "\u212B"},
      {"가", "가"},           {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.one);
    CHECK(fold(row.one) == fold(row.other));
  }
}

TEST_CASE("other texts stay different") {
  for (const auto& [one, other] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"a", "b"}, {"e", "é"}, {"o", "ö"}, {"a b", "ab"}, {"日", "月"}, {"1", "１"}, {"", " "}}) {
    CAPTURE(one);
    CHECK(fold(one) != fold(other));
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
