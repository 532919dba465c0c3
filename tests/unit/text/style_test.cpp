// SPDX-License-Identifier: MIT
#include "mend/text/style.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mend {
namespace {

constexpr Paint paints[] = {Paint::plain, Paint::bold, Paint::dim, Paint::green,
                            Paint::hit};

}  // namespace

TEST_CASE("without colour every paint leaves the text as it is") {
  const Style style;
  for (const Paint paint : paints) CHECK(style.painted("kept", paint) == "kept");
}

TEST_CASE("a painted text is put back to plain at its end") {
  const Style style{Color::on, Charset::ascii, 80};
  CHECK(style.painted("kept", Paint::plain) == "kept");
  CHECK(style.painted("kept", Paint::green) == "\x1b[32mkept\x1b[0m");
  for (const Paint paint : paints) {
    CHECK(style.painted("", paint).empty());
    if (paint == Paint::plain) continue;
    CHECK(style.painted("kept", paint).starts_with("\x1b["));
    CHECK(style.painted("kept", paint).ends_with("mkept\x1b[0m"));
  }
}

TEST_CASE("marks are ASCII where nothing else can be shown") {
  const Style plain{Color::off, Charset::ascii, 80};
  CHECK(plain.ellipsis() == "...");
  CHECK(plain.dash() == "-");
  CHECK(plain.dot() == "-");
  const Style rich{Color::off, Charset::unicode, 80};
  CHECK(rich.ellipsis() == "…");
  CHECK(rich.dash() == "–");
  CHECK(rich.dot() == "·");
}

}  // namespace mend
