// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/recording.hpp"
#include "mend/cli/targets.hpp"
#include "mend/domain/date_words.hpp"

namespace mend {
namespace {

std::string rested_step_names(const std::vector<Step>& steps) {
  if (steps.empty()) return "every step";
  std::string names;
  for (const Step step : steps) names += (names.empty() ? "" : ", ") + std::string{key_of(step)};
  return names;
}

DayRange parse_days(const std::vector<std::string>& words, Day today) {
  auto days = parse_rest_days(joined(words), today);
  if (!days && words.size() > 1 && parse_rest_days(words.front(), today)) {
    stop_usage("'" + joined({words.begin() + 1, words.end()}) + "' is not part of a date",
               "Say why with --reason \"...\", and for which step with --step.");
  }
  return or_usage_error(std::move(days));
}

// An entry that says all that this one says, whenever it was written. Reasons and tags only have to be
// the same where this one has them.
const Entry* find_same_rest(const History& history, const Attributes& rest) {
  for (const Entry& each : history.entries) {
    const Attributes& other = each.keys;
    if (each.kind != Kind::rest || !each.rest_actions.empty()) continue;
    const auto has = [&](std::string_view key) {
      const Value* const mine = find_value(rest, key);
      const Value* const its = find_value(other, key);
      if (key == "reason" || key == "tags") return mine == nullptr || (its != nullptr && *mine == *its);
      return mine == nullptr ? its == nullptr : its != nullptr && *mine == *its;
    };
    if (has("from") && has("to") && has("steps") && has("reason") && has("tags")) return &each;
  }
  return nullptr;
}

int run_rest(Context& context, const Arguments& arguments) {
  if (arguments.words().empty()) {
    stop_usage("rest on which day?", "For example: mend rest tomorrow, or mend rest fri..sun");
  }
  context.put_off_missing_journal();
  const Day today = context.today();
  const DayRange days = parse_days(arguments.words(), today);
  std::vector<Step> steps;
  for (const std::string& word : arguments.values("step")) {
    steps.push_back(or_usage_error(parse_step(word)));
  }
  Attributes entry = new_entry(context, days.first, Kind::rest);
  entry.push_back({"from", {DateText{to_iso(days.first)}}});
  entry.push_back({"to", {DateText{to_iso(days.last)}}});
  if (const auto reason = arguments.value("reason")) append_text(entry, "reason", *reason);
  Values keys;
  for (const Step step : steps) keys.push_back({std::string{key_of(step)}});
  if (!keys.empty()) entry.push_back({"steps", {std::move(keys)}});
  append_tags(entry, arguments);
  const auto answer = [&](const History& history) {
    context.print(recorded_answer(context, history, "rest", {},
                                  describe(days, today) + ", " + rested_step_names(steps),
                                  std::string{text_of(entry, "id")}));
  };
  context.require_journal();
  context.hold({entry}, Typed::on_the_line);
  const History history = context.history(all_words);
  if (const Entry* const same = find_same_rest(history, entry)) {
    context.unsaved().let_go();
    entry = same->keys;
    if (context.is_json()) {
      context.print(entries_json("rest", std::span{&entry, 1}, context.discretion(), context.is_dry_run()));
    } else if (!context.is_quiet()) {
      answer(history);
    }
    context.hint("This rest was already written down; nothing was added.");
    return exit_done;
  }
  save_and_answer(context, "rest", days.first, {entry}, answer);
  return exit_done;
}

constexpr std::string_view rest_examples[] = {
    "mend rest tomorrow --reason \"with my parents\"",
    "mend rest fri..sun --step empathy",
    "mend rest 2026-12-24..01-02",
};

constexpr Option rest_options[] = {
    {"--reason", "TEXT", "why, in your words"},
    {"--step", "STEP", "only for this step", Option::Times::repeated},
    tag_option,
};

}  // namespace

const Command rest_command = {
    "rest",
    "Record",
    "DAY|RANGE",
    "Take days off: planned rest, travel, illness. They ask for nothing.",
    rest_examples,
    "Words look forward here: fri is the next Friday, today included; tomorrow, +3d and 12-24 work "
    "too. A..B is a range with both ends. Days that are already past can rest as well.",
    rest_options,
    WordsAre::arguments,
    run_rest};

}  // namespace mend
