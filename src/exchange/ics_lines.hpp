// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"

#include <string>
#include <string_view>

namespace mend {

// The content lines of RFC 5545.

// A line folded to at most 75 octets a piece, never within a character, with its CR LF.
std::string ics_line(std::string_view name, std::string_view value);

// A value of type TEXT. What acts without being seen is made visible.
std::string ics_text(std::string_view text);

// "20261127T170000Z", and "20261127".
std::string ics_time(Instant instant);
std::string ics_date(Day day);

}  // namespace mend
