// SPDX-License-Identifier: MIT
#include "mend/report/suggestion.hpp"

#include "support/entry_of.hpp"

#include <algorithm>
#include <set>

namespace mend {
namespace {

const Day today = on("2026-11-22");
const UtcZone zone{};
const DayClock day_clock{zone, 0};

std::vector<Suggestion> suggestions(const std::vector<Entry>& entries,
                                    const JournalSettings& settings = {}, Day day = today,
                                    std::string_view journal = "main") {
  return read_suggestions(entries, settings, journal, last_moment_of(day, day_clock), Discretion::off);
}

std::vector<std::string> suggestion_lines(const std::vector<Suggestion>& all) {
  std::vector<std::string> out;
  for (const Suggestion& each : all) out.push_back(log_line(each));
  return out;
}

// Every step is kept on the day before, but one.
std::vector<Entry> all_but(Step quiet) {
  std::vector<Entry> entries;
  for (const Step step : all_steps) {
    entries.push_back(action(step, step == quiet ? "2026-11-18" : "2026-11-21"));
  }
  return entries;
}

JournalSettings with_own(Step step, const std::string& key) {
  JournalSettings settings;
  OwnAction own;
  own.key = key;
  own.step = step;
  own.text = "in my words";
  settings.actions.push_back(own);
  return settings;
}

bool has_suggestion(const std::vector<Suggestion>& all, std::string_view key) {
  return std::ranges::find(all, key, &Suggestion::action) != all.end();
}

TEST_CASE("the step that has been quiet longest comes first, those kept today last") {
  for (const Step step : all_steps) CHECK(suggestions(all_but(step)).front().step == step);

  auto entries = all_but(Step::patience);
  entries.push_back(action(Step::patience, "2026-11-22"));
  const auto all = suggestions(entries);
  CHECK(all.front().step != Step::patience);
  CHECK(all.back().step == Step::patience);
}

TEST_CASE("days of rest are not quiet days") {
  auto entries = all_but(Step::patience);
  entries.push_back(rest("2026-11-19", "2026-11-21", {Step::patience}));
  entries.push_back(action(Step::empathy, "2026-11-22"));
  CHECK(suggestions(entries).front().step != Step::patience);
}

TEST_CASE("the order is the same all day, and another on another day or in another journal") {
  const std::vector<Entry> none;
  CHECK(suggestion_lines(suggestions(none)) == suggestion_lines(suggestions(none)));
  std::set<std::string> firsts;
  std::set<Step> steps;
  for (int i = 0; i < 60; ++i) {
    const auto first = suggestions(none, {}, today + i).front();
    firsts.insert(log_line(first));
    steps.insert(first.step);
  }
  CHECK(firsts.size() > 20);
  CHECK(steps.size() == step_count);
  CHECK(suggestion_lines(suggestions(none, {}, today, "main")) != suggestion_lines(suggestions(none, {}, today, "sam")));
  // A promise to those who keep their history: the same in every version, on every machine.
  CHECK(log_line(suggestions(none).front()) == "mend log s/did-not-push");
}

TEST_CASE("as-needed and resting steps are left alone") {
  JournalSettings settings;
  settings.cadences[index_of(Step::apology)] = *parse_cadence("as-needed");
  const std::vector<Entry> entries = {rest("2026-11-22", "2026-11-23", {Step::patience})};
  const auto all = suggestions(entries, settings);
  for (const Suggestion& each : all) {
    CHECK(each.step != Step::apology);
    CHECK(each.step != Step::patience);
  }
  CHECK(suggestions({rest("2026-11-22", "2026-11-22")}).empty());
}

TEST_CASE("it fits the role") {
  JournalSettings settings;
  CHECK(has_suggestion(suggestions({}, settings), "showed-up"));
  CHECK_FALSE(has_suggestion(suggestions({}, settings), "own-routine"));
  settings.role = Who::healing;
  CHECK_FALSE(has_suggestion(suggestions({}, settings), "showed-up"));
  CHECK(has_suggestion(suggestions({}, settings), "own-routine"));
  settings.role = Who::both;
  CHECK(has_suggestion(suggestions({}, settings), "showed-up"));
  CHECK(has_suggestion(suggestions({}, settings), "own-routine"));
}

TEST_CASE("while a time apart is open, only what needs no contact") {
  const std::vector<Entry> entries = {
      space("s1", "2026-11-22T10:00:00+00:00", "2026-11-22T12:00:00+00:00")};
  const JournalSettings settings = with_own(Step::patience, "own-one");
  const auto all = suggestions(entries, settings);
  REQUIRE_FALSE(all.empty());
  for (const Suggestion& each : all) {
    INFO(log_line(each));
    const ActionContent* const known = find_action(each.step, each.action);
    REQUIRE(known != nullptr);
    CHECK(known->is_alone);
  }

  auto over = entries;
  over.push_back(comeback("s1", Outcome::on_time, "2026-11-22T11:00:00+00:00"));
  CHECK(has_suggestion(suggestions(over, settings), "own-one"));

  // Begun where it is tomorrow already.
  const std::vector<Entry> ahead = {
      space("s1", "2026-11-23T06:00:00+09:00", "2026-11-23T20:00:00+09:00")};
  CHECK_FALSE(has_suggestion(suggestions(ahead, settings), "own-one"));
}

TEST_CASE("what is logged today is not suggested again") {
  Entry logged = action(Step::consistency, "2026-11-22");
  logged.action = "on-time";
  CHECK_FALSE(has_suggestion(suggestions({logged}), "on-time"));
  logged.day = on("2026-11-21");
  CHECK(has_suggestion(suggestions({logged}), "on-time"));
}

TEST_CASE("own actions take part while they are in use") {
  JournalSettings settings = with_own(Step::consistency, "call");
  CHECK(has_suggestion(suggestions({}, settings), "call"));
  CHECK_FALSE(has_suggestion(read_suggestions({}, settings, "main", last_moment_of(today, day_clock), Discretion::on), "call"));
  settings.actions.front().until = today - 1;
  CHECK_FALSE(has_suggestion(suggestions({}, settings), "call"));
  settings.actions.front().until.reset();
  settings.actions.front().since = today + 1;
  CHECK_FALSE(has_suggestion(suggestions({}, settings), "call"));
}

TEST_CASE("a suggestion fits a narrow terminal") {
  const Suggestion suggestion{Step::connection, "asked-inside",
                              "Asked about their hopes, worries or day, and stayed with the answer",
                              false};
  CHECK(suggestion_text(suggestion, {Color::off, Charset::ascii, 40}) ==
        "connection  Asked about their hopes,\n"
        "            worries or day, and stayed\n"
        "            with the answer\n"
        "once done:  mend log b/asked-inside\n");
}

}  // namespace
}  // namespace mend
