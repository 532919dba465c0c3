// SPDX-License-Identifier: MIT
#include "mend/report/json.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

// What commands write themselves or choose from a list, in entries of that kind (of every kind
// where it is empty). In another kind a key of that name is somebody's own.
struct WordlessKey {
  std::string_view key;
  std::string_view kind;
};

constexpr std::array<WordlessKey, 23> wordless_keys = {{
    {"id", ""},           {"day", ""},          {"at", ""},           {"edited", ""},
    {"kind", ""},         {"step", "action"},   {"step", "note"},     {"step", "setback"},
    {"step", "promise"},  {"promise", "outcome"},
    {"result", "outcome"}, {"due", "outcome"},  {"due", "promise"},   {"effort", "promise"},
    {"space", "return"},  {"result", "return"}, {"until", "return"},  {"until", "space"},
    {"asked_by", "space"}, {"contact", "space"}, {"from", "rest"},    {"to", "rest"},
    {"steps", "rest"},
}};

bool is_wordless(std::string_view key, std::string_view kind) {
  return std::ranges::any_of(wordless_keys, [=](const WordlessKey& known) {
    return known.key == key && (known.kind.empty() || known.kind == kind);
  });
}

}  // namespace

Attributes without_words(const Attributes& entry) {
  const std::string_view kind = text_of(entry, "kind");
  Attributes rest;
  for (const Attribute& attribute : entry) {
    const bool is_built_in_action =
        kind == "action" && attribute.key == "action" && attribute.value.text() != nullptr &&
        step_from_key(text_of(entry, "step")) &&
        find_action(*step_from_key(text_of(entry, "step")), *attribute.value.text()) != nullptr;
    if (is_built_in_action || is_wordless(attribute.key, kind)) rest.push_back(attribute);
  }
  return rest;
}

}  // namespace mend
