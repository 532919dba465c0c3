// SPDX-License-Identifier: MIT
#include "mend/domain/attributes.hpp"

#include <bit>

namespace mend {

Value::Content::Content() = default;
Value::Content::Content(const Content&) = default;
Value::Content::Content(Content&&) noexcept = default;
Value::Content& Value::Content::operator=(const Content&) = default;
Value::Content& Value::Content::operator=(Content&&) noexcept = default;
Value::Content::~Content() = default;

// By bits, as a NaN that stayed what it was has not changed.
bool operator==(const Value& a, const Value& b) {
  const auto* const number = std::get_if<double>(&a.content);
  const auto* const other = std::get_if<double>(&b.content);
  if (number != nullptr && other != nullptr) {
    return std::bit_cast<std::uint64_t>(*number) == std::bit_cast<std::uint64_t>(*other);
  }
  return a.content == b.content;
}

bool operator==(const Attribute& a, const Attribute& b) {
  return a.key == b.key && a.value == b.value;
}

const Value* find_value(const Attributes& attributes, std::string_view key) {
  for (const Attribute& attribute : attributes) {
    if (attribute.key == key) return &attribute.value;
  }
  return nullptr;
}

std::string_view text_of(const Attributes& attributes, std::string_view key) {
  const Value* const value = find_value(attributes, key);
  if (value == nullptr || value->text() == nullptr) return {};
  return *value->text();
}

std::vector<std::string_view> tags_of(const Attributes& attributes) {
  std::vector<std::string_view> tags;
  const Value* const value = find_value(attributes, "tags");
  if (value == nullptr) return tags;
  if (const auto* const values = std::get_if<Values>(&value->content)) {
    for (const Value& tag : *values) {
      if (tag.text() != nullptr) tags.emplace_back(*tag.text());
    }
  }
  return tags;
}

}  // namespace mend
