// SPDX-License-Identifier: MIT
#include "mend/report/week_blocks.hpp"

#include "mend/domain/units.hpp"

#include <algorithm>

namespace mend {

std::vector<WeekBlock> week_blocks(const Calendar& calendar, std::size_t most) {
  std::vector<WeekBlock> blocks;
  if (calendar.days.empty()) return blocks;
  WeekBlock weeks;
  for (const CalendarDay& day : calendar.days) {
    const Day first = week_of(day.day, calendar.week_start).first;
    if (weeks.empty() || weeks.back().first != first) weeks.push_back({first, {}});
    weeks.back().days[static_cast<std::size_t>(day.day - first)] = &day;
  }
  const std::size_t count = (weeks.size() + most - 1) / most;
  const std::size_t length = (weeks.size() + count - 1) / count;
  for (std::size_t begin = 0; begin < weeks.size(); begin += length) {
    const auto from = weeks.begin() + static_cast<std::ptrdiff_t>(begin);
    const std::size_t end = std::min(begin + length, weeks.size());
    blocks.emplace_back(from, weeks.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return blocks;
}

std::vector<std::string> month_labels(const WeekBlock& block, LabelWidth width) {
  // Of the last day that is shown: a month without a day in the picture is not named.
  const auto month_in = [&](std::size_t week) {
    const auto& days = block[week].days;
    const auto last = std::find_if(days.rbegin(), days.rend(), [](auto* day) { return day != nullptr; });
    return month_of(last == days.rend() ? block[week].first + 6 : (*last)->day);
  };
  // Of a block that begins with the last week of a month, the next one's name is the better.
  const bool is_cut_short = block.size() > 1 && month_in(1) != month_in(0);
  std::vector<std::size_t> begins;  // the first week of each month that has room for its name
  for (std::size_t week = is_cut_short ? 1 : 0; week < block.size(); ++week) {
    const bool is_new = begins.empty() || month_in(week) != month_in(begins.back());
    const bool has_room = begins.empty() || week >= begins.back() + width.month;
    if (is_new && has_room) begins.push_back(week);
  }
  std::vector<std::string> labels(block.size());
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const Month month = month_in(begins[i]);
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : block.size();
    std::string& label = labels[begins[i]];
    label = short_month_name(month.month);
    const std::size_t room = end - begins[i];
    const std::string year = std::to_string(month.year);
    if ((i == 0 || month.month == 1) && room >= width.with_year) {
      label += " " + year;
    } else if (month.month == 1 && room + 1 >= width.with_year) {
      const std::string decade_and_year = std::to_string(100 + month.year % 100).substr(1);
      label += " '" + decade_and_year;
    }
  }
  return labels;
}

int level_of(const CalendarDay& day) { return (static_cast<int>(day.kept.count()) + 1) / 2; }

}  // namespace mend
