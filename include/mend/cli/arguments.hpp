// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mend {

// A parsed command line: the options by their long names without dashes, and the words.
class Arguments {
 public:
  bool has(std::string_view option) const { return options_.contains(option); }

  // The value of an option that is given at most once.
  std::optional<std::string> value(std::string_view option) const;
  // Of a switch that can be repeated, one for each time.
  std::vector<std::string> values(std::string_view option) const;

  const std::vector<std::string>& words() const { return words_; }

  // Is the word at that index written after `--`, so that it means nothing but itself?
  bool is_literal(std::size_t index) const { return index + literal_words_ >= words_.size(); }

  void set(const std::string& option, std::vector<std::string> values) {
    options_[option] = std::move(values);
  }
  void set_literal_words(std::size_t count) { literal_words_ = count; }
  void set_words(std::vector<std::string> words) { words_ = std::move(words); }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> options_;
  std::vector<std::string> words_;
  std::size_t literal_words_ = 0;  // at the end of `words_`
};

}  // namespace mend
