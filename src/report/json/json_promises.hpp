// SPDX-License-Identifier: MIT
#pragma once

#include "json_values.hpp"
#include "mend/report/json.hpp"

#include <span>

namespace mend {

// One thing that waits, as `today` and `due` have it.
Json waiting_json(const Waiting& waiting, Discretion discretion);

// The limits in force, as `today` has them.
Json limits_in_force_json(std::span<const Agreement> limits, Discretion discretion);

// The follow-through of apologies.
Json apologies_json(std::span<const FollowThrough> apologies);

}  // namespace mend
