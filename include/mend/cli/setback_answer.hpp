// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <string>
#include <string_view>

namespace mend {

// What is said once a setback is in the journal, in lines that fit: the reply to it and, of a breach,
// which chapter began and how long the one before was. `told` is that of its entry, or empty. With
// discretion only that it was written down.
std::string setback_answer(Context& context, const History& history, Step step, Severity severity,
                           std::string_view told);

}  // namespace mend
