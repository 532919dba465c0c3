// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/system/dialogue.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mend {

// Thrown by Questions when somebody leaves: the input has ended, or a sole q was the answer.
struct Left {};

// One of the answers that are a single letter.
struct Letter {
  char letter;
  std::string_view meaning;
};

// Questions to the person at the terminal, each asked again until the answer can be taken.
class Questions {
 public:
  Questions(Context& context, Dialogue& dialogue) : context_(context), dialogue_(dialogue) {}

  void say(std::string_view text) { dialogue_.say(text); }

  // Says why an answer cannot be taken.
  void say_why(const Diagnostic& diagnostic);

  // Says the text behind the mark, in lines that fit the terminal and begin below one another.
  void say_behind(std::string mark, std::string_view text);

  // The same for each text, behind its number.
  void say_numbered(std::span<const std::string> texts);

  // A letter, or the word that stands behind it; Enter is `usual`. With q it leaves.
  char choose(std::span<const Letter> letters, char usual);

  // What was typed, without blanks around it; nothing for Enter alone.
  std::optional<std::string> words(std::string_view prompt);

  // The index of one of `count` things that were numbered from 1 on, or words; nothing for Enter.
  using Pick = std::variant<std::size_t, std::string>;
  std::optional<Pick> pick(std::string_view prompt, std::size_t count);

  // The same for one or several of them, `14` or `14,15`, each once.
  using Picks = std::variant<std::vector<std::size_t>, std::string>;
  std::optional<Picks> pick_several(std::string_view prompt, std::size_t count);

  // The value of a field of that kind of entry and step: nothing for Enter, and enough for a single
  // dot. A choice is given by its number or its words.
  struct FieldAnswer {
    std::optional<Value> value;
    bool is_enough = false;
  };
  FieldAnswer field(Kind kind, Step step, const FieldContent& field);

 private:
  std::optional<std::string> choice(const FieldContent& field);

  Context& context_;
  Dialogue& dialogue_;
};

}  // namespace mend
