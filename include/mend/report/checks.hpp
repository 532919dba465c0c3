// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/records.hpp"

#include <string>
#include <vector>

namespace mend {

// What is odd in a journal although reading copes with it, by subject. Nothing here is asked of the
// world, and the order of what is found is that of the entries.

// Days and times that cannot be meant, actions that nothing knows, entries without id, entries that
// stand in the wrong month's file.
std::vector<Finding> check_entries(const Records& records);

// Keys that an entry's kind and step do not know, and values that do not fit their field.
std::vector<Finding> check_values(const Records& records);

// Entries that do not count because another one has their id.
std::vector<Finding> check_ids(const Records& records);

// Outcomes and returns that do not fit their promise or space, by "Odd events" of mend-journal(5).
std::vector<Finding> check_events(const Records& records);

// Mentions of an apology or a setback that lead to something else, or nowhere.
std::vector<Finding> check_references(const Records& records);

// Own actions that are in each other's way; `file` is the settings they stand in.
std::vector<Finding> check_own_actions(const JournalSettings& settings, const std::string& file);

}  // namespace mend
