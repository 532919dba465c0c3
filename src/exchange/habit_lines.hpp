// SPDX-License-Identifier: MIT
#pragma once

#include "mend/exchange/import.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace mend {

// What the readers of plain text trackers have in common.

// The line without blanks at its ends.
std::string_view trimmed(std::string_view text);

// Calls `take` for each line that says something, trimmed, with the place where it begins: not blank
// ones, and none that begins with `#`. Knows LF, CR LF and a byte order mark.
void for_each_line(const ImportFile& file,
                   const std::function<void(std::string_view line, const RowPlace&)>& take);

// The place of the part of a line, which lies in it.
RowPlace place_in(std::string_view line, const RowPlace& place, std::string_view part);

// `y`, `n` or `s`.
std::optional<HabitMark> mark_from_letter(std::string_view letter);

// "'Gym' is asked 4/week, the nearest to '5/9'."
std::string nearest_remark(std::string_view name, const NearCadence& cadence,
                           std::string_view asked);

enum class WhichWins { first, last };

// Of several records for one habit and day, the one that counts. The order stays.
void keep_one_a_day(HabitLog& log, WhichWins which);

}  // namespace mend
