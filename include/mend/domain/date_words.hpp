// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/day.hpp"
#include "mend/domain/facts.hpp"
#include "mend/domain/result.hpp"

#include <string>
#include <string_view>

namespace mend {

// The vocabulary of mend-dates(7). Diagnostics say what is wrong and how to write it.

// DAY: `today`, `yesterday`, a weekday (the latest, today included), `last-mon` (before today),
// `-3d`, `-2w`, `YYYY-MM-DD`, `YYYYMMDD`, `MM-DD` (the latest past one), `3 days ago`, `last mon`.
// An absolute day may lie in the future.
Result<Day> parse_day(std::string_view text, Day today);

// SPAN: a DAY, `A..B`, `YYYY`, `YYYY-MM`, `YYYY-Www`, `week`, `last-week`, `last 30 days` and so on.
// An open end reaches as far as any day; weeks begin on `week_start`, ISO weeks on Monday.
Result<DayRange> parse_span(std::string_view text, Day today, Weekday week_start);

// The days of a rest: one or `A..B`. Words look forward here: `tomorrow`, `fri` (today included),
// `+3d`, `in 2 weeks`, `MM-DD` (the next); what DAY says of the past holds too.
Result<DayRange> parse_rest_days(std::string_view text, Day today);

// WHEN, a due or an until, looks forward: `tomorrow`, `fri` (the next one, not today), `+3d`, `+2h`,
// `+90min`, `18:00` and `6pm` (the next time the clock shows it), `fri@18:00`, `2026-11-27@18:00`; in
// words `fri 18:00`, `in 2 hours`. A day alone lasts until it ends. Days are resolved from `today`,
// times by the civil clock of `zone`. What is past at `now` is refused.
Result<Deadline> parse_when(std::string_view text, Timestamp now, const Zone& zone, Day today);

// Could this word, alone, be meant as part of a date or time? `18:00`, `6pm`, `fri`, `2026-11-27`.
bool is_date_or_time_word(std::string_view word);

// "Mon 16 Nov", with the year when it is not today's.
std::string describe(Day day, Day today);

// "Fri 27 Nov 18:00"; a date alone as above, and the time alone on the day itself.
std::string describe(const Deadline& deadline, Day today);

// The same of the end of a space: "until 18:00", or that there is no date.
std::string describe_until(const Deadline& until, Day today);

// "Mon 16 Nov" or "Mon 16 Nov to Fri 20 Nov".
std::string describe(DayRange range, Day today);

}  // namespace mend
