// SPDX-License-Identifier: MIT
#include "mend/cli/own_actions.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t longest_key = 64;

bool is_key_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_key(std::string_view text) {
  return !text.empty() && text.size() <= longest_key && is_key_letter(text.front()) &&
         is_key_letter(text.back()) &&
         std::ranges::all_of(text, [](char c) { return is_key_letter(c) || c == '-'; });
}

// "Call at noon" becomes "call-at-noon"; what no key can hold is a gap.
std::string as_key(std::string_view text) {
  std::string key;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_key_letter(lower)) {
      key += lower;
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  key.resize(std::min(key.size(), longest_key));
  while (key.ends_with('-')) key.pop_back();
  return key;
}

std::string full_name(const OwnAction& action) {
  return std::string{key_of(action.step)} + "/" + action.key;
}

void require_shape(const std::string& key) {
  if (is_key(key)) return;
  const std::string nearest = as_key(key);
  const bool is_near = is_key(nearest) && nearest != key;
  stop_usage("'" + key + "' cannot be the key of an action",
             "A key is made of a-z, 0-9 and - and has at most " + std::to_string(longest_key) +
                 " characters." + (is_near ? " Did you mean '" + nearest + "'?" : ""));
}

[[noreturn]] void refuse_unknown(const JournalSettings& settings, std::string_view word,
                                 Discretion discretion) {
  if (!settings.has_all_actions) stop_action_not_there("you have no action '" + std::string{word} + "'");
  std::vector<std::string> names;
  for (const OwnAction& action : settings.actions) {
    const bool is_full = word.find('/') != std::string_view::npos;
    names.push_back(is_full ? full_name(action) : action.key);
    const bool was_so = std::ranges::find(action.was, word) != action.was.end();
    if (!was_so || discretion == Discretion::on) continue;
    stop_usage("'" + std::string{word} + "' has another name now", "It is '" + action.key + "'.");
  }
  const std::vector<std::string_view> known{names.begin(), names.end()};
  const std::string hint =
      discretion == Discretion::on ? std::string{} : did_you_mean(word, known);
  stop_usage("you have no action '" + std::string{word} + "'",
             hint.empty() ? "'mend action list' shows yours." : hint);
}

}  // namespace

void stop_action_not_there(const std::string& what) {
  stop(exit_no, what + " in what can be read", "It may be in what cannot, which is named below.");
}

const OwnAction& named_action(const JournalSettings& settings, std::string_view word,
                              Discretion discretion) {
  const auto slash = word.find('/');
  const bool has_step = slash != std::string_view::npos;
  const Step step = has_step ? or_usage_error(parse_step(word.substr(0, slash))) : Step::apology;
  const std::string key = lower_case(has_step ? word.substr(slash + 1) : word);
  const OwnAction* found = nullptr;
  std::string candidates;
  for (const OwnAction& action : settings.actions) {
    if (action.key != key || (has_step && action.step != step)) continue;
    candidates += (candidates.empty() ? "" : " or ") + full_name(action);
    if (found == nullptr) found = &action;
    if (found->step == action.step) continue;
    stop_usage("'" + key + "' could be " + candidates, "Name it with its step.");
  }
  if (found == nullptr) refuse_unknown(settings, word, discretion);
  if (!has_step && !settings.has_all_actions) {
    stop(exit_no, "nobody can say whether another action is called '" + key + "' too while not all of them can be read",
         "What cannot is named below. Name it with its step: " + full_name(*found));
  }
  return *found;
}

void require_free_key(const JournalSettings& settings, Step step, const std::string& key,
                      const OwnAction* self) {
  require_shape(key);
  if (const auto step_named = parse_step(key)) {
    stop_usage("'" + key + "' already means the step " + std::string{key_of(*step_named)},
               "You can name your own action without its step, so its key cannot also name a step.");
  }
  if (is_date_word(key)) {
    stop_usage("'" + key + "' is a word for a date",
               "You can name your own action without its step, so its key cannot also name a date.");
  }
  const std::string name = "'" + std::string{key_of(step)} + "/" + key + "'";
  if (find_action(step, key) != nullptr) {
    stop_usage(name + " is one of the step's own actions",
               "'mend log " + std::string{key_of(step)} + "/" + key + "' needs nothing more. "
               "Give yours another key.");
  }
  if (!settings.has_all_actions) {
    stop(exit_no, "nobody can say whether " + name + " is there already while not all actions can be read",
         "What cannot is named below. Put that right first.");
  }
  const OwnAction* const other = settings.find_written_action(step, key);
  if (other == nullptr || other == self) return;
  if (other->key != key) {
    stop_usage(name + " is what '" + other->key + "' was called before",
               "Entries with that key count for '" + other->key + "'. Take another one.");
  }
  stop_usage(name + " already exists",
             other->until ? "It has ended; to go on with it, take its 'until' out with 'mend config "
                            "edit journal'."
                          : "'mend action list' shows it.");
}

}  // namespace mend
