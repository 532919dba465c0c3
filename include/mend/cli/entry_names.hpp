// SPDX-License-Identifier: MIT
#pragma once

#include "mend/store/history.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// How each entry of a history can be named: the shortest start of its id that no other has, at
// least 4 characters; `@N` without an id.
using EntryNames = std::unordered_map<const Entry*, std::string>;
EntryNames entry_names(const History& history, const Moment& moment);

// The same of one entry that has that id.
std::string entry_name(const History& history, std::string_view id);

// Ends a command that found no such thing in a history: 1 when it was read whole. Else it may be in a
// file that could not be read (74) or is damaged (65), which the context has named.
[[noreturn]] void stop_not_there(const History& history, const std::string& what,
                                 const std::string& hint = {});

// Ends a command that would act on what only a whole history can say, when this one was not read whole:
// 74 when a file could not be read, 65 beside damage. `what` is a sentence up to its "while", such as
// "nobody can say which entry is @1"; `hint` is what can be done all the same.
void require_whole(const History& history, const std::string& what, const std::string& hint = {});

// What is found is changed or handed on; or it is shown, which can be wrong without harm.
enum class Purpose { change, show };

// The entries these words name, each once: the start of an id, or `@N` counted from the one written
// last. Throws Stop for what is not there, as `stop_not_there` does, (exit_no) for what could be
// several, with the candidates;
// Stop (usage) for what cannot be an id. To change something, what an entry that could not be read may
// be meant by as well (`@N`, or less of an id than mend ever prints) is refused as by `require_whole`.
std::vector<const Entry*> find_entries(const History& history,
                                       const std::vector<std::string>& words,
                                       const Moment& moment, Purpose purpose = Purpose::change);

// Does the word name an entry by its place?
bool is_position(std::string_view word);

// The words that name entries; where there are none, the entry written last is meant.
std::vector<std::string> or_newest(const std::vector<std::string>& words);

}  // namespace mend
