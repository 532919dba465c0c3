// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/step_row.hpp"

#include <string>

namespace mend {

// The words for a streak and what is around it. They are true to whoever looks at the days: "in a
// row" is never said over a quiet one, nothing is "0 of", and nothing sounds lost.

// Is the day today, or looked back on?
enum class DayIs { open, past };

// "1 week", "2 weeks", by what a streak of that cadence counts.
std::string counted_units(int count, Cadence::Unit unit);

// "22 of the last 25", "8 of 16 in 4 weeks"; under a third "42 days in all". Empty while there is
// too little history for either, where there is no steadiness, and where nothing was ever kept.
std::string steadiness_phrase(const StepRow& row);

// "12 days in a row", "12 days, 1 quiet between", "3 days, yesterday quiet", "1 week"; without a
// streak "not begun", "this week is open".
std::string streak_phrase(const StepRow& row, DayIs day_is = DayIs::open);

// The same, but empty without a streak.
std::string running_phrase(const StepRow& row, DayIs day_is = DayIs::open);

// The one thing to say: the streak, or without one, and coming back after a long time, how it was
// lately or in all.
std::string summary_phrase(const StepRow& row, DayIs day_is = DayIs::open);

enum class BestIs { whole, brief };

// "best 14 days, 2 quiet between, Tue 10 to Wed 25 Nov", in brief "best 14, 2 quiet, Tue 10 to Wed 25
// Nov", or empty.
std::string best_phrase(const StepRow& row, BestIs best_is = BestIs::whole);

// "9 days", "9 days, 1 quiet between".
std::string length_phrase(const BestStreak& best, Cadence::Unit unit);

// "2 of 3 this week", "3 this week, due today", "done this week"; empty where the unit is a day and
// in a week of rest. Looked back on, "2 of 3 that week", and empty with none.
std::string unit_phrase(const StepRow& row, DayIs day_is = DayIs::open);

// "22 of the last 25, 12 days in a row", "2 of 3 this week; 8 of 16 in 4 weeks, 2 weeks in a row":
// what there is to say, and nothing of a streak there is not.
std::string lately_phrase(const StepRow& row);

// Why there is a shorter streak than not long ago, or none: "Two quiet days close together: counting
// from Sat 14 Nov. The best so far is 23." Empty when it is long ago, or there is no such reason.
std::string ended_phrase(const StepRow& row);

}  // namespace mend
