// SPDX-License-Identifier: MIT
#include "week_strip.hpp"

#include "mend/report/phrases.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t strip_week_width = 8;  // seven days and a space

// The name of a month stands where its first day does.
std::string month_line(std::span<const WeekOfDays> weeks) {
  const std::size_t width = weeks.size() * strip_week_width - 1;
  std::string line(width, ' ');
  std::size_t end = 0;  // of the name written last
  for (std::size_t column = width; column-- > 0;) {
    const Day day = weeks[column / strip_week_width].first + static_cast<int>(column % strip_week_width);
    if (column % strip_week_width == 7 || (civil_of(day).day != 1 && column != 0)) continue;
    const std::string_view name = short_month_name(civil_of(day).month);
    const std::size_t start = std::min(column, width - name.size());
    if (end != 0 && start + name.size() >= end) continue;
    line.replace(start, name.size(), name);
    end = start;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string letter_line(std::span<const WeekOfDays> weeks) {
  std::string line;
  for (const WeekOfDays& week : weeks) {
    if (!line.empty()) line += ' ';
    for (int i = 0; i < 7; ++i) line += short_name(weekday_of(week.first + i))[0];
  }
  return line;
}

std::string mark_line(std::span<const WeekOfDays> weeks, const Style& style) {
  std::string line;
  std::size_t gap = 0;  // columns without a mark, written only when one follows
  for (const WeekOfDays& week : weeks) {
    for (const auto& state : week.days) {
      if (!state) {
        ++gap;
        continue;
      }
      line += std::string(gap, ' ') + style.painted(mark_of(*state, style.charset), paint_of(*state));
      gap = 0;
    }
    ++gap;
  }
  return line;
}

std::string unit_words(const Unit& unit) {
  if (unit.state == DayState::kept) return "done";
  if (unit.state == DayState::rest || unit.got == 0) return std::string{word_of(unit.state)};
  return std::to_string(unit.got) + " of " + std::to_string(unit.asked);
}

std::string unit_line(std::span<const WeekOfDays> weeks) {
  std::string line;
  for (const WeekOfDays& week : weeks) line += padded(unit_words(*week.unit), strip_week_width);
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::span<const WeekOfDays> fitting_weeks(std::span<const WeekOfDays> weeks, std::size_t width) {
  const std::size_t fitting = std::max<std::size_t>((width + 1) / strip_week_width, 1);
  return weeks.last(std::min(weeks.size(), fitting));
}

std::vector<std::string> week_strip(std::span<const WeekOfDays> weeks, const Style& style) {
  std::vector<std::string> lines = {month_line(weeks),
                                    style.painted(letter_line(weeks), Paint::dim),
                                    mark_line(weeks, style)};
  if (weeks.front().unit) lines.push_back(unit_line(weeks));
  return lines;
}

}  // namespace mend
