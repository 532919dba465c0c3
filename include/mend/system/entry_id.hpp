// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace mend {

// A new id: ten characters of a-z and 2-9 without those that look like others, from the kernel's
// random numbers; about 49 bits. Throws SystemError (io).
std::string make_entry_id();

}  // namespace mend
