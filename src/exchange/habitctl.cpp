// SPDX-License-Identifier: MIT
#include "habit_lines.hpp"
#include "mend/text/trimmed.hpp"
#include "mend_import.hpp"

#include <charconv>

namespace mend {
namespace {

// `7 Call home`: every so many days; 0 is only tracked.
std::optional<Habit> read_habitctl_habit(HabitLog& log, std::string_view line, const RowPlace& place) {
  std::int64_t days = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), days);
  const std::string_view behind = line.substr(static_cast<std::size_t>(end - line.data()));
  const std::string_view name = trimmed(behind);
  const bool is_habit = error == std::errc{} && days >= 0 && behind != name && !name.empty();
  if (!is_habit) {
    log.problems.push_back(at_place("a habit has to be 'DAYS Name', such as '1 Stretch'", place));
    return std::nullopt;
  }
  const NearCadence cadence = cadence_every(days);
  Habit habit{std::string{name}, {}, cadence.text, {}};
  if (!cadence.is_exact) habit.cadence_remark = nearest_remark(name, cadence, std::to_string(days));
  return habit;
}

bool is_day_offset(std::string_view text) {
  return text.empty() || ((text[0] == '+' || text[0] == '-') && text.size() == 6 &&
                          text.find_first_not_of("0123456789:", 1) == std::string_view::npos);
}

// Older logs wrote an offset behind the date, which changes nothing about the day.
std::optional<Day> parse_log_day(std::string_view text) {
  constexpr std::size_t date_length = 10;
  if (text.size() < date_length || !is_day_offset(text.substr(date_length))) return std::nullopt;
  return parse_foreign_day(text.substr(0, date_length));
}

std::optional<LogLine> read_habitctl_record(HabitLog& log, std::string_view line, const RowPlace& place) {
  const auto first = line.find('\t');
  const auto last = line.rfind('\t');
  if (first == std::string_view::npos || first == last) {
    log.problems.push_back(at_place("a line has to be a date, a name and y, n or s, with tabs between",
                                    place));
    return std::nullopt;
  }
  const std::string_view date = trimmed(line.substr(0, first));
  const std::string_view name = trimmed(line.substr(first + 1, last - first - 1));
  const std::string_view letter = trimmed(line.substr(last + 1));
  const auto day = parse_log_day(date);
  const auto mark = mark_from_letter(letter);
  if (!day) {
    log.problems.push_back(at_place("this is not a date; write it like 2026-11-22", place));
  } else if (name.empty()) {
    log.problems.push_back(at_place("the name is missing", place_in(line, place, name)));
  } else if (!mark) {
    log.problems.push_back(at_place("this has to be y, n or s", place_in(line, place, letter)));
  } else {
    return LogLine{*day, name, *mark, {}, {}};
  }
  return std::nullopt;
}

}  // namespace

HabitLog read_habitctl(const std::optional<ImportFile>& habits, const ImportFile& log_file) {
  return read_habit_files(habits, read_habitctl_habit, log_file, read_habitctl_record, WhichWins::first);
}

}  // namespace mend
