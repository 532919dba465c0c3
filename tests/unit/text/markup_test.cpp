// SPDX-License-Identifier: MIT
#include "mend/text/markup.hpp"

#include "support/entries.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

TEST_CASE("HTML has no markup left, and nothing that acts unseen") {
  CHECK(html_escaped("<b a='1' b=\"2\">&amp;") ==
        "&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;");
  CHECK(html_escaped("\x1b[31m\xE2\x80\xAE") == "\\u001B[31m\\u202E");
  CHECK(html_escaped("two\nlines") == "two\nlines");
}

TEST_CASE("no hostile text puts markup into HTML") {
  for (const std::string_view text : hostile_texts) {
    const std::string escaped = html_escaped(text);
    CHECK(escaped.find_first_of("<>\"'") == std::string::npos);
  }
}

TEST_CASE("Markdown has no markup left") {
  CHECK(markdown_escaped("*a* _b_ `c` [d](e) <f> ~g~ |h| \\ &amp;") ==
        "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\~g\\~ \\|h\\| \\\\ \\&amp;");
  CHECK(markdown_escaped("# a\n- b\n+ c\n> d\n=== \n1. e\n12) f") ==
        "\\# a\n\\- b\n\\+ c\n\\> d\n\\=== \n1\\. e\n12\\) f");
  CHECK(markdown_escaped("see https://example.org and www.example.org") ==
        "see https\\://example.org and www\\.example.org");
}

TEST_CASE("Markdown sees no block of code, and plain words stay as they are") {
  CHECK(markdown_escaped("a\n    b\n\tc") == "a\nb\nc");
  CHECK(markdown_escaped("Home by six, as I said: twice (at 18:00).") ==
        "Home by six, as I said: twice (at 18:00).");
  CHECK(markdown_escaped("well-known") == "well-known");
}

}  // namespace
}  // namespace mend
