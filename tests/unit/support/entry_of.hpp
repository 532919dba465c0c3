// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
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
struct EntryOf {
  Entry entry;

  EntryOf(Kind kind, std::string_view day) {
    entry.kind = kind;
    entry.day = on(day);
  }
  EntryOf& id(std::string_view id) { entry.id = id; return *this; }
  EntryOf& step(Step step) { entry.step = step; return *this; }
  EntryOf& at(std::string_view time) { entry.at = mend::at(time); return *this; }
  EntryOf& edited(std::string_view time) { entry.edited = mend::at(time); return *this; }
  EntryOf& severity(Severity severity) { entry.severity = severity; return *this; }
  EntryOf& deadline(std::string_view text) { entry.deadline = mend::deadline(text); return *this; }
  EntryOf& no_contact() { entry.no_contact = true; return *this; }
  EntryOf& place(std::size_t file, std::size_t index) { entry.place = {file, index}; return *this; }
  EntryOf& settles(std::string_view reference, Outcome result) {
    entry.reference = reference;
    entry.about = entry.kind == Kind::comeback ? Kind::space : Kind::promise;
    entry.result = result;
    return *this;
  }
  operator Entry() const { return entry; }
};

inline EntryOf action(Step step, std::string_view day) {
  return EntryOf{Kind::action, day}.step(step);
}

inline EntryOf setback(Step step, Severity severity, std::string_view day) {
  return EntryOf{Kind::setback, day}.step(step).severity(severity);
}

inline EntryOf promise(std::string_view id, std::string_view day, std::string_view due) {
  return EntryOf{Kind::promise, day}.id(id).step(Step::consistency).deadline(due);
}

inline EntryOf outcome(std::string_view promise, Outcome result, std::string_view day) {
  return EntryOf{Kind::outcome, day}.settles(promise, result);
}

inline EntryOf space(std::string_view id, std::string_view at, std::string_view until) {
  return EntryOf{Kind::space, at.substr(0, 10)}.id(id).at(at).deadline(until);
}

inline EntryOf comeback(std::string_view space, Outcome result, std::string_view at) {
  return EntryOf{Kind::comeback, at.substr(0, 10)}.at(at).settles(space, result);
}

inline EntryOf rest(std::string_view first, std::string_view last,
                    std::initializer_list<Step> steps = {}) {
  EntryOf rest{Kind::rest, first};
  rest.entry.rest = days(first, last);
  if (steps.size() == 0) return rest;
  rest.entry.rest_steps.emplace();
  for (const Step step : steps) rest.entry.rest_steps->set(index_of(step));
  return rest;
}

}  // namespace mend
