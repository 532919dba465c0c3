// SPDX-License-Identifier: MIT
#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

// What the programs that turn a content file into constant tables at build time have in common. They
// refuse content that mend could not use, with its line.

namespace mend::content {

using Names = std::set<std::string>;
using Keys = std::initializer_list<std::string_view>;

struct Refusal {
  toml::source_index line;
  std::string what;
};

[[noreturn]] void refuse(const toml::node& where, const std::string& what);

std::string quoted(std::string_view text);

// The text as a string literal of C++.
std::string literal(std::string_view text);

bool contains(const auto& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The value at that key, which has to be there.
const toml::node& node_in(const toml::table& table, std::string_view key);

// The node as a table that has no other keys than these.
const toml::table& table_with(Keys keys, const toml::node& node);

template <typename Value>
Value exactly(const toml::node& node) {
  const auto value = node.value_exact<Value>();
  if (!value) refuse(node, "a value of the wrong type");
  return *value;
}

// False where the key is absent.
bool flag_in(const toml::table& table, std::string_view key);

// A text of one line, not empty.
std::string text_of(const toml::node& node);

// The same at that key, as a literal; of `text_if_in` an empty literal where the key is absent.
std::string text_in(const toml::table& table, std::string_view key);
std::string text_if_in(const toml::table& table, std::string_view key);

std::string one_of(const auto& words, const toml::node& node) {
  const std::string word = text_of(node);
  if (!contains(words, word)) refuse(node, quoted(word) + " is not known here");
  return word;
}

// A name of a to z and the joiner that is not among those taken, as a literal.
std::string new_name(const toml::node& node, char joiner, Names& taken);

// The constant arrays that the lists of the content become.
class Arrays {
 public:
  // Adds the list at `key`, each element as `code_of` writes it, and returns the array's name.
  std::string add(std::string_view type, const toml::table& table, std::string_view key,
                  const auto& code_of) {
    const toml::node& node = node_in(table, key);
    if (!node.is_array() || node.as_array()->empty()) refuse(node, quoted(key) + " lists nothing");
    std::string elements;
    for (const toml::node& element : *node.as_array()) elements += code_of(element) + ",\n";
    const std::string name = "array_" + std::to_string(++count_);
    code_ += "constexpr " + std::string{type} + " " + name + "[] = {\n" + elements + "};\n\n";
    return name;
  }

  std::string add_texts(const toml::table& table, std::string_view key);

  const std::string& code() const { return code_; }

 private:
  int count_ = 0;
  std::string code_;
};

// The code of a function that returns that value.
std::string function(std::string_view type, std::string_view name, const std::string& value);

// The code of a whole file of the domain: constants, then functions that give them out.
std::string source_file(std::string_view header, const std::string& constants,
                        const std::string& functions);

// Reads the file of the first argument and writes to that of the second what `generate` makes of it.
// Returns the exit code of the program.
int generate_content(int argc, char** argv, std::string (*generate)(const toml::table& content));

}  // namespace mend::content
