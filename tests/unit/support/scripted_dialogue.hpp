// SPDX-License-Identifier: MIT
#pragma once

#include "mend/system/dialogue.hpp"
#include "mend/system/errors.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mend {

// Answers from a list: "^C" is Ctrl-C, and what is behind its end is Ctrl-D.
class ScriptedDialogue final : public Dialogue {
 public:
  explicit ScriptedDialogue(std::deque<std::string> answers) : answers_(std::move(answers)) {}

  void say(std::string_view text) override { shown += text; }

  std::optional<std::string> ask(std::string_view prompt) override {
    say(prompt);
    ++asked;
    if (answers_.empty()) return std::nullopt;
    std::string answer = answers_.front();
    answers_.pop_front();
    if (answer == "^C") throw SystemError(Failure::interrupted, "interrupted");
    return answer;
  }

  std::string shown;
  int asked = 0;

 private:
  std::deque<std::string> answers_;
};

}  // namespace mend
