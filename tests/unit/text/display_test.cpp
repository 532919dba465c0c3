// SPDX-License-Identifier: MIT
#include "mend/text/display.hpp"

#include "mend/text/utf8.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view family = "👩‍👩‍👧";

// Harmless pieces of every kind that matters to widths.
std::string random_text(Random& random, std::size_t longest) {
  static constexpr std::string_view pieces[] = {
      "a", "b", " ", " ", "word", "é", "e\u0301", "日", "本語", "한", "😀", "👩‍👩‍👧", "👍🏽", "❤️",
      "1️⃣", "ก็", "–", "...", "ß", "\n"};
  std::string text;
  for (std::size_t i = random.below(longest + 1); i > 0; --i) text += random.pick(pieces);
  return text;
}

}  // namespace

TEST_CASE("nothing that drives a terminal or deceives a reader stays as it is") {
  struct Row {
    std::string_view text;
    std::string_view shown;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"plain, häß 日本", "plain, häß 日本"},
      {"a\nb\tc", "a\\nb\\tc"},
      {"a\r\nb", "a\\u000D\\nb"},
      {"\x1b[31mred\x1b]0;t\x07", "\\u001B[31mred\\u001B]0;t\\u0007"},
      {std::string_view{"a\0b", 3}, "a\\u0000b"},
      {"\x7f", "\\u007F"},
      {"\xC2\x9B" "31m", "\\u009B31m"},
      {"user\u202Etxt.exe", "user\\u202Etxt.exe"},
      {"\u2066a\u2069", "\\u2066a\\u2069"},
      {"a\u200Bb\uFEFF", "a\\u200Bb\\uFEFF"},
      {"\u2028", "\\u2028"},
      {"\U000E0041", "\\U000E0041"},
      {"\U0001D173", "\\U0001D173"},
      {"\xFFok\xC3", "\\xFFok\\xC3"},
      {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
      {"\\n", "\\n"},
      {family, family},
      {"❤️ ن\u200Cم", "❤️ ن\u200Cم"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.shown);
    CHECK(harmless(row.text) == row.shown);
  }
  CHECK(harmless("a\nb\tc\r\x1b", LineBreaks::kept) == "a\nb\tc\\u000D\\u001B");
}

