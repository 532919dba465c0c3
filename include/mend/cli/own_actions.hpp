// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <string>
#include <string_view>

namespace mend {

// What the commands about own actions have in common.

// The action somebody named, `KEY` or `STEP/KEY`. Throws Stop (usage) with the nearest one for what
// is unknown (with discretion, without), and with the candidates for what several steps have; (exit_no)
// when not all actions could be read and it may be one of those.
const OwnAction& named_action(const JournalSettings& settings, std::string_view word,
                              Discretion discretion);

// Throws Stop (usage) unless a step's action can have that key: it has the shape, and nothing the
// step has is named so; Stop (exit_no) when not all actions could be read. `self` is the action that is to have it, or null for a new one.
void require_free_key(const JournalSettings& settings, Step step, const std::string& key,
                      const OwnAction* self);

// Throws Stop (exit_no): an action is not there as far as they could be read.
[[noreturn]] void stop_action_not_there(const std::string& what);

}  // namespace mend
