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
          const bool is_partner = audience == Audience::partner;
          CHECK(has(shared, "id") == !is_partner);
        }
      }
    }
  }
}

TEST_CASE("a partner is shown nothing of an entry that was not chosen") {
  for (const Step step : all_steps) {
    for (const std::string_view kind : {"note", "setback", "action", "promise", "space", "rest"}) {
      CHECK(shared_attributes(full_entry(step, kind), Audience::partner).empty());
    }
  }
}

TEST_CASE("a counsellor is shown the fields that are not private") {
  const Attributes shared =
      shared_attributes(full_entry(Step::empathy, "note"), Audience::counsellor);
  CHECK(has(shared, "moment"));
  CHECK(has(shared, "i_answered"));
  CHECK_FALSE(has(shared, "they_felt"));
}

TEST_CASE("a chosen action has its words, and only a built-in one its name") {
  Attributes action = {{"id", {std::string{"k7q2m4x9p3"}}},
                       {"at", {DateText{"2026-11-22T12:00:00+01:00"}}},
                       {"kind", {std::string{"action"}}},
                       {"step", {std::string{"consistency"}}},
                       {"action", {std::string{"on-time"}}},
                       {"limit", {std::string{secret}}},
                       {"text", {std::string{"home by six"}}}};
  const Attributes shared = shared_attributes(action, Audience::partner, Chosen::yes);
  CHECK(has(shared, "action"));
  CHECK(has(shared, "text"));
  for (const std::string_view key : {"id", "at", "limit"}) CHECK_FALSE(has(shared, key));
  action[4].value = {std::string{"call-at-noon"}};
  CHECK_FALSE(has(shared_attributes(action, Audience::partner, Chosen::yes), "action"));
}

TEST_CASE("a counsellor is shown promises and their guards") {
  const Attributes promise = {{"id", {std::string{"k7q2m4x9p3"}}},
                              {"day", {DateText{"2026-11-22"}}},
                              {"kind", {std::string{"promise"}}},
                              {"step", {std::string{"consistency"}}},
                              {"text", {std::string{"home by six"}}},
                              {"due", {DateText{"2026-11-27"}}},
                              {"if_then", {std::string{secret}}}};
  CHECK(shared_attributes(promise, Audience::counsellor) == promise);
}

TEST_CASE("a setback the partner was not told of is not told by a file, even when it is chosen") {
  Attributes setback = full_entry(Step::honesty, "setback");
  CHECK(may_be_chosen_for_partner(setback));
  for (const std::string_view told : {"no", ""}) {
    for (Attribute& attribute : setback) {
      if (attribute.key == "told") attribute.value = {std::string{told}};
    }
    CHECK_FALSE(may_be_chosen_for_partner(setback));
    CHECK(shared_attributes(setback, Audience::partner, Chosen::yes).empty());
    CHECK(has(shared_attributes(setback, Audience::counsellor), "severity"));
  }
}

TEST_CASE("whom a promise is made to is read without case, blanks and forms of letters") {
  const auto to = [](std::string_view name) {
    return Attributes{{"kind", {std::string{"promise"}}}, {"to", {std::string{name}}}};
  };
  CHECK(is_made_to(to("Sam"), "Sam"));
  CHECK(is_made_to(to(" sAM "), "Sam"));
  CHECK(is_made_to(to("Zoe\u0308"), "ZO\u00CB"));
  CHECK_FALSE(is_made_to(to("Samira"), "Sam"));
  CHECK_FALSE(is_made_to(to("Dr Weiss"), "Sam"));
  CHECK_FALSE(is_made_to(to(""), "Sam"));
  CHECK_FALSE(is_made_to({}, ""));
  CHECK_FALSE(is_made_to(to(" "), " "));
}

TEST_CASE("own actions are for oneself alone") {
  CHECK(shows_own_actions(Audience::me, Discretion::off));
  CHECK_FALSE(shows_own_actions(Audience::me, Discretion::on));
  for (const Audience audience : others) CHECK_FALSE(shows_own_actions(audience, Discretion::off));
}

TEST_CASE("the words for whom something is made are read back") {
  for (const Audience audience : {Audience::me, Audience::partner, Audience::counsellor}) {
    CHECK(audience_from_word(word_of(audience)) == audience);
  }
  CHECK(audience_from_word("them") == Audience::partner);
  CHECK_FALSE(audience_from_word("everyone"));
}

}  // namespace
}  // namespace mend
