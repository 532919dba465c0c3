// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/domain/ledger.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string action_words(const Facts& facts, const JournalSettings& settings,
                         Discretion discretion) {
  if (facts.action.empty() || !facts.step) return {};
  if (const auto* const action = find_action(*facts.step, facts.action)) {
    return std::string{action->text};
  }
  if (discretion == Discretion::on) return {};
  const OwnAction* const own = settings.find_written_action(*facts.step, facts.action);
  return own == nullptr || own->text.empty() ? facts.action : own->text;
}

bool is_asked_of_setbacks(std::string_view key) {
  const auto fields = setback_content().fields;
  return std::ranges::find(fields, key, &FieldContent::name) != fields.end();
}

std::string first_field(const Facts& facts, const Attributes& attributes) {
  if (!facts.step) return {};
  for (const Attribute& attribute : attributes) {
    const bool is_field = find_field(*facts.step, attribute.key) != nullptr ||
                          (facts.kind == Kind::setback && is_asked_of_setbacks(attribute.key));
    if (is_field && attribute.value.text() != nullptr) {
      return attribute.key + ": " + *attribute.value.text();
    }
  }
  return {};
}

std::string gist_with(const std::string& label, std::string_view text) {
  if (label.empty()) return std::string{text};
  return text.empty() ? label : label + ": " + std::string{text};
}

std::string label_of(const Facts& facts, const JournalSettings& settings, const LocalDay& here,
                     Discretion discretion) {
  switch (facts.kind) {
    case Kind::action: return action_words(facts, settings, discretion);
    case Kind::setback:
      return discretion == Discretion::on
                 ? std::string{}
                 : std::string{word_of(facts.severity.value_or(Severity::slip))};
    case Kind::rest:
      return to_iso(facts.rest.first) + ".." + to_iso(facts.rest.last);
    // In full, as a list shows entries of many days.
    case Kind::promise: return facts.deadline ? "due " + describe_in_full(*facts.deadline, here) : "";
    case Kind::space:
      return facts.deadline ? "until " + describe_in_full(*facts.deadline, here) : "no date agreed";
    default: return {};
  }
}

}  // namespace

std::string gist(const Facts& facts, const Attributes& attributes, const JournalSettings& settings,
                 const LocalDay& here, Discretion discretion, std::string_view about) {
  if (facts.kind == Kind::outcome || facts.kind == Kind::comeback) {
    const bool is_moved = facts.deadline && !settles(facts);
    const std::string moved = is_moved ? " to " + describe_in_full(*facts.deadline, here) : "";
    const std::string result = std::string{text_of(attributes, "result")} + moved;
    return discretion == Discretion::on ? result : gist_with(result, about);
  }
  const std::string label = label_of(facts, settings, here, discretion);
  if (discretion == Discretion::on) return label;
  if (facts.kind == Kind::rest) return gist_with(label, text_of(attributes, "reason"));
  const auto text = first_line(text_of(attributes, "text"));
  const bool has_fields = facts.kind == Kind::setback || label.empty();
  if (text.empty() && has_fields) return gist_with(label, first_field(facts, attributes));
  // Somebody's own words come first; the action's are the same every time.
  if (facts.kind == Kind::action && !text.empty() && !label.empty()) {
    return std::string{text} + " (" + label + ")";
  }
  return gist_with(label, text);
}

}  // namespace mend
