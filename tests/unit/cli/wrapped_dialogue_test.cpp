// SPDX-License-Identifier: MIT
#include "mend/cli/wrapped_dialogue.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

struct Recorder final : Dialogue {
  void say(std::string_view text) override { shown += text; }

  std::optional<std::string> ask(std::string_view prompt) override {
    shown += prompt;
    return "yes";
  }

  std::string shown;
};

std::string said(std::string_view text, std::size_t width) {
  Recorder recorder;
  WrappedDialogue{recorder, width}.say(text);
  return recorder.shown;
}

TEST_CASE("what is said is broken between words, and ends as it was given") {
  CHECK(said("one two three\n", 80) == "one two three\n");
  CHECK(said("one two three\n\n", 8) == "one two\nthree\n\n");
  CHECK(said("no end", 80) == "no end");
  CHECK(said("", 80).empty());
}

TEST_CASE("colours take no columns") {
  const std::string painted = "\x1b[32mkept\x1b[0m  honesty  1 of 1\n    again\n";
  CHECK(said(painted, 22) == painted);
  CHECK(said("\x1b[1mone\x1b[0m two", 7) == "\x1b[1mone\x1b[0m two");
  CHECK(said("\x1b[1mone two three\x1b[0m", 12).find('\n') != std::string::npos);
}

TEST_CASE("a prompt keeps the space before the answer") {
  Recorder recorder;
  CHECK(WrappedDialogue(recorder, 12).ask("How was it? [well] ") == "yes");
  CHECK(recorder.shown == "How was it?\n[well] ");
}

}  // namespace
}  // namespace mend
