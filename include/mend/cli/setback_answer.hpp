// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <string>
#include <string_view>

namespace mend {

// What is said once a setback is in the journal, in lines that fit: "written down  patience, slip
// k7q2", the reply to it and, of a breach, which chapter began and how long the one before was. With
// discretion, nothing of how bad it was.
std::string setback_answer(Context& context, const History& history, const Attributes& setback);

}  // namespace mend
