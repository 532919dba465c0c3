// SPDX-License-Identifier: MIT
#include "mend/cli/entry_edit.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/cli/promises.hpp"
#include "mend/cli/recording.hpp"
#include "mend/cli/tags.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/schema.hpp"
#include "mend/domain/spelling.hpp"

#include <algorithm>
#include <set>

namespace mend {
namespace {

// Is it a key that every entry may have? No field is named so.
bool is_common(std::string_view name) {
  return std::ranges::find(common_keys(), name, &EntryKey::name) != common_keys().end();
}

}  // namespace

EntryEdit::EntryEdit(Context& context, const Entry& entry)
    : context_(context), entry_(entry), step_(entry.step), day_(entry.day) {}

void EntryEdit::apply(const Arguments& arguments) {
  const auto text = arguments.value("text");
  // Whatever else is wrong is said before somebody types a text.
  if (text == "-") EntryEdit{*this}.apply_options(arguments, std::nullopt);
  apply_options(arguments, text);
}

void EntryEdit::apply_options(const Arguments& arguments, const std::optional<std::string>& text) {
  if (const auto step = arguments.value("step")) change_step(*step);
  if (arguments.has("on")) change_day(arguments);
  if (text) change_text(*text == "-" ? read_other_text() : *text);
  std::set<std::string> names;
  for (const std::string& field : arguments.values("field")) {
    const auto equals = field.find('=');
    const std::string name = field.substr(0, equals);
    if (equals == std::string::npos) {
      stop_usage("the field '" + name + "' needs a value",
                 "Write -f " + name + "=\"...\", or -f " + name + "= to take it out.");
    }
    if (!names.insert(name).second) stop_usage("the field '" + name + "' is given twice");
    change_field(name, field.substr(equals + 1));
  }
  if (arguments.has("tag")) change_tags(arguments.values("tag"));
}

std::string EntryEdit::read_other_text() {
  if (!has_text()) stop_usage(one_of(entry_.kind) + " has no text");
  std::string text = read_piped_text(context_);
  if (text.empty()) {
    stop_usage("standard input is empty; nothing was changed", "--text \"\" takes the text out.");
  }
  return text;
}

void EntryEdit::apply(const Composition& before, const Composition& after) {
  if (after.text != before.text) change_text(after.text);
  for (const auto& [name, value] : before.fields) {
    if (!after.fields.contains(name)) change_field(name, "");
  }
  for (const auto& [name, value] : after.fields) {
    const auto old = before.fields.find(name);
    if (old == before.fields.end() || old->second != value) change_field(name, value);
  }
}

std::vector<FieldContent> EntryEdit::fields() const {
  return editable_fields(entry_.kind, step_);
}

bool EntryEdit::has_new_words() const {
  return std::ranges::any_of(changes_, [](const KeyChange& change) {
    return change.value && (change.key == "text" || change.key == "tags" || !is_common(change.key));
  });
}

void EntryEdit::require_words() const {
  if (has_text() || !fields().empty()) return;
  stop_usage(one_of(entry_.kind) + " has no words to edit", "Say what should change with --on or -t.");
}

std::vector<KeyChange> EntryEdit::finished() {
  change("edited", Value{DateText{to_rfc3339(context_.now())}});
  Attributes after = result();
  if (entry_.kind == Kind::note && has_words(entry_.keys) && !has_words(after)) {
    stop_usage("the note would be empty", "'mend rm' removes it.");
  }
  const Result<Entry> read = entry_from(std::move(after));
  if (!read) stop_usage(read.error().what, read.error().hint);
  return changes_;
}

void EntryEdit::change(const std::string& key, std::optional<Value> value) {
  const auto found = std::ranges::find(changes_, key, &KeyChange::key);
  if (found == changes_.end()) {
    changes_.push_back({key, std::move(value)});
  } else {
    found->value = std::move(value);
  }
}

void EntryEdit::change_step(const std::string& word) {
  if (!entry_.step) stop_usage(one_of(entry_.kind) + " belongs to no step");
  const Step step = or_usage_error(parse_step(word));
  if (!entry_.action.empty() && find_action(step, entry_.action) == nullptr &&
      context_.settings().find_written_action(step, entry_.action) == nullptr) {
    const bool is_built_in = find_action(*entry_.step, entry_.action) != nullptr;
    const bool is_shown = is_built_in || context_.discretion() == Discretion::off;
    stop_usage("'" + std::string{key_of(step)} + "' has no action " +
                   (is_shown ? "'" + entry_.action + "'" : "like this entry's"),
               "Remove this entry and log the right one.");
  }
  step_ = step;
  change("step", Value{std::string{key_of(step)}});
}

void EntryEdit::change_day(const Arguments& arguments) {
  if (entry_.kind == Kind::rest) {
    const DayRange days = or_usage_error(parse_rest_days(*arguments.value("on"), context_.today()));
    const int length = entry_.rest.last - entry_.rest.first;
    day_ = days.first;
    change("from", Value{DateText{to_iso(days.first)}});
    change("to", Value{DateText{to_iso(days.first == days.last ? days.first + length : days.last)}});
  } else {
    day_ = recorded_day(context_, arguments);
  }
  change("day", Value{DateText{to_iso(day_)}});
}

bool EntryEdit::has_text() const {
  return find_key(entry_.kind, "text")->is_edited;
}

void EntryEdit::change_text(const std::string& text) {
  if (!has_text()) stop_usage(one_of(entry_.kind) + " has no text");
  if (text.empty() && find_key(entry_.kind, "text")->is_required) {
    stop_usage(one_of(entry_.kind) + " needs a text");
  }
  if (text.empty()) {
    change("text", std::nullopt);
  } else {
    change("text", Value{text});
  }
}

// A key of one's own, or a field of the step the entry had before, can be taken out but not written.
void EntryEdit::change_field(const std::string& typed, const std::string& value) {
  const auto known = fields();
  const auto listed = std::ranges::find(known, std::string_view{lower_case(typed)}, &FieldContent::name);
  const std::string name = listed == known.end() ? typed : std::string{listed->name};
  if (known.empty()) stop_usage(one_of(entry_.kind) + " has no field '" + name + "'");
  const EntryKey* const key = find_key(entry_.kind, name);
  if (key != nullptr && !key->changed_by.empty()) {
    stop_usage("'" + name + "' of " + one_of(entry_.kind) + " is not changed with -f",
               std::string{key->changed_by});
  }
  if (key != nullptr && value.empty() && key->is_required && !key->ask.empty()) {
    stop_usage(one_of(entry_.kind) + " needs a " + name, std::string{key->ask} + ".");
  }
  if (value.empty() && has_own_key(name)) {
    change(name, std::nullopt);
    return;
  }
  const FieldContent field = require_field(known, name, owner_of_fields(entry_.kind, step_));
  if (value.empty()) {
    change(name, std::nullopt);
  } else {
    change(name, parsed(field, value));
  }
}

Value EntryEdit::parsed(const FieldContent& field, const std::string& value) {
  const bool is_apology =
      field.type == FieldType::reference && find_key(entry_.kind, field.name) != nullptr;
  return is_apology ? Value{find_apology(context_, value)} : parse_value(context_, field, value);
}

bool EntryEdit::has_own_key(const std::string& name) const {
  return !is_common(name) && find_value(entry_.keys, name) != nullptr;
}

void EntryEdit::change_tags(const std::vector<std::string>& typed) {
  Values values;
  for (std::string& tag : read_tags(typed)) values.push_back({std::move(tag)});
  if (values.empty()) {
    change("tags", std::nullopt);
  } else {
    change("tags", Value{std::move(values)});
  }
}

bool EntryEdit::has_words(const Attributes& entry) const {
  return std::ranges::any_of(entry, [](const Attribute& attribute) {
    return attribute.key == "text" || !is_common(attribute.key);
  });
}

}  // namespace mend
