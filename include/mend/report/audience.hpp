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
// `them` is the partner too.
std::optional<Audience> audience_from_word(std::string_view word);

// The last sentence of everything that is made for somebody else.
inline constexpr std::string_view shared_closing =
    "Written by one person about their own effort. It is not proof of trust and asks nothing of you.";

// The keys and words of own actions are the writer's: for oneself alone, and not with discretion.
bool shows_own_actions(Audience audience, Discretion discretion);

// Did the writer choose this entry by its id, to be shown with its words?
enum class Chosen { no, yes };

// What they are shown of an entry, in its own order. For oneself that is all. A counsellor is never
// shown tags, keys that mend does not know and fields that steps.toml calls private, and the text of a
// note or setback only when it is chosen. A partner is shown nothing of an entry that is not chosen,
// and of one that is neither when it was written, nor its id, tags, what it refers to or own actions.
Attributes shared_attributes(const Attributes& entry, Audience audience,
                             Chosen chosen = Chosen::no);

// May a partner be shown it at all, if it is chosen? A setback they have not been told of is told by a
// person, never by a file.
bool may_be_chosen_for_partner(const Attributes& entry);

// Was this promise made to the partner? The names are compared trimmed, by NFC and without case;
// nobody is the partner while none is named.
bool is_made_to(const Attributes& promise, std::string_view partner);

}  // namespace mend
