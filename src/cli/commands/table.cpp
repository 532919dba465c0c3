// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include <array>

namespace mend {
namespace {

const std::array<Command, 21> table = {
    log_command,   note_command,   rest_command,  today_command,    day_command,
    streak_command, list_command,  show_command,  steps_command,    edit_command,
    rm_command,    undo_command,   redo_command,  check_command,    status_command,
    init_command,  journals_command, doctor_command, path_command, help_command,    complete_command};

constexpr Option global[] = {
    {"-j,--journal", "NAME", "the journal to use; main unless MEND_JOURNAL says otherwise"},
    {"--json", "", "answer with one JSON object"},
    {"--color", "CHOICE", "auto, always or never"},
    {"--discreet", "", "states and counts, no word anyone typed"},
    {"-q,--quiet", "", "no confirmations and no hints"},
    {"--dry-run", "", "show what would be written, and touch nothing"},
    {"--no-input", "", "never ask anything"},
    {"-V,--version", "", "print the version"},
    {"-h,--help", "", "explain the command"},
};

}  // namespace

std::span<const Command> commands() { return table; }

const Command* find_command(std::string_view name) {
  for (const Command& command : table) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::span<const Option> global_options() { return global; }

}  // namespace mend
