// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t wide = 74;
constexpr std::size_t widest = 104;
constexpr std::size_t key_width = 16;
constexpr std::size_t steadiness_width = 21;
constexpr std::size_t streak_width = 25;
constexpr std::size_t best_column = 4 + key_width + steadiness_width + streak_width;

std::string best_phrase(const StepRow& row, Day today, bool with_days) {
  if (!row.streak.best) return {};
  const BestStreak& best = *row.streak.best;
  std::string phrase = "best " + std::to_string(best.length);
  if (with_days) phrase += ", " + describe(best.days.first, today) + " to " + describe(best.days.last, today);
  return phrase;
}

std::string start_of(const StepRow& row, const Style& style) {
  const DayState state = row.streak.state.value_or(DayState::quiet);
  return style.painted(mark_of(state, style.charset), paint_of(state)) + " " +
         (row.action.empty()
              ? std::to_string(number_of(row.step)) + " " + padded(key_of(row.step), key_width)
              : "  " + padded(shorten("/" + harmless(row.action), key_width - 2, style.ellipsis()), key_width));
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

void add_narrow(std::string& out, const StepRow& row, Day today, const Style& style) {
  out += without_trailing_spaces(start_of(row, style) + steadiness_phrase(row)) + "\n";
  std::string rest = streak_phrase(row);
  const std::string best = best_phrase(row, today, false);
  if (!best.empty()) rest += ", " + best;
  for (const std::string& line : wrapped(rest, style.width - 4)) out += "    " + line + "\n";
}

void add_row(std::string& out, const StepRow& row, Day today, const Style& style) {
  if (style.width < wide) {
    add_narrow(out, row, today, style);
    return;
  }
  const std::string best = best_phrase(row, today, true);
  const bool has_days = style.width >= widest && best_column + best.size() <= style.width;
  out += without_trailing_spaces(
             start_of(row, style) + padded(steadiness_phrase(row) + " ", steadiness_width) +
             padded(streak_phrase(row) + " ", streak_width) +
             (has_days ? best : best_phrase(row, today, false))) +
         "\n";
}

}  // namespace

std::string streak_text(std::span<const StepRow> rows, Day today, const Style& style) {
  std::string out;
  for (const StepRow& row : rows) {
    add_row(out, row, today, style);
    for (const StepRow& action : row.actions) {
      if (action.is_current) add_row(out, action, today, style);
    }
  }
  return out;
}

std::string kept_text(std::span<const StepRow> rows, const Style& style, Recorded recorded) {
  const std::string_view verb = recorded == Recorded::kept ? "kept" : "noted";
  std::size_t width = 0;
  for (const StepRow& row : rows) width = std::max(width, key_of(row.step).size());
  std::string out;
  for (const StepRow& row : rows) {
    const std::size_t column = verb.size() + 2 + width + 2;
    const auto lines = wrapped(lately_phrase(row), style.width - std::min(column, style.width - 1));
    const Paint paint = recorded == Recorded::kept ? Paint::green : Paint::plain;
    out += without_trailing_spaces(style.painted(verb, paint) + "  " +
                                   padded(key_of(row.step), width) + "  " + lines[0]) +
           "\n";
    for (std::size_t i = 1; i < lines.size(); ++i) out += std::string(column, ' ') + lines[i] + "\n";
  }
  return out;
}

}  // namespace mend
