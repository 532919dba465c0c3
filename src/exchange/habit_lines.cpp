// SPDX-License-Identifier: MIT
#include "habit_lines.hpp"

#include "mend/text/trimmed.hpp"
#include "mend/text/utf8.hpp"

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

void read_lines(HabitLog& log, const ImportFile& file, LineReader read) {
  std::string_view rest = file.bytes;
  if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
  for (int number = 1; !rest.empty(); ++number) {
    const auto newline = std::min(rest.find('\n'), rest.size());
    const std::string_view whole = rest.substr(0, newline);
    rest.remove_prefix(std::min(newline + 1, rest.size()));
    const std::string_view line = trimmed(whole);
    if (line.empty() || line.starts_with('#')) continue;
    read(log, line, place_in(whole, {file.name, number, 1}, line));
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
  std::map<std::pair<std::string, Day>, std::size_t> kept;
  for (std::size_t i = 0; i < log.records.size(); ++i) {
    const auto [found, is_new] = kept.emplace(std::pair{log.records[i].name, log.records[i].day}, i);
    if (!is_new && which == WhichWins::last) found->second = i;
  }
  std::vector<std::size_t> indices;
  for (const auto& [key, index] : kept) indices.push_back(index);
  std::ranges::sort(indices);
  std::vector<HabitRecord> records;
  for (const std::size_t index : indices) records.push_back(std::move(log.records[index]));
  log.records = std::move(records);
}

HabitLog read_habit_files(const std::optional<ImportFile>& habits, LineReader read_habit,
                          const ImportFile& log_file, LineReader read_record, WhichWins which) {
  HabitLog log;
  if (habits) read_lines(log, *habits, read_habit);
  read_lines(log, log_file, read_record);
  keep_one_a_day(log, which);
  return log;
}

}  // namespace mend
