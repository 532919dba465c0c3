// SPDX-License-Identifier: MIT
#include "habit_lines.hpp"
#include "mend/domain/number.hpp"
#include "mend/text/trimmed.hpp"
#include "mend_import.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::string_view separator = " : ";

std::vector<std::string_view> split(std::string_view line, std::string_view between) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = line.find(between);
    parts.push_back(trimmed(line.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + between.size());
  }
}

// More would be no rhythm that anybody keeps.
std::optional<std::int64_t> parse_count(std::string_view text) {
  const auto number = parse_number<std::int64_t>(text);
  return number && *number >= 0 && *number <= 100'000 ? number : std::nullopt;
}

// `3/7`, `1`, `1w`; nothing when it is no frequency.
std::optional<NearCadence> parse_frequency(std::string_view text) {
  const auto slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto times = parse_count(text.substr(0, slash));
    const auto days = parse_count(text.substr(slash + 1));
    if (!times || !days) return std::nullopt;
    return cadence_for(*times, *days);
  }
  std::int64_t unit = 1;
  if (text.ends_with('w')) unit = 7;
  if (text.ends_with('w') || text.ends_with('d')) text.remove_suffix(1);
  const auto count = parse_count(text);
  if (!count) return std::nullopt;
  return cadence_every(*count * unit);
}

void read_habit(HabitLog& log, std::string_view line, const RowPlace& place) {
  if (line.starts_with('!')) return;
  auto parts = split(line, ":");
  std::optional<Day> until;
  if (parts.size() > 2) until = parse_iso_day(parts.back());
  if (until) parts.pop_back();
  const auto frequency = parts.size() > 1 ? parse_frequency(parts.back()) : std::nullopt;
  if (!frequency) {
    log.problems.push_back(at_place("a habit has to be 'Name: FREQUENCY', such as 'Gym: 3/7'",
                                    place_in(line, place, parts.back())));
    return;
  }
  // What stands before the frequency is the name, with the colons it may have.
  const auto name_end = static_cast<std::size_t>(parts.back().data() - line.data());
  std::string_view name = trimmed(line.substr(0, name_end));
  name = trimmed(name.substr(0, name.size() - 1));
  if (name.empty()) {
    log.problems.push_back(at_place("the name is missing", place));
    return;
  }
  if (!frequency->is_exact) {
    log.remarks.push_back(nearest_remark(name, *frequency, parts.back()));
  }
  log.habits.push_back({std::string{name}, {}, frequency->text, until});
}

bool is_amount(std::string_view text) {
  return text.empty() || (text.find_first_not_of("0123456789.,-+") == std::string_view::npos &&
                          text.find_first_of("0123456789") != std::string_view::npos);
}

struct LogLine {
  std::string_view day;
  std::string_view name;
  std::string_view mark;
  std::string_view comment;
  std::string_view amount;
};

// A comment may have the separator in it; only a number behind it is an amount.
std::optional<LogLine> split_log_line(std::string_view line) {
  auto parts = split(line, separator);
  // A line may end in a separator whose blank was trimmed.
  if (line.ends_with(" :")) {
    parts.back() = trimmed(parts.back().substr(0, parts.back().size() - 1));
    parts.push_back(line.substr(line.size()));
  }
  if (parts.size() < 3) return std::nullopt;
  LogLine found{parts[0], parts[1], parts[2], {}, {}};
  const bool has_amount = parts.size() > 4 && is_amount(parts.back());
  if (has_amount) found.amount = parts.back();
  const std::size_t comment_end = parts.size() - (has_amount ? 1 : 0);
  if (comment_end > 3) {
    const char* const begin = parts[3].data();
    const std::string_view last = parts[comment_end - 1];
    found.comment = trimmed({begin, static_cast<std::size_t>(last.data() + last.size() - begin)});
  }
  return found;
}

void read_record(HabitLog& log, std::string_view line, const RowPlace& place) {
  const auto parts = split_log_line(line);
  if (!parts) {
    log.problems.push_back(
        at_place("a line has to be 'YYYY-MM-DD : Name : y', with n or s for y", place));
    return;
  }
  const auto day = parse_iso_day(parts->day);
  if (!day) {
    log.problems.push_back(at_place("this is no date; it has to be as 2026-11-22",
                                    place_in(line, place, parts->day)));
    return;
  }
  if (parts->name.empty()) {
    log.problems.push_back(at_place("the name is missing", place_in(line, place, parts->name)));
    return;
  }
  const auto mark = mark_from_letter(parts->mark);
  if (!mark) {
    log.problems.push_back(
        at_place("this has to be y, n or s", place_in(line, place, parts->mark)));
    return;
  }
  log.records.push_back({std::string{parts->name}, *day, *mark, std::string{parts->comment},
                         std::string{parts->amount}, place});
}

}  // namespace

HabitLog read_harsh(const std::optional<ImportFile>& habits, const ImportFile& log_file) {
  return read_habit_files(habits, read_habit, log_file, read_record, WhichWins::last);
}

}  // namespace mend
