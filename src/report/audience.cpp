// SPDX-License-Identifier: MIT
#include "mend/report/audience.hpp"

#include "mend/domain/facts.hpp"
#include "mend/domain/step.hpp"
#include "mend/report/json.hpp"

#include <algorithm>
#include <array>

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

// Is it one of the answers that the step offers, and nothing anyone typed?
bool is_given_answer(const FieldContent& field, const Value& value) {
  if (field.type == FieldType::choice) {
    return value.text() != nullptr &&
           std::ranges::find(field.choices, *value.text()) != field.choices.end();
  }
  return field.type != FieldType::text;
}

bool is_shown_field(const FieldContent& field, const Value& value, Audience audience,
                    Chosen chosen) {
  if (field.is_private) return false;
  if (audience == Audience::counsellor) return true;
  // What it names may be a setback that a partner has not been told of.
  if (field.type == FieldType::reference) return false;
  return chosen == Chosen::yes || is_given_answer(field, value);
}

struct Words {
  std::string_view kind;
  std::string_view key;
  bool is_for_partner;
};

// The words of other kinds that are shown; `text` of notes and setbacks is not among them.
constexpr std::array<Words, 8> shown_words = {{
    {"promise", "text", true},
    {"promise", "to", true},
    {"promise", "if_then", false},
    {"promise", "apology", true},
    {"action", "action", false},
    {"action", "text", false},
    {"space", "text", false},
    {"rest", "reason", false},
}};

bool is_shown_text(std::string_view kind, std::string_view key, Audience audience, Chosen chosen) {
  if (is_reflection(kind)) return key == "text" && chosen == Chosen::yes;
  return std::ranges::any_of(shown_words, [=](const Words& words) {
    const bool is_theirs =
        audience == Audience::counsellor || words.is_for_partner || chosen == Chosen::yes;
    return words.kind == kind && words.key == key && is_theirs;
  });
}

}  // namespace

std::string_view word_of(Audience audience) {
  return audience_words[static_cast<std::size_t>(audience)];
}

std::optional<Audience> audience_from_word(std::string_view word) {
  const auto found = std::ranges::find(audience_words, word);
  if (found == audience_words.end()) return std::nullopt;
  return static_cast<Audience>(found - audience_words.begin());
}

bool shows_streaks(Audience audience) { return audience != Audience::partner; }

bool shows_what_is_next(Audience audience) { return audience != Audience::partner; }

bool shows_own_actions(Audience audience, Discretion discretion) {
  return audience == Audience::me && discretion == Discretion::off;
}

bool is_shared(const Attributes& entry, Audience audience) {
  if (audience != Audience::partner || text_of(entry, "kind") != "setback") return true;
  const std::string_view told = text_of(entry, "told");
  return told == "yes" || told == "found-out";
}

Attributes shared_attributes(const Attributes& entry, Audience audience, Chosen chosen) {
  if (audience == Audience::me) return entry;
  const std::string_view kind = text_of(entry, "kind");
  const Attributes wordless = without_words(entry);
  Attributes shared;
  for (const Attribute& attribute : entry) {
    const FieldContent* const field = field_of(entry, kind, attribute.key);
    const bool is_shown =
        field != nullptr ? is_shown_field(*field, attribute.value, audience, chosen)
                         : find_value(wordless, attribute.key) != nullptr ||
                               is_shown_text(kind, attribute.key, audience, chosen);
    if (is_shown) shared.push_back(attribute);
  }
  return shared;
}

}  // namespace mend
