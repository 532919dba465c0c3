// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace mend {

// Whether a value of `TZ` is a whole rule as POSIX writes them without a database, every number in
// its range: `CET-1CEST,M3.5.0,M10.5.0/3`, `<+03>-3`. The C library takes much else for a rule, and
// reads it as it likes: `CET-99` as a day's difference.
bool is_posix_zone_rule(std::string_view tz);

}  // namespace mend
