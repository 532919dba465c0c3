// SPDX-License-Identifier: MIT
#include "mend/domain/step_content.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using ContentTexts = std::vector<std::string_view>;

const StepContent& step_named(std::string_view key) {
  const auto steps = step_contents();
  const auto found =
      std::find_if(steps.begin(), steps.end(), [&](const auto& it) { return it.key == key; });
  REQUIRE(found != steps.end());
  return *found;
}

ContentTexts core_fields(std::string_view key) {
  ContentTexts names;
  for (const FieldContent& field : step_named(key).fields) {
    if (field.is_core) names.push_back(field.name);
  }
  return names;
}

const FieldContent& field_of(std::string_view key, std::string_view name) {
  const auto fields = step_named(key).fields;
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const auto& it) { return it.name == name; });
  REQUIRE(found != fields.end());
  return *found;
}

bool has_content_action(std::string_view key, std::string_view action) {
  const auto actions = step_named(key).actions;
  return std::any_of(actions.begin(), actions.end(),
                     [&](const auto& it) { return it.key == action; });
}

// Every field a note or a setback can have.
std::vector<FieldContent> all_fields() {
  std::vector<FieldContent> fields;
  for (const StepContent& content : step_contents()) {
    fields.insert(fields.end(), content.fields.begin(), content.fields.end());
  }
  const auto setback = setback_content().fields;
  fields.insert(fields.end(), setback.begin(), setback.end());
  return fields;
}

// Every sentence that can be shown to someone.
ContentTexts all_sentences() {
  const SetbackContent& setback = setback_content();
  ContentTexts words = {setback.reply, setback.reply_breach, setback.reply_untold};
  const auto add = [&](std::span<const std::string_view> more) {
    words.insert(words.end(), more.begin(), more.end());
  };
  for (const StepContent& content : step_contents()) {
    add(std::array{content.title, content.intent, content.cadence_why, content.done,
                   content.metric});
    add(content.misuse);
    for (const ActionContent& action : content.actions) words.push_back(action.text);
    for (const PromptContent& prompt : content.prompts) words.push_back(prompt.text);
  }
  for (const FieldContent& field : all_fields()) words.push_back(field.ask);
  for (const SeverityContent& severity : setback.severities) words.push_back(severity.text);
  add(weekly_review_prompts());
  add(monthly_review_prompts());
  return words;
}

}  // namespace

TEST_CASE("the eight steps have their keys, titles, aliases and default cadences") {
  struct Row {
    std::string_view key;
    std::string_view title;
    ContentTexts aliases;
    std::string_view cadence;
  };
  const std::vector<Row> rows = {
      {"apology", "Apologize sincerely", {"a", "apologize", "apologise", "sorry"}, "1/week"},
      {"honesty", "Be open and honest", {"h", "honest", "open", "openness"}, "daily"},
      {"responsibility", "Take responsibility", {"r", "own", "ownership"}, "2/week"},
      {"consistency", "Be consistent", {"c", "consistent", "steady", "reliable"}, "daily"},
      {"space", "Give time and space", {"s", "time", "room"}, "1/week"},
      {"empathy", "Show empathy", {"e", "empathize", "empathise"}, "4/week"},
      {"patience", "Be patient", {"p", "patient", "wait"}, "3/week"},
      {"connection", "Rebuild connection", {"b", "bond", "connect", "closeness"}, "2/week"},
  };
  const auto steps = step_contents();
  REQUIRE(steps.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(rows[i].key);
    CHECK(steps[i].number == static_cast<int>(i) + 1);
    CHECK(steps[i].key == rows[i].key);
    CHECK(steps[i].title == rows[i].title);
    CHECK(ContentTexts(steps[i].aliases.begin(), steps[i].aliases.end()) == rows[i].aliases);
    CHECK(steps[i].cadence == rows[i].cadence);
  }
}

TEST_CASE("no word names two steps") {
  std::set<std::string_view> names;
  for (const StepContent& content : step_contents()) {
    CHECK(names.insert(content.key).second);
    for (const std::string_view alias : content.aliases) {
      CAPTURE(alias);
      CHECK(names.insert(alias).second);
    }
  }
}

TEST_CASE("an alias longer than a letter is never a prefix of another step's key") {
  for (const StepContent& named : step_contents()) {
    for (const std::string_view alias : named.aliases) {
      for (const StepContent& other : step_contents()) {
        if (alias.size() == 1 || other.number == named.number) continue;
        CAPTURE(alias);
        CHECK_FALSE(other.key.starts_with(alias));
      }
    }
  }
}

TEST_CASE("no field is named like a key that an entry or a setback has") {
  const std::set<std::string_view> keys = {"id",   "day",  "at",     "kind",     "step", "action",
                                           "text", "tags", "edited", "severity", "told"};
  for (const FieldContent& field : all_fields()) {
    CAPTURE(field.name);
    CHECK_FALSE(keys.contains(field.name));
  }
}

