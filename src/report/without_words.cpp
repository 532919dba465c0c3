// SPDX-License-Identifier: MIT
#include "mend/domain/schema.hpp"
#include "mend/report/json.hpp"

namespace mend {

Attributes without_words(const Attributes& entry) {
  const auto kind = kind_from_word(text_of(entry, "kind"));
  const auto step = step_from_key(text_of(entry, "step"));
  Attributes rest;
  for (const Attribute& attribute : entry) {
    const EntryKey* const key = find_key(kind, attribute.key);
    const std::string* const text = attribute.value.text();
    const bool is_built_in = key != nullptr && key->type == ValueType::action && step &&
                             text != nullptr && find_action(*step, *text) != nullptr;
    if (is_built_in || (key != nullptr && key->is_wordless)) rest.push_back(attribute);
  }
  return rest;
}

}  // namespace mend
