// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/streak_phrases.hpp"
#include "mend/text/style.hpp"

#include <span>
#include <string>

namespace mend {

// How the steps are doing on a day's page: the day or week in words, and the streak, in columns where
// these fit, with the last seven days before them where there is room, and below one another where
// there is not.
class DayTable {
 public:
  DayTable(std::span<const StepRow> rows, DayIs day_is, const Style& style);

  // The weekdays above the last seven days; empty without them.
  std::string heading(Day day) const;

  // One step or action, with its newlines.
  std::string row(const StepRow& row) const;

 private:
  void measure(const StepRow& row);
  DayState shown_state(DayState state) const;
  std::string state_words(const StepRow& row) const;
  std::string streak_words(const StepRow& row) const;
  std::string strip(const StepRow& row) const;
  std::string start_of(const StepRow& row) const;
  std::string action_name(const StepRow& row) const;
  std::string in_columns(const StepRow& row) const;
  std::string below_one_another(const StepRow& row) const;

  DayIs day_is_;
  const Style& style_;
  std::size_t state_width_ = 0;
  std::size_t streak_width_ = 0;
  bool is_table_ = false;
  bool has_strip_ = false;
};

}  // namespace mend
