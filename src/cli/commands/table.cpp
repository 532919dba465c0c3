// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

const std::array<Command, 31> table = {
    log_command,    note_command,     rest_command,   today_command,  day_command,
    streak_command, report_command, calendar_command, list_command,     show_command,   steps_command,  edit_command,
    rm_command,     undo_command,     redo_command,   check_command,  status_command,
    init_command,   journals_command, export_command, import_command, config_get_command, config_set_command, config_unset_command,
    config_list_command, config_edit_command, config_path_command, doctor_command, path_command,
    help_command,   complete_command};

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

const std::array<Family, 1> all_families = {config_family};

}  // namespace

std::string_view Family::member_name(const Command& command) const {
  const bool is_member = command.name.size() > name.size() && command.name.starts_with(name) &&
                         command.name[name.size()] == ' ';
  return is_member ? command.name.substr(name.size() + 1) : std::string_view{};
}

std::span<const Family> families() { return all_families; }

const Family* find_family(std::string_view name) {
  const auto found = std::ranges::find(all_families, name, &Family::name);
  return found == all_families.end() ? nullptr : &*found;
}

const Family* family_of(const Command& command) {
  const auto space = command.name.find(' ');
  return space == std::string_view::npos ? nullptr : find_family(command.name.substr(0, space));
}

const Command& default_member(const Family& family) {
  const auto found = std::ranges::find_if(table, [&family](const Command& command) {
    return family.member_name(command) == "list";
  });
  return *found;
}

std::vector<FirstWord> first_words() {
  std::vector<FirstWord> words;
  for (const Command& command : table) {
    if (command.group.empty()) continue;
    const Family* const family = family_of(command);
    if (family == nullptr) {
      words.push_back({command.name, command.group, command.summary});
    } else if (words.back().name != family->name) {
      words.push_back({family->name, command.group, family->summary});
    }
  }
  return words;
}

std::span<const Command> commands() { return table; }

const Command* find_command(std::string_view name) {
  for (const Command& command : table) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::span<const Option> global_options() { return global; }

}  // namespace mend
