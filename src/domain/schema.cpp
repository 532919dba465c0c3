// SPDX-License-Identifier: MIT
#include "mend/domain/schema.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace mend {
namespace {

using Words = std::span<const std::string_view>;

// A row of the table, as it is written below.
struct Row : EntryKey {
  constexpr Row(std::string_view key, ValueType value, Words words = {}) {
    name = key;
    type = value;
    choices = words;
  }

  constexpr Row required() const {
    Row row{*this};
    row.is_required = true;
    return row;
  }

  constexpr Row alternative() const {
    Row row{*this};
    row.is_alternative = true;
    return row;
  }

  constexpr Row unsearched() const {
    Row row{*this};
    row.is_searched = false;
    return row;
  }

  constexpr Row edited() const {
    Row row{*this};
    row.is_edited = true;
    return row;
  }

  // No word that anyone typed, and nothing of how bad it was.
  constexpr Row wordless() const {
    Row row{*this};
    row.is_wordless = true;
    row.to_counsellor = Showing::always;
    return row;
  }

  constexpr Row counsellor(Showing showing = Showing::always) const {
    Row row{*this};
    row.to_counsellor = showing;
    return row;
  }

  constexpr Row partner() const {
    Row row{*this};
    row.to_partner = true;
    return row;
  }

  constexpr Row asks(std::string_view question) const {
    Row row{edited()};
    row.ask = question;
    return row;
  }

  constexpr Row changed_with(std::string_view sentence) const {
    Row row{*this};
    row.changed_by = sentence;
    return row;
  }

  constexpr Row names(Kind kind) const {
    Row row{*this};
    row.about = kind;
    return row;
  }
};

constexpr std::size_t most_keys = 16;

struct Keys {
  std::array<EntryKey, most_keys> keys = {};
  std::size_t count = 0;

