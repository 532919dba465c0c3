// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace mend {

// FNV-1a, stirred at its end, as texts that differ at theirs alone come out close together otherwise.
// The same on every machine and in every version.
std::uint64_t stable_hash(std::string_view text);

}  // namespace mend
