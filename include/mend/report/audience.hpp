// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/report/json.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace mend {

// What is private is decided here and nowhere else: every report and export for somebody shows of
// an entry what these functions leave of it.

// Whom something is made for: oneself, or somebody else.
enum class Audience { me, partner, counsellor };

inline constexpr std::array<std::string_view, 3> audience_words = {"me", "partner", "counsellor"};

std::string_view word_of(Audience audience);
std::optional<Audience> audience_from_word(std::string_view word);

// The last sentence of everything that is made for somebody else.
inline constexpr std::string_view shared_closing =
    "Written by one person about their own effort. It is not proof of trust and asks nothing of you.";

// A partner is shown no streaks: they would be a score between the two.
bool shows_streaks(Audience audience);

// What the writer is asked, and what they could do next, is no business of the one it is about.
bool shows_what_is_next(Audience audience);

// The keys and words of own actions are the writer's: for oneself alone, and not with discretion.
bool shows_own_actions(Audience audience, Discretion discretion);

// Is there anything of this entry to show them? A setback the partner has not been told of is told
// by a person, never by a file.
bool is_shared(const Attributes& entry, Audience audience);

// Did the writer choose this entry by its id, to be shown with its words?
enum class Chosen { no, yes };

// What they are shown of an entry, in its own order. For oneself that is all. For anybody else, tags,
// keys that mend does not know and fields that steps.toml calls private never are, and the text of a
// note or setback only when it is chosen. A counsellor is shown the other texts and fields; a partner
// the words of promises, and of the rest what is chosen from lists or counted.
Attributes shared_attributes(const Attributes& entry, Audience audience,
                             Chosen chosen = Chosen::no);

}  // namespace mend
