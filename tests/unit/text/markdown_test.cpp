// SPDX-License-Identifier: MIT
#include "mend/text/markdown.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

TEST_CASE("nothing in a text is taken for markup") {
  CHECK(markdown_line("home by six.") == "home by six.");
  CHECK(markdown_line("*a* _b_ `c` [d](e) <b>&amp;") ==
        "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<b\\>\\&amp;");
  CHECK(markdown_line("# a") == "\\# a");
  CHECK(markdown_line("- a - b") == "\\- a - b");
  CHECK(markdown_line("1. a") == "1\\. a");
  CHECK(markdown_line("12) a") == "12\\) a");
  CHECK(markdown_line("12 a") == "12 a");
  CHECK(markdown_line("---") == "\\---");
}

TEST_CASE("spaces at the start of a line make no code") {
  CHECK(markdown_line("    # a") == "&nbsp;&nbsp;&nbsp;&nbsp;\\# a");
}

TEST_CASE("what acts without being seen is shown") {
  CHECK(markdown_line("\x1b[1m") == "\\\\u001B\\[1m");
}

TEST_CASE("the lines of a quotation stay lines") {
  CHECK(markdown_quote("one\ntwo") == "> one\\\n> two\n");
  CHECK(markdown_quote("one\n\ntwo") == "> one\n>\n> two\n");
  CHECK(markdown_quote("one") == "> one\n");
  CHECK(markdown_quote("") == ">\n");
}

}  // namespace
}  // namespace mend
