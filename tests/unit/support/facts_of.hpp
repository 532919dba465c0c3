// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/facts.hpp"
#include "support/calendar.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace mend {

// A due or an until as files spell it: a date or a time.
inline Deadline deadline(std::string_view text) {
  if (text.size() == 10) return {on(text), std::nullopt};
  const Timestamp time = at(text);
  return {time.day(), time};
}

// Entries as a test needs them: what matters to it, nothing else.
struct FactsOf {
  Facts facts;

  FactsOf(Kind kind, std::string_view day) {
    facts.kind = kind;
    facts.day = on(day);
  }
  FactsOf& id(std::string_view id) { facts.id = id; return *this; }
  FactsOf& step(Step step) { facts.step = step; return *this; }
  FactsOf& at(std::string_view time) { facts.at = mend::at(time); return *this; }
  FactsOf& edited(std::string_view time) { facts.edited = mend::at(time); return *this; }
  FactsOf& severity(Severity severity) { facts.severity = severity; return *this; }
  FactsOf& deadline(std::string_view text) { facts.deadline = mend::deadline(text); return *this; }
  FactsOf& no_contact() { facts.no_contact = true; return *this; }
  FactsOf& place(std::size_t file, std::size_t index) { facts.place = {file, index}; return *this; }
  FactsOf& settles(std::string_view reference, Outcome result) {
    facts.reference = reference;
    facts.result = result;
    return *this;
  }
  operator Facts() const { return facts; }
};

inline FactsOf action(Step step, std::string_view day) {
  return FactsOf{Kind::action, day}.step(step);
}

inline FactsOf setback(Step step, Severity severity, std::string_view day) {
  return FactsOf{Kind::setback, day}.step(step).severity(severity);
}

inline FactsOf promise(std::string_view id, std::string_view day, std::string_view due) {
  return FactsOf{Kind::promise, day}.id(id).step(Step::consistency).deadline(due);
}

inline FactsOf outcome(std::string_view promise, Outcome result, std::string_view day) {
  return FactsOf{Kind::outcome, day}.settles(promise, result);
}

inline FactsOf space(std::string_view id, std::string_view at, std::string_view until) {
  return FactsOf{Kind::space, at.substr(0, 10)}.id(id).at(at).deadline(until);
}

inline FactsOf comeback(std::string_view space, Outcome result, std::string_view at) {
  return FactsOf{Kind::comeback, at.substr(0, 10)}.at(at).settles(space, result);
}

inline FactsOf rest(std::string_view first, std::string_view last,
                    std::initializer_list<Step> steps = {}) {
  FactsOf entry{Kind::rest, first};
  entry.facts.rest = days(first, last);
  if (steps.size() == 0) return entry;
  entry.facts.rest_steps.emplace();
  for (const Step step : steps) entry.facts.rest_steps->set(index_of(step));
  return entry;
}

}  // namespace mend
