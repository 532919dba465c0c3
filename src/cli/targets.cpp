// SPDX-License-Identifier: MIT
#include "mend/cli/targets.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/own_actions.hpp"
#include "mend/domain/spelling.hpp"

#include <algorithm>
#include <optional>

namespace mend {
namespace {

void require_action(Step step, std::string_view key, const JournalSettings& settings,
                    Discretion discretion) {
  if (find_action(step, key) != nullptr || settings.find_action(step, key) != nullptr) return;
  if (!settings.has_all_actions) {
    stop_action_not_there("'" + std::string{key_of(step)} + "' has no action '" + std::string{key} + "'");
  }
  const OwnAction* const renamed = settings.find_written_action(step, key);
  if (renamed != nullptr && discretion == Discretion::off) {
    stop_usage("'" + std::string{key_of(step)} + "/" + std::string{key} + "' has another name now",
               "It is '" + std::string{key_of(step)} + "/" + renamed->key + "'.");
  }
  std::vector<std::string_view> keys;
  for (const ActionContent& action : content_of(step).actions) keys.push_back(action.key);
  for (const OwnAction& action : settings.actions) {
    const bool may_be_told = discretion == Discretion::off;
    if (may_be_told && action.step == step) keys.push_back(action.key);
  }
  std::string hint = did_you_mean(key, keys);
  if (hint.empty()) {
    hint = "The actions of " + std::string{key_of(step)} + " are";
    for (const auto each : keys) hint += (each == keys.front() ? " " : ", ") + std::string{each};
    hint += ". Your own words need no action: mend log " + std::string{key_of(step)} + " \"...\"";
  }
  stop_usage("'" + std::string{key_of(step)} + "' has no action '" + std::string{key} + "'", hint);
}

// `c,,e`, `c/`, `/on-time`.
void refuse_gaps(std::string_view list) {
  for (std::string_view rest = list;;) {
    const auto comma = rest.find(',');
    const auto part = rest.substr(0, comma);
    if (part.empty() || part.front() == '/' || part.back() == '/') {
      const bool lacks_action = part.size() > 1 && part.back() == '/';
      stop_usage((lacks_action ? "an action is missing in '" : "a step is missing in '") +
                     std::string{list} + "'",
                 "Write for example c, c/on-time or c/on-time,e.");
    }
    if (comma == std::string_view::npos) return;
    rest.remove_prefix(comma + 1);
  }
}

// An own action named without its step. Nothing where none has that key.
std::optional<Target> find_by_key(std::string_view word, const JournalSettings& settings,
                                  Discretion discretion) {
  const std::string key = lower_case(word);
  const auto has_key = [&](const OwnAction& action) { return action.key == key; };
  if (std::ranges::none_of(settings.actions, has_key)) return std::nullopt;
  const OwnAction& action = named_action(settings, key, discretion);
  return Target{action.step, action.key};
}

Target parse_target(std::string_view text, const JournalSettings& settings,
                    Discretion discretion) {
  const auto slash = text.find('/');
  Target target;
  const auto step = parse_step(text.substr(0, slash));
  if (!step && slash == std::string_view::npos) {
    if (auto own = find_by_key(text, settings, discretion)) return *std::move(own);
    if (!settings.has_all_actions) stop_action_not_there("there is no step or action '" + std::string{text} + "'");
  }
  target.step = or_usage_error(step);
  if (slash != std::string_view::npos) {
    target.action = lower_case(text.substr(slash + 1));
    require_action(target.step, target.action, settings, discretion);
  }
  return target;
}

}  // namespace

std::vector<Target> parse_targets(std::string_view list, const JournalSettings& settings,
                                  Discretion discretion) {
  refuse_gaps(list);
  std::vector<Target> targets;
  while (true) {
    const auto comma = list.find(',');
    Target target = parse_target(list.substr(0, comma), settings, discretion);
    if (std::ranges::find(targets, target) == targets.end()) targets.push_back(std::move(target));
    if (comma == std::string_view::npos) return targets;
    list.remove_prefix(comma + 1);
  }
}

std::vector<Target> parse_row_targets(const std::vector<std::string>& words,
                                      const JournalSettings& settings, Discretion discretion) {
  std::vector<Target> targets;
  for (const std::string& word : words) {
    refuse_gaps(word);
    if (word.find(',') != std::string::npos) {
      stop_usage("'" + word + "' is more than one step", "Separate steps with spaces here: c e");
    }
    Target target = parse_target(word, settings, discretion);
    const OwnAction* const own = settings.find_action(target.step, target.action);
    if (!target.action.empty() && (own == nullptr || !own->cadence)) {
      stop_usage("'" + word + "' has no streak of its own",
                 "Only actions of your own with a cadence have one; steps always do.");
    }
    targets.push_back(std::move(target));
  }
  return targets;
}

std::vector<StepRow> named_rows(std::vector<StepRow> rows, const std::vector<Target>& targets) {
  if (targets.empty()) return rows;
  std::vector<StepRow> named;
  for (const Target& target : targets) {
    const StepRow& row = rows[index_of(target.step)];
    if (target.action.empty()) {
      named.push_back(row);
      continue;
    }
    const auto action = std::ranges::find(row.actions, target.action, &StepRow::action);
    if (action != row.actions.end()) named.push_back(*action);
  }
  return named;
}

std::vector<StepRow> rows_of(Context& context, const History& history, Day day) {
  auto rows = read_step_rows(history.entries, context.settings(), day, context.clock());
  if (context.discretion() == Discretion::on) {
    for (StepRow& row : rows) row.actions.clear();
  }
  return rows;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace mend
