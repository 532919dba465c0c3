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

// Something `doctor` names. Unless they `may_quote`, its sentence and hint hold no word anyone typed;
// `typed` is a value of the file that says more. Neither is told with --discreet.
struct Finding {
  Gravity gravity = Gravity::odd;
  Diagnostic diagnostic;
  std::string typed = {};
  bool may_quote = false;
};

Finding odd_in(std::string file, std::string what, std::string hint = {});
Finding odd_at(std::string file, int line, int column, std::string what, std::string hint = {});
Finding damaged_at(std::string file, int line, int column, std::string what, std::string hint = {});

// Damage in the words of whoever reads the file; they may quote it.
Finding read_damage(Diagnostic diagnostic);

// Something that could not be read. `what` names the file, as a message of the system does.
Finding unreadable(std::string file, std::string_view what);

// By file, line and column.
bool found_before(const Finding& a, const Finding& b);

}  // namespace mend
