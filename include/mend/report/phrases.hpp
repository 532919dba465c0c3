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

// "call at noon, due 18:00", "space was until Fri 20 Nov: a quiet evening". Not harmless; `text` may
// be empty.
std::string waiting_phrase(const Waiting& waiting, std::string_view text, const LocalDay& here);

// "moved from Sat 28 Nov", of a promise or space that has another time now.
std::string moved_phrase(const Agreement& agreement, const LocalDay& here);

// "follow-through 2 of 3"; with none kept so far "2 promises still open".
std::string follow_through_phrase(const FollowThrough& through);

// "Not in this note yet: what I regret, asking forgiveness.", or empty when all of an apology is said.
std::string unsaid_phrase(const Attributes& apology);

// What is said once a setback is written down; `told` is that of its entry, or empty.
std::string setback_reply(Severity severity, std::string_view told);

// A key and a value of an entry for whoever reads a report or a printed journal: "listened min",
// "yes", "2026-11-12 20:00" by the local clock. Not harmless.
std::string key_phrase(std::string_view key);
std::string value_phrase(const Value& value, const Zone& zone);

// "1 day", "2 days".
std::string quantity(int count, std::string_view singular, std::string_view plural);

}  // namespace mend
