// SPDX-License-Identifier: MIT
#include "day_table.hpp"

#include "mend/report/phrases.hpp"
#include "mend/text/display.hpp"
#include "mend/text/trimmed.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t day_table_indent = 4;
constexpr std::size_t day_table_key_width = 16;
constexpr std::size_t strip_width = 9;  // seven days and two spaces
constexpr std::size_t day_table_gap = 2;

// Below this the last days would come and go with the lengths of the streaks.
constexpr std::size_t wide_enough_for_days = 96;

// A longer streak goes on in a second line, at a word.
constexpr std::size_t least_streak_width = 17;

std::string lines_at(std::size_t indent, const std::string& text, std::size_t width) {
  std::string out;
  if (text.empty()) return out;
  for (const std::string& line : wrapped(text, width - indent)) {
    out += std::string(indent, ' ') + line + "\n";
  }
  return out;
}

}  // namespace

DayTable::DayTable(std::span<const StepRow> rows, DayIs day_is, const Style& style)
    : day_is_(day_is), style_(style) {
  for (const StepRow& row : rows) {
    measure(row);
    for (const StepRow& action : row.actions) {
      if (action.is_current) measure(action);
    }
  }
  const std::size_t column = day_table_indent + day_table_key_width + state_width_;
  is_table_ = column + std::min(streak_width_, least_streak_width) <= style.width;
  has_strip_ = style.width >= wide_enough_for_days &&
               column + strip_width + streak_width_ <= style.width;
}

void DayTable::measure(const StepRow& row) {
  const auto widen = [](std::size_t& width, const std::string& text, std::size_t behind) {
    if (!text.empty()) width = std::max(width, display_width(text) + behind);
  };
  widen(state_width_, state_words(row), day_table_gap);
  widen(streak_width_, streak_words(row), 0);
}

std::string DayTable::heading(Day day) const {
  if (!has_strip_) return {};
  std::string letters;
  for (int i = 6; i >= 0; --i) letters += short_name(weekday_of(day - i))[0];
  return std::string(day_table_indent + day_table_key_width, ' ') + style_.painted(letters, Paint::dim);
}

std::string DayTable::row(const StepRow& row) const {
  return is_table_ ? in_columns(row) : below_one_another(row);
}

// A day that has passed is no longer open.
DayState DayTable::shown_state(DayState state) const {
  return day_is_ == DayIs::past && state == DayState::open ? DayState::quiet : state;
}

std::string DayTable::state_words(const StepRow& row) const {
  const bool has_state = row.cadence.unit() != Cadence::Unit::none || row.today == DayState::kept;
  if (!has_state) return {};
  const DayState state = shown_state(row.today);
  const std::string unit = unit_phrase(row, day_is_);
  if (unit.empty()) return std::string{word_of(state)};
  if (state != DayState::rest) return unit;
  return row.unit->got == 0 ? "rest" : "rest, " + unit;
}

std::string DayTable::streak_words(const StepRow& row) const {
  return summary_phrase(row, day_is_);
}

std::string DayTable::strip(const StepRow& row) const {
  std::string marks;
  for (const auto& known : row.last_days) {
    const DayState state = shown_state(known.value_or(DayState::quiet));
    marks += known ? style_.painted(mark_of(state, style_.charset), paint_of(state)) : " ";
  }
  return marks + std::string(strip_width - row.last_days.size(), ' ');
}

std::string DayTable::action_name(const StepRow& row) const {
  return shorten("/" + harmless(row.action), day_table_key_width - day_table_gap, style_.ellipsis());
}

std::string DayTable::start_of(const StepRow& row) const {
  const DayState state = shown_state(row.today);
  const std::string name =
      row.action.empty()
          ? std::to_string(number_of(row.step)) + " " + padded(key_of(row.step), day_table_key_width)
          : "  " + padded(action_name(row), day_table_key_width);
  return style_.painted(mark_of(state, style_.charset), paint_of(state)) + " " + name;
}

std::string DayTable::in_columns(const StepRow& row) const {
  const std::size_t column = day_table_indent + day_table_key_width + (has_strip_ ? strip_width : 0) +
                             state_width_;
  const std::string state = state_words(row);
  const auto streak = wrapped(streak_words(row), style_.width - column);
  std::string out = start_of(row) + (has_strip_ ? strip(row) : "") +
                    style_.painted(state, paint_of(shown_state(row.today))) +
                    std::string(state_width_ - display_width(state), ' ') +
                    streak.front();
  out = without_trailing_spaces(out) + "\n";
  for (std::size_t i = 1; i < streak.size(); ++i) {
    out += std::string(column, ' ') + streak[i] + "\n";
  }
  return out;
}

std::string DayTable::below_one_another(const StepRow& row) const {
  const std::string words = state_words(row);
  const std::string state = style_.painted(words, paint_of(shown_state(row.today)));
  const bool fits = day_table_indent + day_table_key_width + display_width(words) <= style_.width;
  return without_trailing_spaces(start_of(row) + (fits ? state : "")) + "\n" +
         (fits ? "" : std::string(day_table_indent, ' ') + state + "\n") +
         lines_at(day_table_indent, streak_words(row), style_.width);
}

}  // namespace mend
