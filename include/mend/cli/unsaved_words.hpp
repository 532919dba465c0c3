// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mend {

// Where words were typed: on the command line, which the shell remembers, or where nobody does.
enum class Typed { on_the_line, elsewhere };

// The words of one run, from when mend has them until they are saved: typed, read from standard input
// or composed. Commands say what they have; whatever ends the run before it is saved, `run_mend` keeps
// it. So no command has to think of every way in which it can be refused.
class UnsavedWords {
 public:
  // Standard input to its end. What was read is held, also when this throws SystemError (io,
  // interrupted) or std::bad_alloc.
  const std::string& read_input(std::size_t limit);

  // What is about to be saved, in the place of the words it was made from.
  void hold(std::vector<Attributes> entries, Typed typed);

  // Words that are no entry yet.
  void hold_text(std::string text, Typed typed);

  // Words in a file that stays until they are saved, in the place of all others. An editor can take it
  // away; then there are the others alone.
  void hold_file(std::string path) { file_ = std::move(path); }

  // The id of the entry they are about, after which their file is named: who forgets that entry finds it.
  void set_about(std::string id) { about_ = std::move(id); }

  // They are saved, or nobody needs them.
  void let_go();

  bool is_empty() const;

  // Is there nothing yet but what standard input had, which may be nothing?
  bool are_input_alone() const { return text_.empty() && entries_.empty() && !are_in_file(); }

  // Can they be found nowhere else?
  bool is_irreplaceable() const;

  // Reads on to the end of standard input, which was offered to a command that is refused.
  void read_rest();

  // Keeps the words in a recovery file in `folder`, whose name is `name` unless they are about an entry, and
  // returns its path, or that of the file they are in. Nothing when no file can be written.
  std::optional<std::string> keep(const std::string& folder, const std::string& name) const;
  bool are_in_file() const;

  // The same text, to be shown where no file could be written.
  std::string text() const;

  // Passes the words, and what is left of standard input, to standard error. Needs no memory.
  void pass_on(bool is_input_offered) const noexcept;

 private:
  bool is_input_open() const { return has_begun_input_ && !has_ended_input_; }

  std::string input_;
  bool has_begun_input_ = false;
  bool has_ended_input_ = false;
  std::string text_;
  std::string about_;
  std::vector<Attributes> entries_;
  Typed typed_ = Typed::on_the_line;
  std::string file_;
};

}  // namespace mend
