// SPDX-License-Identifier: MIT
#include "habit_lines.hpp"

#include "mend/text/trimmed.hpp"
#include "mend/text/utf8.hpp"
#include "mend_import.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace mend {
namespace {

int code_points(std::string_view text) {
  return static_cast<int>(
      std::ranges::count_if(text, [](char c) { return !continues_character(c); }));
}

template <typename Read>
void read_lines(HabitLog& log, const ImportFile& file, Read read) {
  std::string_view rest = file.bytes;
  if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
  for (int number = 1; !rest.empty(); ++number) {
    const auto newline = std::min(rest.find('\n'), rest.size());
    const std::string_view whole = rest.substr(0, newline);
    rest.remove_prefix(std::min(newline + 1, rest.size()));
    const std::string_view line = trimmed(whole);
    if (line.empty() || line.starts_with('#')) continue;
    const RowPlace place = place_in(whole, {file.name, number, 1}, line);
    if (const auto lone = line.find('\r'); lone != std::string_view::npos) {
      log.problems.push_back(at_place("this line ends in a lone carriage return (CR)",
                                      place_in(line, place, line.substr(lone)),
                                      "Save the file with Unix (LF) or Windows (CRLF) line endings."));
      continue;
    }
    read(line, place);
  }
}

// The habits of a log by their names.
class NamedHabits {
 public:
  explicit NamedHabits(HabitLog& log) : log_(log) {}

  void add(Habit habit) {
    const auto [found, is_new] = by_name_.emplace(habit.name, log_.habits.size());
    if (is_new) {
      log_.habits.push_back(std::move(habit));
    } else {
      log_.remarks.push_back("'" + habit.name + "' is listed twice; the first one is used.");
    }
  }

  std::size_t index_of(std::string_view name) {
    const auto found = by_name_.find(name);
    if (found != by_name_.end()) return found->second;
    by_name_.emplace(name, log_.habits.size());
    log_.habits.push_back({std::string{name}, {}, {}, {}});
    return log_.habits.size() - 1;
  }

 private:
  HabitLog& log_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

// Habits that the log names and the other file does not.
void remark_unlisted(HabitLog& log, std::size_t listed) {
  for (std::size_t i = listed; i < log.habits.size(); ++i) {
    log.remarks.push_back("'" + log.habits[i].name +
                          "' is only in the log, so it is imported as an as-needed action.");
  }
}

}  // namespace

RowPlace place_in(std::string_view line, const RowPlace& place, std::string_view part) {
  const auto offset = static_cast<std::size_t>(part.data() - line.data());
  return {place.file, place.line, place.column + code_points(line.substr(0, offset))};
}

std::optional<HabitMark> mark_from_letter(std::string_view letter) {
  if (letter == "y") return HabitMark::done;
  if (letter == "s") return HabitMark::skipped;
  if (letter == "n") return HabitMark::nothing;
  return std::nullopt;
}

std::string nearest_remark(std::string_view name, const NearCadence& cadence,
                           std::string_view asked) {
  return "'" + std::string{name} + "' is asked " + cadence.text.value_or("") +
         ", the nearest to '" + std::string{asked} + "'.";
}

void keep_one_a_day(HabitLog& log, WhichWins which) {
  std::map<std::pair<std::size_t, Day>, std::size_t> kept;
  for (std::size_t i = 0; i < log.records.size(); ++i) {
    const auto [found, is_new] = kept.emplace(std::pair{log.records[i].habit, log.records[i].day}, i);
    if (is_new) continue;
    const std::size_t loser = which == WhichWins::last ? std::exchange(found->second, i) : i;
    log.records[loser].is_overruled = true;
    log.records[loser].mark = HabitMark::nothing;
  }
  std::vector<HabitRecord> records;
  for (const HabitRecord& record : log.records) {
    const std::string& comment = log.records[kept.at({record.habit, record.day})].comment;
    const bool is_needless = record.comment.empty() || record.comment == comment;
    if (!record.is_overruled || !is_needless) records.push_back(record);
  }
  log.records = std::move(records);
}

HabitLog read_habit_files(const std::optional<ImportFile>& habits, HabitReader read_habit,
                          const ImportFile& log_file, RecordReader read_record, WhichWins which) {
  HabitLog log;
  NamedHabits named{log};
  if (habits) {
    read_lines(log, *habits, [&](std::string_view line, const RowPlace& place) {
      if (auto habit = read_habit(log, line, place)) named.add(*std::move(habit));
    });
  }
  const std::size_t listed = log.habits.size();
  read_lines(log, log_file, [&](std::string_view line, const RowPlace& place) {
    const auto read = read_record(log, line, place);
    if (!read) return;
    log.records.push_back({named.index_of(read->name), read->day, read->mark,
                           std::string{read->comment}, std::string{read->amount}, place, false});
  });
  if (habits) remark_unlisted(log, listed);
  keep_one_a_day(log, which);
  return log;
}

}  // namespace mend
