// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/domain/attributes.hpp"
#include "mend/report/text.hpp"

#include <span>
#include <string>
#include <vector>

namespace mend {

// What the commands that record have in common in their answers.

// Something that was written and keeps its step, or in words alone does not.
struct Kept {
  Step step = Step::apology;
  Kind kind = Kind::action;
  std::string action;  // key, or empty
  std::string id;      // empty where another line has it
};

Kept kept_by(const Attributes& entry);

// "kept  consistency  Was on time; 22 of the last 25, 12 days in a row  k7q2", a line each, and why a
// streak is shorter than it was, where this begins it again.
std::string kept_answer(Context& context, const History& history, std::span<const Kept> all, Day day);

// "for Tue 24 Nov", a line of its own, unless it is today.
std::string day_answer(Context& context, Day day);

// "rest  Sat 28 Nov, every step  k7q2": what was written, the step it is for if that is not said
// already, words that are harmless, and the whole id.
std::string recorded_answer(Context& context, const History& history, std::string verb,
                            std::string subject, std::string words, const std::string& id);

}  // namespace mend
