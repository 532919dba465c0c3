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

TEST_CASE("what was looked for is found in whole glyphs, whatever its case or encoding") {
  const auto found = [](std::string_view text, std::string_view looked_for) {
    std::string marked;
    std::size_t at = 0;
    for (const TextRange& range : find_folded(text, looked_for)) {
      marked += std::string{text.substr(at, range.begin - at)} + "[" +
                std::string{text.substr(range.begin, range.end - range.begin)} + "]";
      at = range.end;
    }
    return marked + std::string{text.substr(at)};
  };
  CHECK(found("Home, home", "HOME") == "[Home], [home]");
  CHECK(found("die Straße", "STRASSE") == "die [Straße]");
  CHECK(found("die Straße", "s") == "die [S]tra[ß]e");
  CHECK(found("cafe\u0301 Café", "CAFÉ") == "[cafe\u0301] [Café]");
  CHECK(found("cafe\u0301", "cafe") == "cafe\u0301");
  CHECK(found("aaa", "aa") == "[aa]a");
  CHECK(found("今天六点", "天六") == "今[天六]点");
  CHECK(found("anything", "") == "anything");
  CHECK(found("", "x").empty());
}

}  // namespace mend
