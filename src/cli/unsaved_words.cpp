// SPDX-License-Identifier: MIT
#include "mend/cli/unsaved_words.hpp"

#include "mend/store/recovery.hpp"
#include "mend/system/files.hpp"
#include "mend/system/standard_streams.hpp"
#include "mend/text/utf8.hpp"

#include <string_view>
#include <utility>

namespace mend {
const std::string& UnsavedWords::read_input(std::size_t limit) {
  has_begun_input_ = true;
  read_standard_input(limit, input_);
  has_ended_input_ = true;
  return input_;
}

void UnsavedWords::hold(std::vector<Attributes> entries, Typed typed) {
  entries_ = std::move(entries);
  typed_ = typed;
}

void UnsavedWords::hold_text(std::string text, Typed typed) {
  text_ = std::move(text);
  typed_ = typed;
}

void UnsavedWords::let_go() {
  input_.clear();
  text_.clear();
  entries_.clear();
  file_.clear();
}

bool UnsavedWords::is_empty() const {
  return !has_words(input_) && text_.empty() && entries_.empty() && !are_in_file();
}

bool UnsavedWords::are_in_file() const {
  return !file_.empty() && is_there(file_) && !is_folder(file_);
}

bool UnsavedWords::is_irreplaceable() const {
  return !is_empty() &&
         (typed_ == Typed::elsewhere || has_words(input_) || are_in_file());
}

void UnsavedWords::read_rest() {
  if (!has_ended_input_) read_input(max_file_size);
}

std::optional<std::string> UnsavedWords::keep(const std::string& folder,
                                              const std::string& name) const {
  if (are_in_file()) return file_;
  if (!entries_.empty()) return write_recovery_file(folder, name, entries_);
  return write_recovery_file(folder, about_.empty() ? name : about_, text());
}

std::string UnsavedWords::text() const {
  if (!entries_.empty()) return recovery_text(entries_);
  return !has_words(input_) ? text_ : text_.empty() ? input_ : text_ + "\n\n" + input_;
}

void UnsavedWords::pass_on(bool is_input_offered) const noexcept {
  write_standard_error(are_in_file() ? "mend: what you wrote is kept in "
                                     : "mend: nothing was saved. This is what you wrote:\n");
  write_standard_error(are_in_file() ? file_ : input_.empty() ? text_ : input_);
  if (is_input_open() || (is_input_offered && !has_begun_input_)) pass_on_standard_input();
  write_standard_error("\n");
}

}  // namespace mend
