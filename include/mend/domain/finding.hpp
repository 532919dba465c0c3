// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace mend {

// How bad a finding is: reading copes with it, reading loses something, or nothing could be read.
enum class Gravity { odd, damaged, unreadable };

std::string_view word_of(Gravity gravity);

// Something `doctor` names. Its `what` holds no word anyone typed, unless it is damage, where it is
// the reader's own; `typed` is a value of the file that says more, and is left out with --discreet.
struct Finding {
  Gravity gravity = Gravity::odd;
  Diagnostic diagnostic;
  std::string typed;
};

Finding odd_in(std::string file, std::string what, std::string hint = {});
Finding odd_at(std::string file, int line, int column, std::string what, std::string hint = {});
Finding damage(Diagnostic diagnostic);

// Something that could not be read. `what` names the file, as a message of the system does.
Finding unreadable(std::string file, std::string_view what);

// By file, line and column.
bool found_before(const Finding& a, const Finding& b);

}  // namespace mend
