// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/calendar_renderings.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/week_blocks.hpp"
#include "mend/text/display.hpp"

#include <array>

namespace mend {
namespace {

constexpr std::size_t roomy_width = 42;  // of the legend with two blanks between its parts
constexpr std::size_t label_width = 5;   // "Mon" and a gap
constexpr std::size_t calendar_week_width = 2;
constexpr LabelWidth month_width{2, 5};

std::string_view mark_of_level(int level, Charset charset) {
  static constexpr std::array<std::string_view, 5> unicode = {"", "░", "▒", "▓", "█"};
  static constexpr std::array<std::string_view, 5> ascii = {"", ":", "+", "*", "#"};
  return (charset == Charset::unicode ? unicode : ascii)[static_cast<std::size_t>(level)];
}

class CalendarText {
 public:
  CalendarText(const Calendar& calendar, const Style& style) : calendar_(calendar), style_(style) {}

  std::string render() {
    add_title();
    for (const WeekBlock& block : week_blocks(calendar_, weeks_that_fit(style_.width))) {
      out_ += "\n";
      add(block);
    }
    add_legend();
    return std::move(out_);
  }

 private:
  void add_title() {
    const std::string what = calendar_.step ? std::string{key_of(*calendar_.step)} : "all steps";
    const DayRange days{calendar_.days.front().day, calendar_.days.back().day};
    const std::string title = "Days kept, " + what;
    const std::string range = describe(days, calendar_.today);
    const bool fits = title.size() + 2 + range.size() <= style_.width;
    out_ += style_.painted(title, Paint::bold) + (fits ? "  " : "\n") +
            style_.painted(range, Paint::dim) + "\n";
  }

  void add(const WeekBlock& block) {
    std::string months(label_width, ' ');
    const auto labels = month_labels(block, month_width);
    for (std::size_t week = 0; week < block.size(); ++week) {
      if (labels[week].empty()) continue;
      months = padded(months, label_width + week * calendar_week_width) + labels[week];
    }
    out_ += style_.painted(months, Paint::dim) + "\n";
    for (std::size_t row = 0; row < 7; ++row) add_row(block, row);
  }

  void add_row(const WeekBlock& block, std::size_t row) {
    const Weekday weekday = weekday_of(block.front().first + static_cast<int>(row));
    out_ += short_name(weekday);
    std::size_t gap = label_width - short_name(weekday).size();  // written only when a mark follows
    for (const CalendarWeek& week : block) {
      if (week.days[row] != nullptr) {
        out_ += std::string(gap, ' ') + mark(*week.days[row]);
        gap = 0;
      } else {
        ++gap;
      }
      ++gap;
    }
    out_ += "\n";
  }

  std::string mark(const CalendarDay& day) const {
    const bool has_level = !calendar_.step && day.state == DayState::kept;
    return style_.painted(has_level ? mark_of_level(level_of(day), style_.charset)
                                    : mark_of(day.state, style_.charset),
                          paint_of(day.state));
  }

  void add_legend() {
    out_ += "\n";
    if (!calendar_.step) {
      static constexpr std::array<std::string_view, 4> steps = {"1-2", "3-4", "5-6", "7-8"};
      const std::string gap = style_.width < roomy_width ? " " : "  ";
      std::string line = "kept for";
      for (int level = 1; level <= 4; ++level) {
        line += gap + style_.painted(mark_of_level(level, style_.charset), Paint::green) + " " +
                std::string{steps[static_cast<std::size_t>(level - 1)]};
      }
      out_ += line + " steps\n";
    }
    std::string line;
    for (const DayState state : {DayState::kept, DayState::rest, DayState::quiet, DayState::open}) {
      if (state == DayState::kept && !calendar_.step) continue;
      line += (line.empty() ? "" : "  ") +
              style_.painted(mark_of(state, style_.charset), paint_of(state)) + " " +
              std::string{word_of(state)};
    }
    out_ += line + "\n";
  }

  const Calendar& calendar_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::size_t weeks_that_fit(std::size_t width) { return (width - label_width + 1) / calendar_week_width; }

std::string calendar_text(const Calendar& calendar, const Style& style) {
  return CalendarText{calendar, style}.render();
}

}  // namespace mend
