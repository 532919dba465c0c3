// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/report/audience.hpp"

#include <string>

namespace mend {

// What the commands that make something for somebody else have in common.

// Whom `--for` names; oneself without it. Throws Stop (usage) with the nearest one.
Audience read_audience(const Arguments& arguments, const std::string& command);

// Nothing made for somebody else leaves a terminal unseen: shows it, and asks.
bool is_confirmed(Dialogue& dialogue, const std::string& preview);

}  // namespace mend
