// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/domain/ledger.hpp"
#include "mend/domain/schema.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string action_words(const Entry& entry, const JournalSettings& settings,
                         Discretion discretion) {
  if (entry.action.empty() || !entry.step) return {};
  if (const auto* const action = find_action(*entry.step, entry.action)) {
    return std::string{action->text};
  }
  if (discretion == Discretion::on) return {};
  const OwnAction* const own = settings.find_written_action(*entry.step, entry.action);
  return own == nullptr || own->text.empty() ? entry.action : own->text;
}

std::string first_field(const Entry& entry) {
  if (!entry.step) return {};
  for (const Attribute& attribute : entry.keys) {
    const bool is_field = find_field(*entry.step, attribute.key) != nullptr ||
                          find_field(entry.kind, entry.step, attribute.key) != nullptr;
    if (is_field && attribute.value.text() != nullptr) {
      return attribute.key + ": " + *attribute.value.text();
    }
  }
  return {};
}

// "every step", "empathy, patience", "connection/evening-walk".
std::string rested(const Entry& entry, Discretion discretion) {
  std::string names;
  const auto add = [&](const std::string& name) { names += (names.empty() ? "" : ", ") + name; };
  for (const Step step : all_steps) {
    if (entry.rest_steps && entry.rest_steps->test(index_of(step))) add(std::string{key_of(step)});
  }
  if (discretion == Discretion::off) {
    for (const ActionName& action : entry.rest_actions) add(std::string{key_of(action.step)} + "/" + action.key);
  } else if (!entry.rest_actions.empty()) {
    add(quantity(static_cast<int>(entry.rest_actions.size()), "action", "actions"));
  }
  return names.empty() ? "every step" : names;
}

std::string gist_with(const std::string& label, std::string_view text) {
  if (label.empty()) return std::string{text};
  return text.empty() ? label : label + ": " + std::string{text};
}

std::string label_of(const Entry& entry, const JournalSettings& settings, const LocalDay& here,
                     Discretion discretion) {
  switch (entry.kind) {
    case Kind::action: return action_words(entry, settings, discretion);
    case Kind::setback:
      return discretion == Discretion::on
                 ? std::string{}
                 : std::string{word_of(entry.severity.value_or(Severity::slip))};
    case Kind::rest:
      return describe(entry.rest, entry.rest.last) + ", " + rested(entry, discretion);
    // In full, as a list shows entries of many days.
    case Kind::promise: return entry.deadline ? "due " + describe_in_full(*entry.deadline, here) : "";
    case Kind::space:
      return entry.deadline ? "until " + describe_in_full(*entry.deadline, here) : "no date agreed";
    case Kind::limit: return entry.deadline ? "until " + describe_in_full(*entry.deadline, here) : "";
    default: return {};
  }
}

}  // namespace

std::string gist(const Entry& entry, const JournalSettings& settings, const LocalDay& here, Discretion discretion,
                 std::string_view about) {
  if (entry.result) {
    const bool is_moved = entry.deadline && !settles(entry);
    const std::string moved = is_moved ? " to " + describe_in_full(*entry.deadline, here) : "";
    const std::string result = std::string{text_of(entry.keys, "result")} + moved;
    return discretion == Discretion::on ? result : gist_with(result, about);
  }
  const std::string label = label_of(entry, settings, here, discretion);
  if (discretion == Discretion::on) return label;
  if (entry.kind == Kind::rest) return gist_with(label, text_of(entry.keys, "reason"));
  const auto text = first_line(text_of(entry.keys, "text"));
  const bool has_fields = entry.kind == Kind::setback || label.empty();
  if (text.empty() && has_fields) return gist_with(label, first_field(entry));
  // Somebody's own words come first; the action's are the same every time.
  if (entry.kind == Kind::action && !text.empty() && !label.empty()) {
    return std::string{text} + " (" + label + ")";
  }
  return gist_with(label, text);
}

}  // namespace mend
