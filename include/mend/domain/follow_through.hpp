// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/ledger.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace mend {

bool is_apology(const Entry& entry);

// What became of the promises that are attached to an apology. Those that were dropped in time or
// released are no longer part of it; one that was kept late was followed through as well.
struct FollowThrough {
  const Entry* apology = nullptr;
  int kept = 0;
  int of = 0;
  int open = 0;  // promises that are not settled yet
};

// Of every apology that has promises, in the order of the entries. The ledger has to be theirs.
std::vector<FollowThrough> read_follow_through(std::span<const Entry> entries, const Ledger& ledger);

// The parts of an apology that its note does not say yet, by the names of their fields:
// acknowledged, regret, asked. To choose not to ask is an answer; "not yet" is none.
std::vector<std::string_view> unsaid_parts(const Attributes& note);

}  // namespace mend
