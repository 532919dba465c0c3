// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/day.hpp"

#include <string>
#include <string_view>

namespace mend {

enum class LineEnding { lf, crlf };

// The entry as a `[[entry]]` table that TOML parsers read back as exactly these attributes. What
// cannot be seen is escaped; texts of several lines stay readable, except where the file's own line
// ending would become part of them. Texts must be UTF-8.
std::string write_entry(const Attributes& entry, LineEnding line_ending);

// The same as a `[[NAME]]` table.
std::string write_table(std::string_view name, const Attributes& table, LineEnding line_ending);

// One `key = value` line, without its end, and a value alone; as in an entry.
std::string write_attribute(const Attribute& attribute, LineEnding line_ending);
std::string write_value(const Value& value, LineEnding line_ending);

// A key, in quotes where TOML asks for them.
std::string write_key(std::string_view key);

// A basic string in quotes, on one line.
std::string toml_string(std::string_view text);

// What stands above the entries of a new month file.
std::string month_preamble(Month month);

}  // namespace mend
