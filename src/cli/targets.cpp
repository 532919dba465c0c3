// SPDX-License-Identifier: MIT
#include "mend/cli/targets.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

void require_action(Step step, std::string_view key, const JournalSettings& settings) {
  if (find_action(step, key) != nullptr || settings.find_action(step, key) != nullptr) return;
  std::vector<std::string_view> keys;
  for (const ActionContent& action : content_of(step).actions) keys.push_back(action.key);
  for (const OwnAction& action : settings.actions) {
    if (action.step == step) keys.push_back(action.key);
  }
  std::string hint = did_you_mean(key, keys);
  if (hint.empty()) {
    hint = "The actions of " + std::string{key_of(step)} + " are";
    for (const auto each : keys) hint += (each == keys.front() ? " " : ", ") + std::string{each};
    hint += ". Your own words need no action: mend log " + std::string{key_of(step)} + " \"...\"";
  }
  stop_usage("'" + std::string{key_of(step)} + "' has no action '" + std::string{key} + "'", hint);
}

Target parse_target(std::string_view text, const JournalSettings& settings) {
  const auto slash = text.find('/');
  Target target;
  target.step = or_usage_error(parse_step(text.substr(0, slash)));
  if (slash != std::string_view::npos) {
    target.action = text.substr(slash + 1);
    require_action(target.step, target.action, settings);
  }
  return target;
}

}  // namespace

std::vector<Target> parse_targets(std::string_view list, const JournalSettings& settings) {
  std::vector<Target> targets;
  while (true) {
    const auto comma = list.find(',');
    targets.push_back(parse_target(list.substr(0, comma), settings));
    if (comma == std::string_view::npos) return targets;
    list.remove_prefix(comma + 1);
  }
}

std::vector<Step> parse_steps(const std::vector<std::string>& words) {
  std::vector<Step> steps;
  for (const std::string& word : words) steps.push_back(or_usage_error(parse_step(word)));
  return steps;
}

std::vector<StepRow> named_rows(std::vector<StepRow> rows, const std::vector<Step>& steps) {
  if (steps.empty()) return rows;
  std::vector<StepRow> named;
  for (const Step step : steps) named.push_back(rows[index_of(step)]);
  return named;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string harmless_line(std::string_view text) { return harmless(text) + "\n"; }

}  // namespace mend
