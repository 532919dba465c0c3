// SPDX-License-Identifier: MIT
#include "mend/report/phrases.hpp"
#include "mend/report/streak_phrases.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"
#include "mend/text/trimmed.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t wide_streaks = 76;
constexpr std::size_t widest = 110;
constexpr std::size_t streak_key_width = 16;
constexpr std::size_t steadiness_width = 21;
constexpr std::size_t streak_width = 26;
constexpr std::size_t best_column = 4 + streak_key_width + steadiness_width + streak_width;

std::string best_number(const StepRow& row) {
  return row.streak.best ? "best " + std::to_string(row.streak.best->length) : std::string{};
}

// With its days where these fit.
std::string best_in(const StepRow& row, const Style& style) {
  if (style.width < widest) return best_number(row);
  for (const auto length : {BestIs::whole, BestIs::brief}) {
    std::string best = best_phrase(row, length);
    if (best_column + best.size() <= style.width) return best;
  }
  return best_number(row);
}

std::string streak_line_start(const StepRow& row, const Style& style) {
  const DayState state = row.streak.state.value_or(DayState::quiet);
  return style.painted(mark_of(state, style.charset), paint_of(state)) + " " +
         (row.action.empty()
              ? std::to_string(number_of(row.step)) + " " + padded(key_of(row.step), streak_key_width)
              : "  " + padded(shorten("/" + harmless(row.action), streak_key_width - 2, style.ellipsis()),
                              streak_key_width));
}

void add_narrow(std::string& out, const StepRow& row, const Style& style) {
  out += without_trailing_spaces(streak_line_start(row, style) + steadiness_phrase(row)) + "\n";
  std::string rest = streak_phrase(row);
  const std::string best = best_number(row);
  if (!best.empty()) rest += ", " + best;
  for (const std::string& line : wrapped(rest, style.width - 4)) out += "    " + line + "\n";
}

void add_row(std::string& out, const StepRow& row, const Style& style) {
  if (style.width < wide_streaks) {
    add_narrow(out, row, style);
    return;
  }
  const std::string words = padded(steadiness_phrase(row) + " ", steadiness_width) +
                            padded(streak_phrase(row) + " ", streak_width) + best_in(row, style);
  if (4 + streak_key_width + words.size() > style.width) {
    add_narrow(out, row, style);
    return;
  }
  out += without_trailing_spaces(streak_line_start(row, style) + words) + "\n";
}

}  // namespace

std::string streak_text(std::span<const StepRow> rows, const Style& style) {
  std::string out;
  for (const StepRow& row : rows) {
    add_row(out, row, style);
    for (const StepRow& action : row.actions) {
      if (action.is_current) add_row(out, action, style);
    }
  }
  return out;
}

}  // namespace mend
