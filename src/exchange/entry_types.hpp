// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"

#include <optional>
#include <string_view>

namespace mend {

// The types of an entry's values, for formats that do not keep them.

// The entry with every text that stands where its kind has a date or time made one.
Attributes with_dates(Attributes entry);

// The value that a cell of the column stands for, in an entry of that kind and step.
Value value_of_cell(std::string_view kind, std::string_view step, std::string_view column,
                    std::string_view cell);

// The date or time that a text means: as in TOML, or a date with slashes and the year first.
std::optional<DateText> date_from(std::string_view text);

// Is it written like a TOML date, or date and time?
bool is_date_text(std::string_view text);

}  // namespace mend
