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

// Marks which of several records for one habit and day are overruled, and leaves out those that
// have no words of their own. The order stays.
void keep_one_a_day(HabitLog& log, WhichWins which);

// A line of the file of habits: the habit, or nothing where it is a heading or cannot be read, which
// it reports. `line` has no blanks at its ends and begins at `place`.
using HabitReader = std::optional<Habit> (*)(HabitLog& log, std::string_view line,
                                             const RowPlace& place);

// A line of the log.
struct LogLine {
  Day day;
  std::string_view name;
  HabitMark mark;
  std::string_view comment;
  std::string_view amount;
};
using RecordReader = std::optional<LogLine> (*)(HabitLog& log, std::string_view line,
                                                const RowPlace& place);

// The two files of harsh and habitctl; that of the habits may be missing. Knows LF, CR LF and a byte
// order mark, and passes over blank lines and those that begin with `#`. A name is one habit, also
// one that only the log has: it is only tracked.
HabitLog read_habit_files(const std::optional<ImportFile>& habits, HabitReader read_habit,
                          const ImportFile& log_file, RecordReader read_record, WhichWins which);

}  // namespace mend
