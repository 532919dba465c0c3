// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/answers.hpp"
#include "mend/cli/context.hpp"
#include "mend/report/text.hpp"
#include "mend/domain/attributes.hpp"
#include "mend/store/journal_writer.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// What the commands that record have in common.

// The day of `-d`, or today. Throws Stop (usage) for a day that has not come yet.
Day recorded_day(Context& context, const Arguments& arguments);

// The words from `first` on, joined by one space; a sole `-` reads standard input. Nothing when
// there are none. Throws Stop (usage) when it is not UTF-8, or when input is piped in unasked.
std::optional<std::string> read_text(Context& context, const Arguments& arguments,
                                     std::size_t first);

// Is the text from `first` on yet to be typed, at the terminal or in the editor? Then whatever can be
// refused is refused before.
bool is_yet_to_be_typed(const Context& context, const Arguments& arguments, std::size_t first);

// Throws Stop (usage): words wait on standard input that were not asked for. `way_in` begins the hint.
[[noreturn]] void refuse_waiting_input(std::string_view way_in);

// Standard input without one final line ending. Throws Stop (usage) when it is not UTF-8.
std::string read_piped_text(Context& context);

// An entry with its id, day, time and kind.
Attributes new_entry(Context& context, Day day, Kind kind);

// The same for what says how an entry of kind `opening` went on. Of events in one second the one with the greater id is
// the later; the new one gets such an id.
Attributes new_event(Context& context, Day day, Kind opening, const std::string& id,
                     std::span<const Entry> entries);

void append_text(Attributes& entry, const std::string& key, const std::string& text);
void append_tags(Attributes& entry, const Arguments& arguments);

// The word of an option that is one of a list, as the schema of the kind spells it under `key`; empty
// without the option. Throws Stop (usage) for any other word.
std::string read_choice(const Arguments& arguments, std::string_view option, Kind kind,
                        std::string_view key);

// Saves the entries in the month of `day`, as a change that `undo` calls by that command.
Saved save_entries(Context& context, const std::string& command, Day day,
                   const std::vector<Attributes>& entries, Typed typed = Typed::on_the_line);

// Prints what --dry-run shows: which file the entries would go to, and how they would stand there.
void print_dry_run(Context& context, Day day, const std::vector<Attributes>& entries);

// Saves the entries in the month of `day` and answers: JSON, or what `answer` prints given the
// history as it is now. With --dry-run it shows what it would write.
void save_and_answer(Context& context, const std::string& command, Day day,
                     const std::vector<Attributes>& entries,
                     const std::function<void(const History&)>& answer);

// The same for entries that depend on what the journal says. They are made while its lock is held,
// so that what `make_entries` reads there stays true until they are saved; what it throws ends the
// command with nothing saved. `drafts` hold the words that must not be lost when it is not reached.
void save_and_answer(Context& context, const std::string& command, Day day,
                     const std::function<std::vector<Attributes>()>& make_entries,
                     const std::function<void(const History&)>& answer,
                     std::vector<Attributes> drafts = {});

// A hint that the journal begins on `day` now, which is before all that it had, and that a year so far
// back may be a typing mistake. `history` is what it has now.
void hint_at_new_beginning(Context& context, const History& history, Day day);

// Prints "kept ..." for these and, for a day that is not today, which it was for.
void print_kept(Context& context, const History& history, std::span<const Kept> all, Day day);

}  // namespace mend
