// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"
#include "mend/cli/context.hpp"
#include "mend/report/audience.hpp"
#include "mend/report/partner_share.hpp"

#include <string>
#include <vector>

namespace mend {

// What the commands that make something for somebody else have in common.

inline constexpr Option with_option = {"--with", "ID",
                                       "with this entry's words, but no private field for others",
                                       Option::Times::repeated};

// Whom `--for` names; oneself without it. Throws Stop (usage) with the nearest one.
Audience read_audience(const Arguments& arguments, const std::string& command);

// The entries that `--with` names.
std::vector<const Entry*> chosen_entries(const History& history, const Arguments& arguments,
                                         const Moment& moment);

// What a partner is shown of these days; hints say what is not among it that somebody may look for.
PartnerShare read_share_for_partner(Context& context, const Arguments& arguments, DayRange span,
                                    Discretion discretion);

// How a text looks on the terminal before it is handed over.
enum class Preview { as_it_is, harmless };

// To standard output or into the file that -o names; what is for somebody else leaves a terminal only
// once a person has seen exactly that text there and agrees. Returns the exit code.
int hand_over(Context& context, const Arguments& arguments, Audience audience, std::string text,
              Preview preview);

}  // namespace mend