TEST_CASE("whatever the bytes, what is shown is UTF-8 without a control") {
  Random random{7};
  std::size_t wrong = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string bytes;
    for (std::size_t j = random.below(20); j > 0; --j) {
      if (random.one_in(2)) {
        bytes += static_cast<char>(random.below(256));
      } else {
        append_utf8(bytes, static_cast<char32_t>(random.below(0xD800)));
      }
    }
    std::string_view shown;
    const std::string text = harmless(bytes);
    for (shown = text; !shown.empty();) {
      const Decoded decoded = decode_first(shown);
      if (!decoded.is_valid || is_invisible_control(decoded.code_point)) ++wrong;
      shown.remove_prefix(decoded.length);
    }
    if (harmless(text) != text) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("a text is as wide as the glyphs a reader sees") {
  struct Row {
    std::string_view text;
    std::size_t width;
  };
  const std::vector<Row> rows = {
      {"", 0},          {"a", 1},       {"plain text", 10}, {"é", 1},         {"e\u0301", 1},
      {"a\u0301\u0302\u0303", 1},       {"日本", 4},        {"한국", 4},      {"가", 2},
      {"ｱ", 1},         {"Ａ", 2},      {"–…●○·", 5},       {"😀", 2},        {"😀😀", 4},
      {family, 2},      {"👍🏽", 2},      {"❤️", 2},           {"1️⃣", 2},         {"🏳️‍🌈", 2},
      {"👨🏿‍🚀", 2},      {"ก็", 1},       {"a日b", 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.width);
  }
}

TEST_CASE("a flag is one glyph of two columns") {
  CHECK(display_width("🇩🇪") == 2);
  CHECK(display_width("🇩🇪🇫🇷") == 4);
  CHECK(display_width("a🇩🇪b") == 4);
}

TEST_CASE("a text that is too wide is shortened between words, or between glyphs") {
  CHECK(shorten("home by six", 11, "...") == "home by six");
  CHECK(shorten("home by six", 10, "...") == "home by...");
  CHECK(shorten("home by six", 8, "...") == "home...");
  CHECK(shorten("home by six", 10, "…") == "home by…");
  CHECK(shorten("at half past", 11, "…") == "at half…");
  CHECK(shorten("a telephonecall", 11, "…") == "a telephon…");
  CHECK(shorten("home by six", 9, "…") == "home by…");
  CHECK(shorten("日本語", 6, "…") == "日本語");
  CHECK(shorten("日本語", 5, "…") == "日本…");
  CHECK(shorten("日本語", 4, "…") == "日…");
  CHECK(shorten("e\u0301e\u0301e\u0301", 2, "…") == "e\u0301…");
  CHECK(shorten("👩‍👩‍👧👩‍👩‍👧", 3, "…") == "👩‍👩‍👧…");
  CHECK(shorten("abc", 2, "...") == "ab");
  CHECK(shorten("abc", 0, "...").empty());
  CHECK(shorten("", 0, "...").empty());
}

TEST_CASE("columns are aligned by width, not by bytes") {
  CHECK(padded("ab", 4) == "ab  ");
  CHECK(padded("日", 4) == "日  ");
  CHECK(padded("é", 3) == "é  ");
  CHECK(padded("abcd", 4) == "abcd");
  CHECK(padded("abcde", 4) == "abcde");
  CHECK(padded("", 2) == "  ");
  CHECK(padded("", 0).empty());
}

TEST_CASE("lines are broken at spaces, else between glyphs") {
  struct Row {
    std::string_view text;
    std::size_t width;
    Lines lines;
  };
  const std::vector<Row> rows = {
      {"", 10, {""}},
      {"one", 10, {"one"}},
      {"one two three", 13, {"one two three"}},
      {"one two three", 12, {"one two", "three"}},
      {"one two three", 7, {"one two", "three"}},
      {"one two three", 6, {"one", "two", "three"}},
      {"one two three", 5, {"one", "two", "three"}},
      {"threefold", 4, {"thre", "efol", "d"}},
      {"a threefold", 4, {"a", "thre", "efol", "d"}},
      {"日本語 日本", 6, {"日本語", "日本"}},
      {"日本語", 5, {"日本", "語"}},
      {"one\ntwo", 10, {"one", "two"}},
      {"one\n\ntwo\n", 10, {"one", "", "two", ""}},
      {"one two", 0, {"o", "n", "e", "t", "w", "o"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.width);
    CHECK(wrapped(row.text, row.width) == row.lines);
  }
}

TEST_CASE("no line is wider than asked, and no word is lost in wrapping") {
  Random random{9};
  for (int i = 0; i < 4000; ++i) {
    const std::string text = random_text(random, 30);
    const std::size_t width = 2 + random.below(30);
    CAPTURE(text);
    CAPTURE(width);
    const auto without_breaks = [](std::string all) {
      std::erase_if(all, [](char c) { return c == ' ' || c == '\n'; });
      return all;
    };
    std::string together;
    for (const std::string& line : wrapped(text, width)) {
      REQUIRE(display_width(line) <= width);
      REQUIRE_FALSE(first_invalid_byte(line));
      together += line;
    }
    REQUIRE(without_breaks(together) == without_breaks(text));
  }
}

TEST_CASE("scripts without spaces are broken between their characters, but not before a comma") {
  CHECK(wrapped("slip: 今天六点到家", 12) == Lines{"slip: 今天六", "点到家"});
  CHECK(wrapped("今天六点，到家", 8) == Lines{"今天六", "点，到家"});
  CHECK(wrapped("今天 home by six", 11) == Lines{"今天 home", "by six"});
  CHECK(wrapped("home今天", 5) == Lines{"home", "今天"});
}

TEST_CASE("a long text takes no more lines than it may, and says what is left out") {
  CHECK(wrapped_within("home by six", 20, 2, "…") == Lines{"home by six"});
  CHECK(wrapped_within("home by six, as said", 8, 3, "…") == Lines{"home by", "six, as", "said"});
  CHECK(wrapped_within("home by six, as said", 8, 2, "…") == Lines{"home by", "six, as…"});
  CHECK(wrapped_within("xxxxxxxxx", 4, 2, "…") == Lines{"xxxx", "xxx…"});
}

TEST_CASE("shortening and padding keep to their width, whatever the text") {
  Random random{10};
  for (int i = 0; i < 4000; ++i) {
    std::string text = random_text(random, 20);
    std::erase(text, '\n');
    const std::size_t width = random.below(30);
    CAPTURE(text);
    CAPTURE(width);
    const std::string shown = shorten(text, width, "...");
    REQUIRE(display_width(shown) <= width);
    REQUIRE_FALSE(first_invalid_byte(shown));
    if (display_width(text) <= width) REQUIRE(shown == text);
    REQUIRE(display_width(padded(text, width)) == std::max(width, display_width(text)));
  }
}

TEST_CASE("the first line with words ends at its newline") {
  CHECK(first_line("one\ntwo\nthree") == "one");
  CHECK(first_line("one") == "one");
  CHECK(first_line("\n \ntwo\nthree") == "two");
  CHECK(first_line("\n\n").empty());
  CHECK(first_line("").empty());
}

}  // namespace mend
