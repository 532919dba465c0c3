// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/domain/facts.hpp"

#include <string>
#include <vector>

namespace mend {

// The values of `-f FIELD=VALUE` as the fields of that kind and step want them. Throws Stop (usage)
// for unknown fields, with the nearest one, for values of the wrong type, and for fields given twice.
Attributes parse_fields(Context& context, Kind kind, Step step,
                        const std::vector<std::string>& fields);

// The fields that an entry of that kind and step can have: notes and setbacks have some; first what
// every setback asks.
std::vector<FieldContent> fields_of(Kind kind, Step step);

// The value of one field of such an entry. Throws Stop (usage).
Value parse_field(Context& context, Kind kind, Step step, const std::string& name,
                  const std::string& value);

}  // namespace mend
