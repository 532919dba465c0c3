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

// Standard input to its end, at most `limit` bytes. Throws SystemError (io, interrupted).
std::string read_standard_input(std::size_t limit);

// Is somebody piping something in that nobody asked for?
bool is_input_waiting();

}  // namespace mend
