// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mend {

// A talk with the person at the terminal, a line at a time.
class Dialogue {
 public:
  virtual ~Dialogue() = default;

  // Shows the text as it is.
  virtual void say(std::string_view text) = 0;

  // Shows the prompt and reads a line; it comes without its newline and is any bytes. Nothing when
  // the input ends (Ctrl-D). Throws SystemError: interrupted (Ctrl-C), io.
  virtual std::optional<std::string> ask(std::string_view prompt) = 0;
};

// On standard input and output.
class TerminalDialogue final : public Dialogue {
 public:
  void say(std::string_view text) override;
  std::optional<std::string> ask(std::string_view prompt) override;

 private:
  std::string read_ahead_;  // what was read behind the last line
};

}  // namespace mend
