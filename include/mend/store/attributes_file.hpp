// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/result.hpp"

#include <string>
#include <string_view>

namespace mend {

// The root table of any TOML text. Never throws on any bytes.
Result<Attributes> read_attributes(std::string_view bytes, const std::string& name);

}  // namespace mend
