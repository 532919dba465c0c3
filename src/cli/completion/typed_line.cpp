// SPDX-License-Identifier: MIT
#include "typed_line.hpp"

#include <algorithm>

namespace mend {
namespace {

class TypedLineReader {
 public:
  explicit TypedLineReader(const std::vector<std::string>& words) : words_(words) {}

  TypedLine read() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) read_word(words_[i]);
    line_.typed.current = words_.empty() ? std::string{} : words_.back();
    if (line_.pending == nullptr && !line_.only_words) split_attached_value();
    return std::move(line_);
  }

 private:
  void read_word(const std::string& word) {
    if (line_.pending != nullptr) {
      line_.options.emplace_back(std::exchange(line_.pending, nullptr), word);
    } else if (line_.only_words || !word.starts_with("-") || word == "-") {
      add_word(word);
    } else if (word == "--") {
      line_.only_words = true;
    } else if (word.starts_with("--") ? !take_long(word) : !take_short(word)) {
      add_word(word);
    }
  }

  void add_word(const std::string& word) {
    if (line_.command != nullptr || line_.is_unknown) {
      line_.words.push_back(word);
      return;
    }
    const bool is_first = line_.family == nullptr;
    line_.command = find_command(is_first ? word : std::string{line_.family->name} + " " + word);
    if (is_first && line_.command == nullptr) line_.family = find_family(word);
    line_.is_unknown = line_.command == nullptr && (!is_first || line_.family == nullptr);
  }

  const Option* find(std::string_view name) const {
    for (const Option* const option : line_.known_options()) {
      if (option->long_name() == name || option->short_name() == name) return option;
    }
    return nullptr;
  }

  bool take_long(const std::string& word) {
    const auto equals = word.find('=');
    const Option* const option = find(std::string_view{word}.substr(0, equals));
    if (option == nullptr) return false;
    if (option->value.empty() || equals != std::string::npos) {
      line_.options.emplace_back(option, equals == std::string::npos ? "" : word.substr(equals + 1));
    } else {
      line_.pending = option;
    }
    return true;
  }

  // `-d`, `-dyesterday`, and switches together as in `-qd`.
  bool take_short(const std::string& word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
      const Option* const option = find(std::string{"-"} + word[i]);
      if (option == nullptr) return i > 1;
      if (option->value.empty()) {
        line_.options.emplace_back(option, "");
        continue;
      }
      if (i + 1 < word.size()) {
        line_.options.emplace_back(option, word.substr(i + 1));
      } else {
        line_.pending = option;
      }
      return true;
    }
    return true;
  }

  // `--on=yes` and `-dyes` are the start of a value.
  void split_attached_value() {
    TypedWord& typed = line_.typed;
    if (typed.current.size() < 3 || typed.current[0] != '-') return;
    const bool is_long = typed.current[1] == '-';
    const auto equals = typed.current.find('=');
    if (is_long && equals == std::string::npos) return;
    const std::size_t end = is_long ? equals : 2;
    const Option* const option = find(std::string_view{typed.current}.substr(0, end));
    if (option == nullptr || option->value.empty()) return;
    line_.pending = option;
    const std::size_t kept = is_long ? end + 1 : end;
    typed.kept = typed.current.substr(0, kept);
    typed.current.erase(0, kept);
  }

  const std::vector<std::string>& words_;
  TypedLine line_;
};

}  // namespace

std::vector<const Option*> TypedLine::known_options() const {
  const Command* const owner =
      command != nullptr ? command : family != nullptr ? &default_member(*family) : nullptr;
  std::vector<const Option*> known;
  if (owner != nullptr) {
    for (const Option& option : owner->options) known.push_back(&option);
  }
  for (const Option& option : global_options()) known.push_back(&option);
  return known;
}

std::vector<std::string_view> TypedLine::values_of(std::string_view long_name) const {
  std::vector<std::string_view> values;
  for (const auto& [option, value] : options) {
    if (option->long_name() == long_name) values.push_back(value);
  }
  return values;
}

bool TypedLine::has(std::string_view long_name) const { return !values_of(long_name).empty(); }

TypedLine read_typed_line(const std::vector<std::string>& words) {
  return TypedLineReader{words}.read();
}

}  // namespace mend
