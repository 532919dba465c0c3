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

// `7`, `7d`, `1w`
std::optional<std::int64_t> parse_days(std::string_view text) {
  const std::int64_t unit = text.ends_with('w') ? 7 : 1;
  if (text.ends_with('w') || text.ends_with('d')) text.remove_suffix(1);
  const auto count = parse_count(trimmed(text));
  if (!count) return std::nullopt;
  return *count * unit;
}

// `3/7`, `3/2w`, `1`, `1w`; nothing when it is no frequency.
std::optional<NearCadence> parse_frequency(std::string_view text) {
  const auto slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto times = parse_days(trimmed(text.substr(0, slash)));
    const auto days = parse_days(trimmed(text.substr(slash + 1)));
    if (!times || !days || *days == 0) return std::nullopt;
    return cadence_for(*times, *days);
  }
  const auto days = parse_days(text);
  if (!days) return std::nullopt;
  return cadence_every(*days);
}

// What harsh itself warns of and goes on.
void remark_skipped(HabitLog& log, const RowPlace& place, std::string_view why) {
  log.counts.push_back(place.file + ":" + std::to_string(place.line) + ": harsh skips this line (" +
                       std::string{why} + "), and so does the import.");
}

std::optional<Habit> read_harsh_habit(HabitLog& log, std::string_view line, const RowPlace& place) {
  if (line.starts_with('!')) return std::nullopt;
  if (line.find(": ") == std::string_view::npos && !line.ends_with(':')) {
    remark_skipped(log, place, "no ': ' followed by a frequency");
    return std::nullopt;
  }
  auto parts = split(line, ":");
  // A third field may be empty, too.
  if (parts.size() > 2 && parts.back().empty()) parts.pop_back();
  std::optional<Day> until;
  if (parts.size() > 2) until = parse_iso_day(parts.back());
  if (until) parts.pop_back();
  if (parts.size() < 2 || parts.back().empty() || parts.front().empty()) {
    const bool has_name = !parts.front().empty();
    remark_skipped(log, place, has_name ? "the frequency is missing" : "the name is missing");
    return std::nullopt;
  }
  const auto frequency = parse_frequency(parts.back());
  if (!frequency) {
    log.problems.push_back(at_place("a habit has to be 'Name: FREQUENCY', such as 'Gym: 3/7'",
                                    place_in(line, place, parts.back())));
    return std::nullopt;
  }
  // What stands before the frequency is the name, with the colons it may have.
  const auto name_end = static_cast<std::size_t>(parts.back().data() - line.data());
  std::string_view name = trimmed(line.substr(0, name_end));
  name = trimmed(name.substr(0, name.size() - 1));
  Habit habit{std::string{name}, {}, frequency->text, until};
  if (!frequency->is_exact) habit.cadence_remark = nearest_remark(name, *frequency, parts.back());
  return habit;
}

bool is_amount(std::string_view text) {
  return text.empty() || (text.find_first_not_of("0123456789.,-+") == std::string_view::npos &&
                          text.find_first_of("0123456789") != std::string_view::npos);
}

struct LogFields {
  std::string_view day;
  std::string_view name;
  std::string_view mark;
  std::string_view comment;
  std::string_view amount;
};

// A comment may have the separator in it; only a number behind it is an amount.
std::optional<LogFields> split_log_line(std::string_view line) {
  auto parts = split(line, separator);
  // A line may end in a separator whose blank was trimmed.
  if (line.ends_with(" :")) {
    parts.back() = trimmed(parts.back().substr(0, parts.back().size() - 1));
    parts.push_back(line.substr(line.size()));
  }
  if (parts.size() < 3) return std::nullopt;
  LogFields found{parts[0], parts[1], parts[2], {}, {}};
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

std::optional<LogLine> read_harsh_record(HabitLog& log, std::string_view line, const RowPlace& place) {
  const auto parts = split_log_line(line);
  if (!parts) {
    log.problems.push_back(
        at_place("a line has to be 'YYYY-MM-DD : Name : y', with n or s for y", place));
    return std::nullopt;
  }
  const auto day = parse_foreign_day(parts->day);
  if (!day) {
    log.problems.push_back(at_place("this is not a date; write it like 2026-11-22",
                                    place_in(line, place, parts->day)));
    return std::nullopt;
  }
  if (parts->name.empty()) {
    log.problems.push_back(at_place("the name is missing", place_in(line, place, parts->name)));
    return std::nullopt;
  }
  const auto mark = mark_from_letter(parts->mark);
  if (!mark) {
    log.problems.push_back(
        at_place("this has to be y, n or s", place_in(line, place, parts->mark)));
    return std::nullopt;
  }
  return LogLine{*day, parts->name, *mark, parts->comment, parts->amount};
}

}  // namespace

HabitLog read_harsh(const std::optional<ImportFile>& habits, const ImportFile& log_file) {
  return read_habit_files(habits, read_harsh_habit, log_file, read_harsh_record, WhichWins::last);
}

}  // namespace mend