TEST_CASE("fields of one name hold the same type and are equally private") {
  std::map<std::string_view, FieldContent> seen;
  for (const FieldContent& field : all_fields()) {
    CAPTURE(field.name);
    const FieldContent& first = seen.emplace(field.name, field).first->second;
    CHECK(field.type == first.type);
    CHECK(field.is_private == first.is_private);
  }
}

TEST_CASE("exactly the choices have values, exactly the scales an end") {
  for (const FieldContent& field : all_fields()) {
    CAPTURE(field.name);
    CHECK((field.type == FieldType::choice) == !field.choices.empty());
    CHECK((field.type == FieldType::scale) == (field.scale_max > 1));
  }
  const auto asked = field_of("apology", "asked").choices;
  CHECK(ContentTexts(asked.begin(), asked.end()) == ContentTexts{"once", "not yet", "chose not to"});
  CHECK(field_of("patience", "strength").scale_max == 5);
}

TEST_CASE("a step's own parts are its core fields") {
  CHECK(core_fields("apology") == ContentTexts{"acknowledged", "regret", "asked"});
  CHECK(core_fields("empathy") == ContentTexts{"they_felt", "i_heard", "i_answered"});
  CHECK(core_fields("patience") == ContentTexts{"trigger", "urge", "instead"});
}

TEST_CASE("what a report counts has a field of the right type") {
  CHECK(field_of("honesty", "listened_min").type == FieldType::minutes);
  CHECK(field_of("honesty", "talked_min").type == FieldType::minutes);
  CHECK(field_of("honesty", "interrupted").type == FieldType::count);
  CHECK(field_of("honesty", "defended").type == FieldType::yes_no);
  CHECK(field_of("responsibility", "look_again").type == FieldType::date);
  CHECK(field_of("responsibility", "still_holds").type == FieldType::yes_no);
  CHECK(field_of("empathy", "checked").type == FieldType::choice);
  CHECK(field_of("empathy", "size").type == FieldType::choice);
  CHECK(field_of("patience", "setback").type == FieldType::reference);
}

TEST_CASE("what the article asks for can be logged in a word") {
  const std::map<std::string_view, ContentTexts> asked = {
      {"apology", {"named-it", "said-sorry", "asked-once", "follow-through"}},
      {"honesty", {"small-truth", "listened", "let-finish", "asked-meaning"}},
      {"responsibility",
       {"my-part", "left-undone", "dropped-excuse", "changed-cause", "looked-again"}},
      {"consistency", {"kept-promise", "on-time", "was-there", "owned-up"}},
      {"space", {"agreed-return", "came-back", "kept-limit", "offered-once"}},
      {"empathy", {"heard-out", "said-back", "big-to-them"}},
      {"patience", {"waited", "small-step", "next-day"}},
      {"connection",
       {"unhurried", "something-new", "shared-tender", "asked-inside", "looked-ahead"}},
  };
  for (const auto& [key, actions] : asked) {
    for (const std::string_view action : actions) {
      CAPTURE(action);
      CHECK(has_content_action(key, action));
    }
  }
}

TEST_CASE("every step has something to do and to think about in either role") {
  for (const StepContent& content : step_contents()) {
    CAPTURE(content.key);
    std::set<std::string_view> keys;
    for (const ActionContent& action : content.actions) CHECK(keys.insert(action.key).second);
    for (const Who role : {Who::mending, Who::healing}) {
      const auto fits = [&](const auto& it) { return it.who == role || it.who == Who::both; };
      CHECK(std::any_of(content.actions.begin(), content.actions.end(), fits));
      CHECK(std::any_of(content.prompts.begin(), content.prompts.end(), fits));
    }
  }
}

TEST_CASE("a setback has its three severities, mildest first, and replies that take nothing away") {
  const SetbackContent& setback = setback_content();
  ContentTexts severities;
  for (const SeverityContent& severity : setback.severities) severities.push_back(severity.key);
  CHECK(severities == ContentTexts{"slip", "lapse", "breach"});
  CHECK(setback.reply == "Nothing you did before it is undone.");
  CHECK(setback.reply_breach.starts_with("What you did before it still happened"));
}

TEST_CASE("what people read is plain: one clean line, and nobody is shouted at") {
  for (const std::string_view sentence : all_sentences()) {
    CAPTURE(sentence);
    CHECK_FALSE(sentence.empty());
    CHECK(sentence.find_first_of("!\n\t") == std::string_view::npos);
    CHECK(sentence.find("  ") == std::string_view::npos);
    CHECK(sentence.front() != ' ');
    CHECK(sentence.back() != ' ');
  }
}

TEST_CASE("the reviews ask questions") {
  for (const auto prompts : {weekly_review_prompts(), monthly_review_prompts()}) {
    CHECK_FALSE(prompts.empty());
    for (const std::string_view prompt : prompts) CHECK(prompt.ends_with('?'));
  }
}

}  // namespace mend
