// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// How entries stand in a table of commas.

// The columns every export begins with; those of other keys follow.
inline constexpr std::array<std::string_view, 8> first_csv_columns = {
    "id", "day", "at", "kind", "step", "action", "text", "tags"};

// A value in one cell: texts and dates as they are, what has no shorter form as in TOML.
std::string cell_text(const Value& value);

// Texts in one cell, with `;` between them, and back. A `;` or `\` in a text has a `\` before it.
std::string joined_list(const Values& texts);
Values split_list(std::string_view cell);

// A head and a row for each: these columns, then one for each other key that occurs.
std::string csv_table(const std::vector<const Attributes*>& rows, std::vector<std::string> columns);

}  // namespace mend
