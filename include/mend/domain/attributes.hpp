// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mend {

struct Attribute;

// A date or time, spelled as in the file.
struct DateText {
  std::string text;
  friend bool operator==(const DateText&, const DateText&) = default;
};

struct Value;
using Values = std::vector<Value>;

// The keys of an entry, or of a table in it, in the order of the file.
using Attributes = std::vector<Attribute>;

struct Value {
  using Alternatives =
      std::variant<std::string, bool, std::int64_t, double, DateText, Values, Attributes>;

  // Copied and taken apart in one place: else every file that touches a value compiles that again.
  struct Content : Alternatives {
    using Alternatives::Alternatives;
    Content();
    Content(const Content&);
    Content(Content&&) noexcept;
    Content& operator=(const Content&);
    Content& operator=(Content&&) noexcept;
    ~Content();
  };

  Content content;

  const std::string* text() const { return std::get_if<std::string>(&content); }
};

struct Attribute {
  std::string key;
  Value value;
};

bool operator==(const Value& a, const Value& b);
bool operator==(const Attribute& a, const Attribute& b);

// Null when there is no such key.
const Value* find_value(const Attributes& attributes, std::string_view key);

// The text of that key; empty when there is none.
std::string_view text_of(const Attributes& attributes, std::string_view key);

// The texts in `tags`.
std::vector<std::string_view> tags_of(const Attributes& attributes);

}  // namespace mend
