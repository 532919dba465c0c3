// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

namespace mend {

// Calls `run`, on a stack of its own where the one of this process may not grow large enough for the
// records to be read, and returns what it returns. What it throws comes out here. Throws
// std::bad_alloc when there is no memory for such a stack.
int on_large_stack(const std::function<int()>& run);

}  // namespace mend
