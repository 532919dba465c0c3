// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
#include "mend/domain/settings.hpp"
#include "mend/report/json.hpp"
#include "mend/text/style.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// One small thing to do today: an action of a step, built in or one's own.
struct Suggestion {
  Step step = Step::apology;
  std::string action;  // key
  std::string text;
  bool is_own = false;
};

// Everything that can be suggested for one step on a day, in an order that is the same all day and
// another one tomorrow: it comes from the day, the journal's name and the keys alone. Left out are
// actions that do not fit the journal's role or were logged that day already; while a time apart is
// open, all that may need contact, one's own among them; with discretion on, one's own.
std::vector<Suggestion> read_suggestions(Step step, std::span<const Entry> entries,
                                         const JournalSettings& settings, std::string_view journal,
                                         const Moment& moment, Discretion discretion);

// The same for every step that neither rests nor is as needed: first the step that has been quiet
// longest, last those that are kept today.
std::vector<Suggestion> read_suggestions(std::span<const Entry> entries,
                                         const JournalSettings& settings, std::string_view journal,
                                         const Moment& moment, Discretion discretion);

// What to type once it is done: "mend log c/on-time".
std::string log_line(const Suggestion& suggestion);

std::string suggestion_text(const Suggestion& suggestion, const Style& style);

// Of no suggestion, an object whose keys are null.
std::string suggestion_json(const std::optional<Suggestion>& suggestion, Day day);

}  // namespace mend