  constexpr std::span<const EntryKey> all() const { return {keys.data(), count}; }
};

constexpr std::array every_entry = {
    Row{"id", ValueType::id}.wordless().unsearched(),
    Row{"day", ValueType::date}.required().wordless().partner(),
    Row{"at", ValueType::time}.wordless(),
    Row{"kind", ValueType::kind}.required().wordless().partner().unsearched(),
    Row{"step", ValueType::any}.unsearched(),
    Row{"action", ValueType::any},
    Row{"text", ValueType::text},
    Row{"tags", ValueType::texts},
    Row{"edited", ValueType::time}.wordless(),
};

// The keys of every entry, where these do not say more of one, and these.
template <std::size_t N>
constexpr Keys with_common(const std::array<Row, N>& rows) {
  Keys all;
  for (const Row& row : every_entry) all.keys[all.count++] = row;
  for (const Row& row : rows) {
    std::size_t at = 0;
    while (at < all.count && all.keys[at].name != row.name) ++at;
    all.keys[at] = row;
    if (at == all.count) ++all.count;
  }
  return all;
}

constexpr Row step_row = Row{"step", ValueType::step}.wordless().unsearched();

constexpr std::array<std::string_view, 3> severities = {"slip", "lapse", "breach"};
constexpr std::array<std::string_view, 3> told_words = {"yes", "no", "found-out"};
constexpr std::array<std::string_view, 3> efforts = {"easy", "some", "hard"};
constexpr std::array<std::string_view, 3> askers = {"me", "them", "both"};
constexpr std::array<std::string_view, 4> contacts = {"none", "practical", "short", "usual"};
constexpr std::array<std::string_view, 7> outcome_results = {
    "kept", "late", "changed", "missed", "dropped", "released", "lifted"};
constexpr std::array<std::string_view, 4> return_results = {"on-time", "late", "extended", "ended"};

constexpr Keys action_keys = with_common(std::array{
    step_row.required().partner(),
    Row{"action", ValueType::action}.counsellor(),
    Row{"text", ValueType::text}.counsellor().partner().edited(),
    Row{"limit", ValueType::reference}.names(Kind::limit).wordless().unsearched(),
    Row{"amount", ValueType::any},
});

constexpr Keys note_keys = with_common(std::array{
    step_row.partner(),
    Row{"text", ValueType::text}.counsellor(Showing::once_chosen).partner().edited(),
});

constexpr Keys setback_keys = with_common(std::array{
    step_row.required().partner(),
    Row{"text", ValueType::text}.counsellor(Showing::once_chosen).partner().edited(),
    Row{"severity", ValueType::severity, severities}.required().counsellor().partner().asks(
        "How far it went: slip, lapse or breach"),
    Row{"told", ValueType::choice, told_words}.counsellor().partner().asks(
        "Do they know: yes, no or found-out"),
});

constexpr Keys promise_keys = with_common(std::array{
    step_row.required(),
    Row{"text", ValueType::text}.required().counsellor().partner().edited(),
    Row{"due", ValueType::deadline}.required().wordless().partner().changed_with(
        "'mend promise change ID --due WHEN' gives it another time, as agreed."),
    Row{"to", ValueType::text}.counsellor().asks("Whom it was given to"),
    Row{"effort", ValueType::choice, efforts}.wordless().asks("How much effort it takes: easy, some or hard"),
    Row{"if_then", ValueType::text}.counsellor().asks("What to do when something gets in the way"),
    Row{"apology", ValueType::reference}.names(Kind::note).counsellor().asks(
        "The id of the note for apology that it follows from"),
});

constexpr Keys outcome_keys = with_common(std::array{
    Row{"promise", ValueType::reference}.names(Kind::promise).alternative().wordless().unsearched(),
    Row{"limit", ValueType::reference}.names(Kind::limit).alternative().wordless().unsearched(),
    Row{"result", ValueType::result, outcome_results}.required().wordless().partner(),
    Row{"due", ValueType::deadline}.wordless(),
});

constexpr Keys space_keys = with_common(std::array{
    Row{"text", ValueType::text}.counsellor().partner().edited(),
    Row{"until", ValueType::deadline}.wordless().changed_with(
        "'mend space extend --until WHEN' agrees on a later time."),
    Row{"asked_by", ValueType::choice, askers}.wordless().partner().asks(
        "Who asked for it: me, them or both"),
    Row{"contact", ValueType::contact, contacts}.wordless().partner().asks(
        "What is agreed meanwhile: none, practical, short or usual"),
});

constexpr Keys return_keys = with_common(std::array{
    Row{"text", ValueType::text}.partner(),
    Row{"space", ValueType::reference}.names(Kind::space).required().wordless().unsearched(),
    Row{"result", ValueType::result, return_results}.required().wordless().partner(),
    Row{"until", ValueType::deadline}.wordless(),
});

constexpr Keys rest_keys = with_common(std::array{
    Row{"from", ValueType::first_day}.required().wordless().partner().changed_with(
        "--on DAY|RANGE moves it."),
    Row{"to", ValueType::last_day}.required().wordless().partner().changed_with(
        "--on RANGE gives it another length."),
    Row{"reason", ValueType::text}.counsellor().partner().asks("Why, in your words"),
    Row{"steps", ValueType::steps}.wordless().changed_with(
        "Remove this rest and write the right one."),
    Row{"actions", ValueType::actions},
});

constexpr Keys limit_keys = with_common(std::array{
    Row{"text", ValueType::text}.required().counsellor().partner().edited(),
    Row{"asked_by", ValueType::choice, askers}.wordless().partner().asks(
        "Who asked for it: me, them or both"),
    Row{"until", ValueType::deadline}.wordless().partner().changed_with(
        "Lift it with 'mend limit lift', and write down the new one."),
});

constexpr std::array<KindSchema, 9> schemas = {{
    {Kind::action, "action", action_keys.all()},
    {Kind::note, "note", note_keys.all(), true},
    {Kind::setback, "setback", setback_keys.all(), true},
    {Kind::promise, "promise", promise_keys.all()},
    {Kind::outcome, "outcome", outcome_keys.all()},
    {Kind::space, "space", space_keys.all()},
    {Kind::comeback, "return", return_keys.all()},
    {Kind::rest, "rest", rest_keys.all()},
    {Kind::limit, "limit", limit_keys.all()},
}};

constexpr bool are_in_order() {
  for (std::size_t i = 0; i < schemas.size(); ++i) {
    if (schemas[i].kind != static_cast<Kind>(i)) return false;
  }
  return schemas.back().kind == last_kind;
}
static_assert(are_in_order(), "each kind has its block, in the order of Kind");

const EntryKey* find_among(std::span<const EntryKey> keys, std::string_view name) {
  const auto found = std::ranges::find(keys, name, &EntryKey::name);
  return found == keys.end() ? nullptr : &*found;
}

constexpr Keys common = with_common(std::array<Row, 0>{});

FieldType field_type_of(const EntryKey& key) {
  if (key.is_choice()) return FieldType::choice;
  return key.type == ValueType::reference ? FieldType::reference : FieldType::text;
}

const FieldContent* find_among(std::span<const FieldContent> fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &FieldContent::name);
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace

std::span<const KindSchema> kind_schemas() { return schemas; }

const KindSchema& schema_of(Kind kind) { return schemas[static_cast<std::size_t>(kind)]; }

std::string_view word_of(Kind kind) { return schema_of(kind).word; }

std::optional<Kind> kind_from_word(std::string_view word) {
  const auto* const found = std::ranges::find(schemas, word, &KindSchema::word);
  if (found == schemas.end()) return std::nullopt;
  return found->kind;
}

std::span<const EntryKey> common_keys() { return common.all(); }

const EntryKey* find_key(Kind kind, std::string_view name) {
  return find_among(schema_of(kind).keys, name);
}

const EntryKey* find_key(std::optional<Kind> kind, std::string_view name) {
  return kind ? find_key(*kind, name) : find_among(common_keys(), name);
}

Words choices_of(Kind kind, std::string_view name) {
  const EntryKey* const key = find_key(kind, name);
  return key == nullptr ? Words{} : key->choices;
}

std::vector<FieldContent> asked_keys(Kind kind) {
  std::vector<FieldContent> fields;
  for (const EntryKey& key : schema_of(kind).keys) {
    if (key.ask.empty()) continue;
    fields.push_back({key.name, field_type_of(key), key.choices, 0, key.ask, false, false});
  }
  return fields;
}

std::vector<FieldContent> fields_of(Kind kind, std::optional<Step> step) {
  std::vector<FieldContent> fields;
  if (!schema_of(kind).has_fields) return fields;
  if (kind == Kind::setback) std::ranges::copy(setback_content().fields, std::back_inserter(fields));
  if (!step) return fields;
  // What a setback asks of every step, a step need not ask a second time.
  std::ranges::copy_if(content_of(*step).fields, std::back_inserter(fields),
                       [asked = fields](const FieldContent& field) {
                         return find_among(asked, field.name) == nullptr;
                       });
  return fields;
}

const FieldContent* find_field(Kind kind, std::optional<Step> step, std::string_view name) {
  if (!schema_of(kind).has_fields) return nullptr;
  const FieldContent* const field = step ? find_field(*step, name) : nullptr;
  if (field != nullptr || kind != Kind::setback) return field;
  return find_among(setback_content().fields, name);
}

bool is_event(Kind kind) {
  return std::ranges::find(schema_of(kind).keys, ValueType::result, &EntryKey::type) !=
         schema_of(kind).keys.end();
}

std::optional<EventKey> event_about(Kind opening) {
  for (const KindSchema& each : schemas) {
    if (!is_event(each.kind)) continue;
    for (const EntryKey& key : each.keys) {
      if (key.type == ValueType::reference && key.about == opening) return EventKey{each.kind, key.name};
    }
  }
  return std::nullopt;
}

std::string one_of(Kind kind) {
  const std::string_view word = word_of(kind);
  const bool has_vowel = word.find_first_of("aeiou") == 0;
  return (has_vowel ? "an " : "a ") + std::string{word};
}

}  // namespace mend
