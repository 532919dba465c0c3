// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace mend {

// The word that is being typed: `kept` stands before whatever is put there, as `--on=` or `2,c/`.
struct TypedWord {
  std::string kept;
  std::string current;

  // Everything up to and with the last of these is kept.
  void keep_through(std::string_view separator);
};

// What fits the word that is being typed, each once, in the order it was offered.
class Candidates {
 public:
  explicit Candidates(TypedWord typed) : typed_(std::move(typed)) {}

  const TypedWord& typed() const { return typed_; }
  void set_typed(TypedWord typed) { typed_ = std::move(typed); }

  // Taken when it continues the word; one that would act on a terminal never does.
  void offer(std::string_view candidate, std::string_view description = {});
  void offer_files() { lines_ += "\tFILE\n"; }

  const std::string& lines() const { return lines_; }

 private:
  TypedWord typed_;
  std::set<std::string, std::less<>> seen_;
  std::string lines_;
};

}  // namespace mend
