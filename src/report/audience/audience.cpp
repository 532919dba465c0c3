// SPDX-License-Identifier: MIT
#include "mend/report/audience.hpp"

#include "mend/domain/schema.hpp"
#include "mend/text/fold.hpp"
#include "mend/text/trimmed.hpp"

#include <algorithm>

namespace mend {
namespace {

// What the table and steps.toml say of the keys of one entry.
struct KeysOf {
  explicit KeysOf(const Attributes& entry)
      : kind(kind_from_word(text_of(entry, "kind"))), step(step_from_key(text_of(entry, "step"))) {}

  const FieldContent* field(std::string_view key) const {
    return kind ? find_field(*kind, step, key) : nullptr;
  }

  // Own actions are the writer's.
  bool is_built_in(const EntryKey& key, const Attribute& attribute) const {
    return key.type == ValueType::action && step && attribute.value.text() != nullptr &&
           find_action(*step, *attribute.value.text()) != nullptr;
  }

  std::optional<Kind> kind;
  std::optional<Step> step;
};

bool is_shown_to_partner(const KeysOf& keys, const Attribute& attribute) {
  // What a reference names may be a setback that a partner has not been told of.
  if (const FieldContent* const field = keys.field(attribute.key)) {
    return !field->is_private && field->type != FieldType::reference;
  }
  const EntryKey* const key = find_key(keys.kind, attribute.key);
  return key != nullptr && (key->to_partner || keys.is_built_in(*key, attribute));
}

bool is_shown_to_counsellor(const KeysOf& keys, const Attribute& attribute, Chosen chosen) {
  if (const FieldContent* const field = keys.field(attribute.key)) return !field->is_private;
  const EntryKey* const key = find_key(keys.kind, attribute.key);
  if (key == nullptr || key->to_counsellor == Showing::never) return false;
  return key->to_counsellor == Showing::always || chosen == Chosen::yes;
}

}  // namespace

std::string_view word_of(Audience audience) {
  return audience_words[static_cast<std::size_t>(audience)];
}

std::optional<Audience> audience_from_word(std::string_view word) {
  if (word == "them") return Audience::partner;
  const auto found = std::ranges::find(audience_words, word);
  if (found == audience_words.end()) return std::nullopt;
  return static_cast<Audience>(found - audience_words.begin());
}

bool shows_own_actions(Audience audience, Discretion discretion) {
  return audience == Audience::me && discretion == Discretion::off;
}

Attributes shared_attributes(const Attributes& entry, Audience audience, Chosen chosen) {
  if (audience == Audience::me) return entry;
  if (audience == Audience::partner && (chosen == Chosen::no || !may_be_chosen_for_partner(entry))) {
    return {};
  }
  const KeysOf keys{entry};
  Attributes shared;
  for (const Attribute& attribute : entry) {
    const bool is_shown = audience == Audience::partner
                              ? is_shown_to_partner(keys, attribute)
                              : is_shown_to_counsellor(keys, attribute, chosen);
    if (is_shown) shared.push_back(attribute);
  }
  return shared;
}

bool may_be_chosen_for_partner(const Attributes& entry) {
  if (text_of(entry, "kind") != "setback") return true;
  const std::string_view told = text_of(entry, "told");
  return told == "yes" || told == "found-out";
}

bool is_made_to(const Attributes& promise, std::string_view partner) {
  const auto to = trimmed(text_of(promise, "to"));
  partner = trimmed(partner);
  return !partner.empty() && fold(to) == fold(partner);
}

}  // namespace mend
