// SPDX-License-Identifier: MIT
#include "mend/report/audience.hpp"

#include "mend/domain/step.hpp"
#include "support/entries.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mend {
namespace {

constexpr Audience others[] = {Audience::partner, Audience::counsellor};
constexpr std::string_view secret = "a word somebody typed";

Value value_for(const FieldContent& field) {
  switch (field.type) {
    case FieldType::yes_no: return {true};
    case FieldType::minutes:
    case FieldType::count:
    case FieldType::scale: return {std::int64_t{1}};
    case FieldType::date: return {DateText{"2026-11-22"}};
    case FieldType::choice: return {std::string{field.choices.front()}};
    case FieldType::text:
    case FieldType::reference: break;
  }
  return {std::string{secret}};
}

// A note or setback with every field its step has, a text, tags and a key of somebody's own.
Attributes full_entry(Step step, std::string_view kind) {
  Attributes entry = {{"id", {std::string{"k7q2m4x9p3"}}},
                      {"day", {DateText{"2026-11-22"}}},
                      {"kind", {std::string{kind}}},
                      {"step", {std::string{key_of(step)}}},
                      {"text", {std::string{secret}}},
                      {"tags", {Values{{std::string{secret}}}}},
                      {"mine", {std::string{secret}}}};
  if (kind == "setback") {
    entry.push_back({"severity", {std::string{"lapse"}}});
    entry.push_back({"told", {std::string{"yes"}}});
    for (const FieldContent& field : setback_content().fields) {
      if (find_field(step, field.name) == nullptr) {
        entry.push_back({std::string{field.name}, value_for(field)});
      }
    }
  }
  for (const FieldContent& field : content_of(step).fields) {
    entry.push_back({std::string{field.name}, value_for(field)});
  }
  return entry;
}

bool is_private(Step step, std::string_view kind, std::string_view key) {
  if (const FieldContent* const field = find_field(step, key)) return field->is_private;
  for (const FieldContent& field : setback_content().fields) {
    if (kind == "setback" && field.name == key) return field.is_private;
  }
  return false;
}

bool has(const Attributes& entry, std::string_view key) { return find_value(entry, key) != nullptr; }

TEST_CASE("one's own is shown whole") {
  for (const std::string_view text : hostile_texts) {
    const Attributes entry = note_of("k7q2m4x9p3", "2026-11-22", text);
    CHECK(shared_attributes(entry, Audience::me) == entry);
    CHECK(is_shared(entry, Audience::me));
  }
}

TEST_CASE("nobody else is shown a private field, tags or a key of somebody's own") {
  for (const Step step : all_steps) {
    for (const std::string_view kind : {"note", "setback"}) {
      for (const Audience audience : others) {
        for (const Chosen chosen : {Chosen::no, Chosen::yes}) {
          const Attributes shared = shared_attributes(full_entry(step, kind), audience, chosen);
          for (const Attribute& attribute : shared) {
            CAPTURE(attribute.key);
            CHECK_FALSE(is_private(step, kind, attribute.key));
            CHECK(attribute.key != "tags");
            CHECK(attribute.key != "mine");
          }
          CHECK(has(shared, "text") == (chosen == Chosen::yes));
        }
      }
    }
  }
}

TEST_CASE("a partner is shown no word anyone typed of notes and setbacks") {
  for (const Step step : all_steps) {
    for (const std::string_view kind : {"note", "setback"}) {
      for (const Attribute& attribute : shared_attributes(full_entry(step, kind), Audience::partner)) {
        CHECK(attribute.value != Value{std::string{secret}});
      }
    }
  }
}

TEST_CASE("an answer that is not one of those offered is somebody's own word") {
  Attributes note = note_of("k7q2m4x9p3", "2026-11-22", "x");
  note.push_back({"checked", {std::string{"yes"}}});
  CHECK(has(shared_attributes(note, Audience::partner), "checked"));
  note.back().value = {std::string{secret}};
  CHECK_FALSE(has(shared_attributes(note, Audience::partner), "checked"));
}

TEST_CASE("a counsellor is shown the fields that are not private") {
  const Attributes shared =
      shared_attributes(full_entry(Step::empathy, "note"), Audience::counsellor);
  CHECK(has(shared, "moment"));
  CHECK(has(shared, "i_answered"));
  CHECK_FALSE(has(shared, "they_felt"));
}

TEST_CASE("a partner is shown what was promised, and not how the promise is guarded") {
  const Attributes promise = {{"id", {std::string{"k7q2m4x9p3"}}},
                              {"day", {DateText{"2026-11-22"}}},
                              {"kind", {std::string{"promise"}}},
                              {"step", {std::string{"consistency"}}},
                              {"text", {std::string{"home by six"}}},
                              {"due", {DateText{"2026-11-27"}}},
                              {"if_then", {std::string{secret}}}};
  CHECK(has(shared_attributes(promise, Audience::partner), "text"));
  CHECK_FALSE(has(shared_attributes(promise, Audience::partner), "if_then"));
  CHECK(shared_attributes(promise, Audience::counsellor) == promise);
}

TEST_CASE("a partner is shown built-in actions, without words or names of one's own") {
  Attributes action = {{"id", {std::string{"k7q2m4x9p3"}}},
                       {"kind", {std::string{"action"}}},
                       {"step", {std::string{"consistency"}}},
                       {"action", {std::string{"on-time"}}},
                       {"text", {std::string{secret}}}};
  const Attributes shared = shared_attributes(action, Audience::partner);
  CHECK(has(shared, "action"));
  CHECK_FALSE(has(shared, "text"));
  action[3].value = {std::string{"call-at-noon"}};
  CHECK_FALSE(has(shared_attributes(action, Audience::partner), "action"));
  CHECK(shared_attributes(action, Audience::counsellor) == action);
}

TEST_CASE("a setback the partner was not told of is not told by a file") {
  Attributes setback = full_entry(Step::honesty, "setback");
  CHECK(is_shared(setback, Audience::partner));
  for (const std::string_view told : {"no", ""}) {
    for (Attribute& attribute : setback) {
      if (attribute.key == "told") attribute.value = {std::string{told}};
    }
    CHECK_FALSE(is_shared(setback, Audience::partner));
    CHECK(is_shared(setback, Audience::counsellor));
  }
}

TEST_CASE("a partner is shown no streaks") {
  CHECK_FALSE(shows_streaks(Audience::partner));
  CHECK(shows_streaks(Audience::counsellor));
  CHECK(shows_streaks(Audience::me));
}

TEST_CASE("a partner is not shown what comes next, and own actions are for oneself alone") {
  CHECK_FALSE(shows_what_is_next(Audience::partner));
  CHECK(shows_what_is_next(Audience::counsellor));
  CHECK(shows_own_actions(Audience::me, Discretion::off));
  CHECK_FALSE(shows_own_actions(Audience::me, Discretion::on));
  for (const Audience audience : others) CHECK_FALSE(shows_own_actions(audience, Discretion::off));
}

TEST_CASE("the words for whom something is made are read back") {
  for (const Audience audience : {Audience::me, Audience::partner, Audience::counsellor}) {
    CHECK(audience_from_word(word_of(audience)) == audience);
  }
  CHECK_FALSE(audience_from_word("everyone"));
}

}  // namespace
}  // namespace mend
