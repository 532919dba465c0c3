// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/day.hpp"
#include "mend/domain/entry.hpp"
#include "mend/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mend {

// The vocabulary of mend-dates(7), in capitals or not. Diagnostics say what is wrong and how to write
// it. What `describe` makes of a day, a stretch of days or a deadline is read back as that.

// DAY: `today`, `yesterday`, a weekday (the latest, today included), `last-mon` (before today),
// `-3d`, `-2w`, `YYYY-MM-DD`, `YYYYMMDD`, `MM-DD` and `24 nov` (the latest past one), `3 days ago`,
// `last mon`, `fri 20 nov`, `20 november 2026`. An absolute day may lie in the future, so may one that
// its weekday puts there.
Result<Day> parse_day(std::string_view text, Day today);

// SPAN: a DAY, `A..B` or `A to B`, `YYYY`, `YYYY-MM`, `YYYY-Www`, `november`, `nov 2026`, `week`,
// `last-week`, `last 30 days` and so on. An open end reaches as far as any day; weeks begin on
// `week_start`, ISO weeks on Monday.
Result<DayRange> parse_span(std::string_view text, Day today, Weekday week_start);

// The days of a rest: one or `A..B`. Words look forward here: `tomorrow`, `fri` (today included),
// `+3d`, `in 2 weeks`, `MM-DD` and `24 nov` (the next); what DAY says of the past holds too.
Result<DayRange> parse_rest_days(std::string_view text, Day today);

// WHEN, a due or an until, looks forward: `tomorrow`, `fri` (the next one, not today), `+3d`, `+2h`,
// `+90min`, `18:00` and `6pm` (the next time the clock shows it), `fri@18:00`, `2026-11-27@18:00`; in
// words `fri 18:00`, `fri 27 nov 18:00`, `in 2 hours`; `2026-11-27T18:00`, with or without seconds and
// an offset. A day without a time means the end of that day. Days are resolved from `today`, times by
// the civil clock of `zone`. What is past at `now` is refused.
Result<Deadline> parse_when(std::string_view text, Timestamp now, const Zone& zone, Day today);

// TIME of what has been: `18:00` and `6pm`, as the clock shows it on `day`, which may end after midnight;
// `2026-11-27T18:00`, with or without seconds and an offset, has a day of its own. It may lie ahead.
Result<Instant> parse_past_time(std::string_view text, Day day, const DayClock& clock);

// Could this word, alone, be meant as part of a date or time? `18:00`, `6pm`, `fri`, `2026-11-27`.
bool is_date_or_time_word(std::string_view word);

// Is it a word for a day, a time or a stretch of days?
bool is_date_word(std::string_view word);

// A text that begins with a DAY that has been, which somebody may have meant as its day: `yesterday`, a weekday,
// `3 days ago`, `20 nov`, `-3d`, with a phone's long dash too, or that dash, `d` and a day. `sat`, `sun`, `wed` and `mon` are words
// of their own, so they count only alone or before a comma or colon. Never `today`.
struct LeadingDay {
  std::string day;        // as DAY takes it
  std::string_view text;  // what follows; it lies in the text
};
std::optional<LeadingDay> leading_day(std::string_view text, Day today);

// "Mon 16 Nov", with the year when it is not today's.
std::string describe(Day day, Day today);

// "Fri 27 Nov 18:00" by the local clock; a date alone as above, and the time alone on the day itself.
std::string describe(const Deadline& deadline, const LocalDay& here);

// The same with its day, whichever it is.
std::string describe_in_full(const Deadline& deadline, const LocalDay& here);

// The same of the end of a space: "until 18:00", or that there is no date.
std::string describe_until(const Deadline& until, const LocalDay& here);

// "18:00", by the clock it was written by.
std::string clock_of(Timestamp time);

// "18:00", when something was written down: by the local clock, unless it has another date then. A
// time is shown under a day, which no zone changes.
std::string clock_when_written(Timestamp at, const Zone& zone);

// "Mon 16 Nov" or "Mon 16 Nov to Fri 20 Nov".
std::string describe(DayRange range, Day today);

}  // namespace mend
