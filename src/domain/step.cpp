// SPDX-License-Identifier: MIT
#include "mend/domain/step.hpp"

#include "mend/domain/spelling.hpp"

#include <algorithm>
#include <vector>

namespace mend {
namespace {

bool is_named(const StepContent& content, std::string_view word) {
  return word == content.key || std::ranges::find(content.aliases, word) != content.aliases.end() ||
         (word.size() == 1 && word[0] - '0' == content.number);
}

Diagnostic ambiguous(std::string_view word, const std::vector<Step>& candidates) {
  std::string names;
  for (const Step step : candidates) {
    if (!names.empty()) names += step == candidates.back() ? " or " : ", ";
    names += key_of(step);
  }
  Diagnostic diagnostic;
  diagnostic.what = "'" + std::string{word} + "' could be " + names;
  diagnostic.hint = "Write one more letter.";
  return diagnostic;
}

// The name of a step that was perhaps meant, as a hint.
std::string nearest_hint(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Step step : all_steps) {
    names.push_back(key_of(step));
    for (const auto alias : content_of(step).aliases) {
      if (alias.size() > 1) names.push_back(alias);
    }
  }
  return did_you_mean(word, names);
}

Diagnostic unknown(std::string_view word) {
  Diagnostic diagnostic;
  diagnostic.what = "there is no step '" + std::string{word} + "'";
  diagnostic.hint = nearest_hint(word);
  if (word.find_first_of(",/") != std::string_view::npos) {
    diagnostic.hint = "Name one step here.";
  } else if (diagnostic.hint.empty()) {
    diagnostic.hint =
        "The steps are apology, honesty, responsibility, consistency, space, empathy, patience "
        "and connection, or 1 to 8.";
  }
  return diagnostic;
}

}  // namespace

const StepContent& content_of(Step step) { return step_contents()[index_of(step)]; }

std::string_view key_of(Step step) { return content_of(step).key; }

std::optional<Step> step_from_key(std::string_view key) {
  for (const Step step : all_steps) {
    if (key_of(step) == key) return step;
  }
  return std::nullopt;
}

Result<Step> parse_step(std::string_view typed) {
  const std::string lower = lower_case(typed);
  const std::string_view word = lower;
  std::vector<Step> candidates;
  for (const Step step : all_steps) {
    if (is_named(content_of(step), word)) return step;
    if (!word.empty() && key_of(step).starts_with(word)) candidates.push_back(step);
  }
  if (candidates.size() == 1) return candidates.front();
  if (candidates.size() > 1) return ambiguous(typed, candidates);
  return unknown(typed);
}

bool is_unlike_steps(std::string_view typed) {
  const std::string word = lower_case(typed);
  const bool begins_one = std::ranges::any_of(all_steps, [&](Step step) {
    return is_named(content_of(step), word) || (!word.empty() && key_of(step).starts_with(word));
  });
  return !begins_one && nearest_hint(typed).empty();
}

const ActionContent* find_action(Step step, std::string_view key) {
  const auto actions = content_of(step).actions;
  const auto found = std::ranges::find(actions, key, &ActionContent::key);
  return found == actions.end() ? nullptr : &*found;
}

const FieldContent* find_field(Step step, std::string_view name) {
  const auto fields = content_of(step).fields;
  const auto found = std::ranges::find(fields, name, &FieldContent::name);
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace mend
