// SPDX-License-Identifier: MIT
#pragma once

#include "mend/system/dialogue.hpp"

#include <cstddef>

namespace mend {

// Another dialogue, in lines of at most `width` columns: a terminal left to itself breaks words.
// What is said has to be harmless, but for the colours of a Style.
class WrappedDialogue final : public Dialogue {
 public:
  WrappedDialogue(Dialogue& dialogue, std::size_t width) : dialogue_(dialogue), width_(width) {}

  void say(std::string_view text) override;
  std::optional<std::string> ask(std::string_view prompt) override;

 private:
  std::string in_lines(std::string_view text) const;
  bool fits(std::string_view line) const;
  std::string broken(std::string_view line) const;

  Dialogue& dialogue_;
  std::size_t width_;
};

}  // namespace mend
