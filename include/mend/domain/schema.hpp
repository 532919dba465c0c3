// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
#include "mend/domain/step_content.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// What an entry of each kind may say: the one table for all code that reads, writes, asks for,
// checks, shows, searches or hands over its keys. A new kind is one block in schema.cpp.

// What a value has to be, and what it means to the entry. `any` is not judged.
enum class ValueType {
  any, id, kind, text, choice, date, time, texts, step, action, severity, contact, reference, result,
  deadline, first_day, last_day, steps, actions
};

// Whether a counsellor is shown it.
enum class Showing { never, once_chosen, always };

struct EntryKey {
  std::string_view name;
  ValueType type = ValueType::any;
  std::span<const std::string_view> choices = {};  // the words that fit; of a text, none: any do
  bool is_required = false;
  bool is_alternative = false;  // one of the keys that are has to be there
  bool is_wordless = false;   // what commands write or choose from a list: on a screen with --discreet
  Showing to_counsellor = Showing::never;
  bool to_partner = false;    // of an entry that is chosen
  bool is_searched = true;    // by --grep
  bool is_edited = false;     // by `edit`; one that asks nothing is the text
  std::string_view ask = {};  // what -f and the editor's template ask
  std::string_view changed_by = {};  // what changes it otherwise, a sentence
  Kind about = Kind::action;  // of a reference: the kind of what it names

  // Is it one of the words in `choices`?
  bool is_choice() const { return !choices.empty(); }
};

struct KindSchema {
  Kind kind;
  std::string_view word;            // in files and output
  std::span<const EntryKey> keys;   // those of every entry first; in the order of a template
  bool has_fields = false;          // those that steps.toml asks of its step
};

// In the order in which kinds are named.
std::span<const KindSchema> kind_schemas();
const KindSchema& schema_of(Kind kind);

// The keys that an entry of any kind may have.
std::span<const EntryKey> common_keys();

// Null when an entry of that kind has no such key, be it a field of its step or somebody's own.
const EntryKey* find_key(Kind kind, std::string_view name);

// The same where the kind may be one that mend does not know: then it is a key of every entry.
const EntryKey* find_key(std::optional<Kind> kind, std::string_view name);

// The words that fit a key; none for one that is no choice.
std::span<const std::string_view> choices_of(Kind kind, std::string_view name);

// The keys of a kind that -f and the template ask for, as fields.
std::vector<FieldContent> asked_keys(Kind kind);

// The fields that steps.toml asks of an entry of that kind and step: first those of every setback.
std::vector<FieldContent> fields_of(Kind kind, std::optional<Step> step);

// Null when it has no field of that name.
const FieldContent* find_field(Kind kind, std::optional<Step> step, std::string_view name);

// Does an entry of that kind say how another one went on?
bool is_event(Kind kind);

// Which kind says how entries of this one went on, and in which key it names them.
struct EventKey {
  Kind event;
  std::string_view key;
};
std::optional<EventKey> event_about(Kind opening);

// "a note", "an action".
std::string one_of(Kind kind);

}  // namespace mend
