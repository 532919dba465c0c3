// SPDX-License-Identifier: MIT
#pragma once

#include "mend/exchange/import.hpp"

#include <optional>
#include <string_view>

namespace mend {

// What the readers of plain text trackers have in common.

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

// Takes a line that says something, without blanks at its ends, and the place where it begins.
using LineReader = void (*)(HabitLog& log, std::string_view line, const RowPlace& place);

// The two files of harsh and habitctl; that of the habits may be missing. Knows LF, CR LF and a byte
// order mark, and passes over blank lines and those that begin with `#`.
HabitLog read_habit_files(const std::optional<ImportFile>& habits, LineReader read_habit,
                          const ImportFile& log_file, LineReader read_record, WhichWins which);

}  // namespace mend
