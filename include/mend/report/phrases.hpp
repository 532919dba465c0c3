// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/follow_through.hpp"
#include "mend/report/step_row.hpp"
#include "mend/text/style.hpp"

#include <string>

namespace mend {

// How a state looks: told by shape and word, with colour only on top.
std::string_view mark_of(DayState state, Charset charset);
Paint paint_of(DayState state);

// "22 of the last 25", "8 of 16 in 4 weeks", "still early", or empty where there is no steadiness
// or nothing was ever kept.
std::string steadiness_phrase(const StepRow& row);

// "12 days in a row", "3 days, yesterday quiet", "1 week"; where no streak stands,
// "not begun", "this week is open".
std::string streak_phrase(const StepRow& row);

// The same, but empty where no streak stands.
std::string running_phrase(const StepRow& row);

// "22 of the last 25, 12 days in a row", "2 of 3 this week; 8 of 16 in 4 weeks, 2 weeks in a row":
// what there is to say, and nothing of a streak that does not stand.
std::string lately_phrase(const StepRow& row);

// "2 of 3 this week", or empty where the unit is a day.
std::string unit_phrase(const StepRow& row);

// "call at noon, due 18:00", "space was until Fri 20 Nov: a quiet evening". Not harmless; `text` may
// be empty.
std::string waiting_phrase(const Waiting& waiting, std::string_view text, Day day);

// "moved from Sat 28 Nov", of a promise or space that has another time now.
std::string moved_phrase(const Agreement& agreement);

// "follow-through 2 of 3".
std::string follow_through_phrase(const FollowThrough& through);

// "still unsaid: regret, asked", or empty when all of an apology is said.
std::string unsaid_phrase(const Attributes& apology);

// What is said once a setback is written down; `told` is that of its entry, or empty.
std::string setback_reply(Severity severity, std::string_view told);

// A key and a value of an entry for whoever reads a report or a printed journal: "listened min",
// "yes", "2026-11-12 20:00". Not harmless.
std::string key_phrase(std::string_view key);
std::string value_phrase(const Value& value);

// "1 day", "2 days".
std::string quantity(int count, std::string_view singular, std::string_view plural);

// "1 week", "2 weeks", by what a streak of that cadence counts.
std::string counted_units(int count, Cadence::Unit unit);

}  // namespace mend
