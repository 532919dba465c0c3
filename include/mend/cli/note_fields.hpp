// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"

#include <string>
#include <vector>

namespace mend {

// The values of `-f FIELD=VALUE` as the step's fields want them. Throws Stop (usage) for unknown
// fields, with the nearest one, for values of the wrong type, and for fields given twice.
Attributes parse_note_fields(Context& context, Step step, const std::vector<std::string>& fields);

// The value of one field. Throws Stop (usage).
Value parse_note_field(Context& context, Step step, const std::string& name,
                       const std::string& value);

}  // namespace mend
