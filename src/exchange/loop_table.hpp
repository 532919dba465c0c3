// SPDX-License-Identifier: MIT
#pragma once

#include "mend/exchange/import.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Loop's combined `Checkmarks.csv`: a row for each day with a comma behind every value, and a first
// line of names that are written as they are, with their blanks, commas and quotes.

// A value of the table and where it is.
struct TableValue {
  std::size_t column = 0;  // counted from 0 behind the date
  std::string_view text;
  RowPlace place;
};

struct LoopTable {
  std::vector<std::string> names;   // of the columns, as they are written
  std::vector<std::size_t> habits;  // which of the known habits each is; empty without any
  std::vector<Diagnostic> problems;
};

// The columns of the table. `known` are the names of `Habits.csv`, in their order: with them, the
// columns are these habits one after the other, or those of them that the first line names.
LoopTable read_loop_columns(const ImportFile& file, std::span<const std::string> known);

// Calls `take` for every value of every row, with the cell of its date first. What is no row of so
// many columns is a problem.
using TakeValue = std::function<void(const TableValue& date, const TableValue& value)>;
std::vector<Diagnostic> read_loop_rows(const ImportFile& file, std::size_t columns, const TakeValue& take);

}  // namespace mend
