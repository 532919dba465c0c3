// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/pictures.hpp"
#include "mend/report/week_blocks.hpp"
#include "svg.hpp"

#include <array>

namespace mend {
namespace {

constexpr std::size_t most_weeks = 27;  // half a year side by side
constexpr int pitch = 18;
constexpr int map_left = 38;
constexpr int map_top = 22;
constexpr int block_height = map_top + 7 * pitch + 12;
constexpr int legend_height = 26;
constexpr int least_width = 470;  // what the legend takes

// By size and by shade: neither eye nor printer needs the other.
constexpr std::array<int, 5> side_of_level = {0, 6, 9, 12, 15};
constexpr std::array<std::string_view, 5> class_of_level = {"", "k1", "k2", "k3", "k4"};
constexpr int level_of_one_step = 3;

class HeatMap {
 public:
  HeatMap(const Calendar& calendar, Picture picture)
      : calendar_(calendar),
        blocks_(week_blocks(calendar, most_weeks)),
        svg_(width(), height(), "heat", title(), description(), picture) {}

  std::string draw() {
    int y = 0;
    for (const WeekBlock& block : blocks_) {
      draw(block, y);
      y += block_height;
    }
    draw_legend(y + 12);
    return svg_.finish();
  }

 private:
  int width() const {
    const int weeks = blocks_.empty() ? 0 : static_cast<int>(blocks_.front().size());
    return std::max(map_left + weeks * pitch + 4, least_width);
  }
  int height() const { return static_cast<int>(blocks_.size()) * block_height + legend_height; }

  std::string title() const {
    return calendar_.step ? "Days kept, " + std::string{key_of(*calendar_.step)} : "Days kept, all steps";
  }

  std::string description() const {
    int kept = 0;
    int rest = 0;
    int quiet = 0;
    for (const CalendarDay& day : calendar_.days) {
      if (day.state == DayState::kept) ++kept;
      if (day.state == DayState::rest) ++rest;
      if (day.state == DayState::quiet) ++quiet;
    }
    if (calendar_.days.empty()) return "No days.";
    const DayRange days{calendar_.days.front().day, calendar_.days.back().day};
    return "A calendar from " + describe(days, calendar_.today) + ", a column a week. On " +
           quantity(kept, "day", "days") + " something was kept, " + std::to_string(rest) +
           " were rest, " + std::to_string(quiet) + " quiet.";
  }

  void draw(const WeekBlock& block, int y) {
    for (int row = 0; row < 7; row += 2) {
      const Weekday weekday = weekday_of(block.front().first + row);
      svg_.text(0, y + map_top + row * pitch + 13, "label", short_name(weekday));
    }
    const auto labels = month_labels(block, {});
    for (std::size_t week = 0; week < block.size(); ++week) {
      const int x = map_left + static_cast<int>(week) * pitch;
      if (!labels[week].empty()) svg_.text(x, y + 12, "label", labels[week]);
      for (std::size_t row = 0; row < 7; ++row) {
        const CalendarDay* const day = block[week].days[row];
        if (day == nullptr) continue;
        svg_.begin_group(describe(day->day, calendar_.today) + ": " + day_phrase(*day, calendar_));
        draw_day(*day, x + pitch / 2, y + map_top + static_cast<int>(row) * pitch + pitch / 2);
        svg_.end_group();
      }
    }
  }

  void draw_day(const CalendarDay& day, int x, int y) {
    switch (day.state) {
      case DayState::kept:
        draw_level(calendar_.step ? level_of_one_step : level_of(day), x, y);
        break;
      case DayState::rest: svg_.line(x - 4, y, x + 4, y, "rest"); break;
      case DayState::open: svg_.circle(x, y, 4, "open"); break;
      case DayState::quiet: svg_.circle(x, y, 1.5, "quiet"); break;
    }
  }

  void draw_level(int level, int x, int y) {
    const int side = side_of_level[static_cast<std::size_t>(level)];
    svg_.rect(x - side / 2.0, y - side / 2.0, side, side,
              class_of_level[static_cast<std::size_t>(level)]);
  }

  void draw_legend(int y) {
    int x = map_left + pitch / 2;
    const auto word = [&](std::string_view text, int width) {
      svg_.text(x + 13, y + 4, "label", text);
      x += width;
    };
    if (calendar_.step) {
      draw_level(level_of_one_step, x, y);
      word("kept", 58);
    } else {
      constexpr std::array<std::string_view, 4> words = {"1-2", "3-4", "5-6", "7-8 steps kept"};
      for (int level = 1; level <= 4; ++level) {
        draw_level(level, x, y);
        word(words[static_cast<std::size_t>(level - 1)], level == 4 ? 112 : 46);
      }
    }
    draw_day({{}, DayState::rest, {}}, x, y);
    word("rest", 54);
    draw_day({{}, DayState::quiet, {}}, x, y);
    word("quiet", 58);
    if (calendar_.days.empty() || calendar_.days.back().state != DayState::open) return;
    draw_day({{}, DayState::open, {}}, x, y);
    word("open", 0);
  }

  const Calendar& calendar_;
  std::vector<WeekBlock> blocks_;
  Svg svg_;
};

}  // namespace

std::string heat_map_svg(const Calendar& calendar, Picture picture) {
  return HeatMap{calendar, picture}.draw();
}

std::string day_phrase(const CalendarDay& day, const Calendar& calendar) {
  if (calendar.step || day.state != DayState::kept) return std::string{word_of(day.state)};
  return "kept for " + quantity(static_cast<int>(day.kept.count()), "step", "steps");
}

}  // namespace mend
