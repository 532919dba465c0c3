// SPDX-License-Identifier: MIT
#include "mend/report/audience.hpp"

#include "mend/domain/entry.hpp"
#include "mend/domain/step.hpp"
#include "mend/report/json.hpp"
#include "mend/text/fold.hpp"
#include "mend/text/trimmed.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace mend {
namespace {

bool is_reflection(std::string_view kind) { return kind == "note" || kind == "setback"; }

// The field of that name in a note or setback; null when the key is none.
const FieldContent* field_of(const Attributes& entry, std::string_view kind, std::string_view key) {
  if (!is_reflection(kind)) return nullptr;
  const auto step = step_from_key(text_of(entry, "step"));
  const FieldContent* const of_step = step ? find_field(*step, key) : nullptr;
  if (of_step != nullptr || kind != "setback") return of_step;
  const auto fields = setback_content().fields;
  const auto found = std::ranges::find(fields, key, &FieldContent::name);
  return found == fields.end() ? nullptr : &*found;
}

bool is_shown_field(const FieldContent& field, Audience audience) {
  if (field.is_private) return false;
  // What it names may be a setback that a partner has not been told of.
  return audience == Audience::counsellor || field.type != FieldType::reference;
}

struct KeyOfKind {
  std::string_view kind;  // of every kind where it is empty
  std::string_view key;
};

bool is_among(std::span<const KeyOfKind> keys, std::string_view kind, std::string_view key) {
  return std::ranges::any_of(keys, [=](const KeyOfKind& known) {
    return known.key == key && (known.kind.empty() || known.kind == kind);
  });
}

// What a counsellor is shown beside what holds no words, and the text of notes and setbacks.
constexpr std::array<KeyOfKind, 10> counsellor_keys = {{
    {"promise", "text"},
    {"promise", "to"},
    {"promise", "if_then"},
    {"promise", "apology"},
    {"action", "action"},
    {"action", "text"},
    {"space", "text"},
    {"rest", "reason"},
    {"setback", "severity"},
    {"setback", "told"},
}};

// What a partner is shown of a chosen entry beside the fields of its step: only what is named here.
constexpr std::array<KeyOfKind, 27> partner_keys = {{
    {"", "day"},          {"", "kind"},         {"action", "step"},    {"note", "step"},
    {"setback", "step"},  {"action", "text"},   {"note", "text"},      {"setback", "text"},
    {"promise", "text"},  {"promise", "due"},   {"space", "text"},     {"space", "contact"},
    {"space", "asked_by"}, {"return", "text"},  {"return", "result"},  {"outcome", "result"},
    {"rest", "from"},     {"rest", "to"},       {"rest", "reason"},    {"limit", "text"},
    {"limit", "asked_by"}, {"limit", "until"},  {"review", "text"},    {"review", "span"},
    {"review", "question"}, {"setback", "severity"}, {"setback", "told"},
}};

bool is_reflections_text(std::string_view kind, std::string_view key) {
  return is_reflection(kind) && key == "text";
}

Attributes for_partner(const Attributes& entry) {
  const std::string_view kind = text_of(entry, "kind");
  const auto step = step_from_key(text_of(entry, "step"));
  Attributes shared;
  for (const Attribute& attribute : entry) {
    const FieldContent* const field = field_of(entry, kind, attribute.key);
    const bool is_built_in = kind == "action" && attribute.key == "action" && step &&
                             find_action(*step, text_of(entry, "action")) != nullptr;
    const bool is_shown = field != nullptr
                              ? is_shown_field(*field, Audience::partner)
                              : is_built_in || is_among(partner_keys, kind, attribute.key);
    if (is_shown) shared.push_back(attribute);
  }
  return shared;
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
  if (audience == Audience::partner) {
    return chosen == Chosen::yes && may_be_chosen_for_partner(entry) ? for_partner(entry)
                                                                     : Attributes{};
  }
  const std::string_view kind = text_of(entry, "kind");
  const Attributes wordless = without_words(entry);
  Attributes shared;
  for (const Attribute& attribute : entry) {
    const std::string_view key = attribute.key;
    const FieldContent* const field = field_of(entry, kind, key);
    const bool is_chosen_text = is_reflections_text(kind, key) && chosen == Chosen::yes;
    const bool is_shown =
        field != nullptr ? is_shown_field(*field, audience)
                         : find_value(wordless, key) != nullptr || is_chosen_text ||
                               is_among(counsellor_keys, kind, key);
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
