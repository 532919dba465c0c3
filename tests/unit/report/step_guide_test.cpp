// SPDX-License-Identifier: MIT
#include "mend/report/text.hpp"

#include "days_of.hpp"
#include "lines_of.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

const Day guide_today = iso("2026-11-22");
constexpr std::size_t guide_widths[] = {40, 63, 64, 72, 80, 96, 100, 200};

OwnAction own_action(std::string key, Step step, std::string text) {
  OwnAction action;
  action.key = std::move(key);
  action.step = step;
  action.text = std::move(text);
  return action;
}

bool has_guide_action(const StepGuide& guide, std::string_view key) {
  return std::ranges::find(guide.actions, key, &ActionContent::key) != guide.actions.end();
}

bool has_prompt(const StepGuide& guide, std::string_view start) {
  return std::ranges::any_of(guide.prompts, [&](const PromptContent& prompt) {
    return prompt.text.starts_with(start);
  });
}

bool guide_says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a role is shown what is its own and what is for both") {
  const JournalSettings settings;
  const auto mending = read_step_guide(Step::apology, settings, Who::mending, guide_today);
  CHECK(has_guide_action(mending, "named-it"));
  CHECK(has_guide_action(mending, "small-sorry"));
  CHECK_FALSE(has_guide_action(mending, "not-yet"));
  CHECK_FALSE(has_prompt(mending, "What would I need to hear"));

  const auto healing = read_step_guide(Step::apology, settings, Who::healing, guide_today);
  CHECK_FALSE(has_guide_action(healing, "named-it"));
  CHECK(has_guide_action(healing, "small-sorry"));
  CHECK(has_guide_action(healing, "not-yet"));
  CHECK(has_prompt(healing, "What would I need to hear"));
}

TEST_CASE("both is shown all") {
  for (const Step step : all_steps) {
    const auto guide = read_step_guide(step, JournalSettings{}, Who::both, guide_today);
    CHECK(guide.actions.size() == content_of(step).actions.size());
    CHECK(guide.prompts.size() == content_of(step).prompts.size());
  }
}

TEST_CASE("own actions are those of the step, until they are retired") {
  JournalSettings settings;
  settings.actions = {own_action("call", Step::consistency, "Rang"),
                      own_action("old", Step::consistency, "Wrote"),
                      own_action("last-day", Step::consistency, "Read"),
                      own_action("post", Step::honesty, "Opened")};
  settings.actions[1].until = guide_today - 1;
  settings.actions[2].until = guide_today;
  const auto guide = read_step_guide(Step::consistency, settings, Who::mending, guide_today);
  REQUIRE(guide.own_actions.size() == 2);
  CHECK(guide.own_actions[0].key == "call");
  CHECK(guide.own_actions[1].key == "last-day");
}

TEST_CASE("a step whole names everything it has") {
  for (const Step step : all_steps) {
    const StepContent& content = content_of(step);
    const std::string text =
        step_guide_text(read_step_guide(step, JournalSettings{}, Who::both, guide_today),
                        plain_style(200), Discretion::off);
    CAPTURE(text);
    CHECK(guide_says(text, content.title));
    CHECK(guide_says(text, "How often  " + std::string{content.cadence} + "\n"));
    for (const auto& action : content.actions) {
      CHECK(guide_says(text, "    " + padded(action.key, 18) + std::string{action.text}));
    }
    for (const auto& field : content.fields) {
      CHECK(guide_says(text, "    " + padded(field.name, 18) + std::string{field.ask}));
    }
    for (const auto& prompt : content.prompts) CHECK(guide_says(text, prompt.text));
    for (const auto misuse : content.misuse) CHECK(guide_says(text, misuse));
  }
}

TEST_CASE("fields say what their values look like, and which are private") {
  const auto text = [](Step step) {
    return step_guide_text(read_step_guide(step, JournalSettings{}, Who::both, guide_today),
                           plain_style(200), Discretion::off);
  };
  CHECK(guide_says(text(Step::empathy), "What they felt (private)\n"));
  CHECK(guide_says(text(Step::empathy), "('yes', 'partly', 'no' or 'did not ask')\n"));
  CHECK(guide_says(text(Step::patience), "How strong was it? (1 to 5)\n"));
  CHECK(guide_says(text(Step::patience), "(the id of an entry)\n"));
  CHECK(guide_says(text(Step::honesty), "(minutes)\n"));
  CHECK(guide_says(text(Step::honesty), "Times I cut in (a number)\n"));
  CHECK(guide_says(text(Step::responsibility), "is still in place (a day)\n"));
  CHECK(guide_says(text(Step::consistency), "beforehand? (yes or no)\n"));
  CHECK(guide_says(text(Step::empathy), "Private fields are never part"));
  CHECK_FALSE(guide_says(text(Step::consistency), "Private fields are never part"));
}

TEST_CASE("the cadence of the journal stands beside the usual one") {
  JournalSettings settings;
  settings.cadences[index_of(Step::space)] = *parse_cadence("every 3d");
  const auto guide = read_step_guide(Step::space, settings, Who::both, guide_today);
  CHECK(guide_says(step_guide_text(guide, plain_style(80), Discretion::off),
                 "How often  every 3d in this journal, otherwise 1/week\n"));
  CHECK(guide_says(steps_text(settings, plain_style(80)), "Give time and space  every 3d\n"));
}

TEST_CASE("own actions are harmless, and left out with discretion") {
  JournalSettings settings;
  settings.actions = {own_action("at-noon", Step::consistency, "Rang\x1b[2J Sam")};
  settings.actions[0].cadence = parse_cadence("weekdays");
  const auto guide = read_step_guide(Step::consistency, settings, Who::mending, guide_today);
  const std::string text = step_guide_text(guide, plain_style(80), Discretion::off);
  CHECK(guide_says(text, "    at-noon           Rang\\u001B[2J Sam (weekdays)\n"));
  const std::string discreet = step_guide_text(guide, plain_style(80), Discretion::on);
  CHECK_FALSE(guide_says(discreet, "at-noon"));
  CHECK_FALSE(guide_says(discreet, "Sam"));
  CHECK_FALSE(guide_says(step_guide_json(guide, Discretion::on), "Sam"));
}

TEST_CASE("steps fit every width and are plain ASCII") {
  JournalSettings settings;
  settings.cadences[index_of(Step::patience)] = *parse_cadence("mon,tue,wed,thu,fri,sat,sun");
  settings.actions = {
      own_action("a-key-that-is-longer-than-any-column-has-room-for", Step::patience, "Waited")};
  for (const std::size_t width : guide_widths) {
    CAPTURE(width);
    const std::string list = steps_text(settings, plain_style(width));
    CHECK(widest_line(list) <= width);
    CHECK(is_ascii(list));
    CHECK_FALSE(has_trailing_space(list));
    for (const Step step : all_steps) {
      const std::string page =
          step_guide_text(read_step_guide(step, settings, Who::both, guide_today),
                          plain_style(width, Charset::ascii), Discretion::off);
      CAPTURE(page);
      CHECK(widest_line(page) <= width);
      CHECK(is_ascii(page));
      CHECK_FALSE(has_trailing_space(page));
    }
  }
}

TEST_CASE("the list has the intents where there is room") {
  const JournalSettings settings;
  const auto intent = content_of(Step::space).intent;
  CHECK(guide_says(steps_text(settings, plain_style(200)), intent));
  CHECK_FALSE(guide_says(steps_text(settings, plain_style(80)), intent.substr(0, 20)));
  CHECK(lines_of(steps_text(settings, plain_style(80))).size() == 8);
}

}  // namespace
}  // namespace mend
