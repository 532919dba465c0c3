// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace mend {

// Before anything else: puts something in the place of closed standard descriptors, so that no file
// of records gets their numbers, and makes a closed pipe or a file that may not grow an error
// instead of a signal, and Ctrl-C a note that ends waiting.
void prepare_standard_streams();

// A run is short and reads one month after the other: giving the memory of each back to the kernel
// only to ask for it again took about a twentieth of the time of `streak`.
void keep_freed_memory();

// Writes both texts and returns the exit code: `exit_code`, or 74 when standard output failed; then
// standard error says so, and whether the records were changed all the same.
int show_result(std::string_view out, std::string_view err, bool is_saved, int exit_code);

// Adds standard input to its end, at most about `limit` bytes in all. What was read is in `text`, also
// when it throws SystemError (io, interrupted) or std::bad_alloc.
void read_standard_input(std::size_t limit, std::string& text);

// Does something wait to be read from standard input: in a file before its end, or in a pipe or socket,
// which gets a moment to say something? Nothing does on a terminal. Nothing is read.
bool is_input_waiting();

// When there was not even memory to begin: says so, passes on the words that a single `-` on the command
// line offers, and returns the exit code.
int end_without_memory(int argc, char** argv) noexcept;

// For when there is no memory left: both write to standard error, the second what is left of standard
// input.
void write_standard_error(std::string_view text) noexcept;
void pass_on_standard_input() noexcept;

}  // namespace mend
