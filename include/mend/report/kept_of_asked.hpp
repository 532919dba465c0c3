// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/units.hpp"

#include <optional>
#include <vector>

namespace mend {

// How much of what a cadence asks for in some days was kept.
struct KeptOfAsked {
  DayRange days;
  int kept = 0;
  std::optional<int> asked;  // absent where the cadence asks for no number of days in these
  int days_kept = 0;         // all of them, also beyond what was asked
};

// Days count where the unit is a day: kept, of kept and quiet. A week or month counts in the span
// it ends in, the current one too; where none ends, and for cadences without such units, there is
// only the number of days kept. One that rests, mostly or all of it, is left out. A kept day more than a week asked for makes up for no other week.
KeptOfAsked read_kept_of_asked(const StepDays& days, const Cadence& cadence, Weekday week_start,
                               DayRange span);

// The span of the same length right before: of whole months as many months, else as many days.
DayRange span_before(DayRange span);

// Up to `most` of the spans before, nearest first, as far back as the journal goes.
std::vector<DayRange> spans_before(DayRange span, Day first, std::size_t most);

// A span cut into weeks, or into months when it is longer than half a year. A short one begins
// earlier, so that there is a line to see, but not before `first`.
std::vector<DayRange> trend_spans(DayRange lived, Day first, Weekday week_start);

}  // namespace mend
