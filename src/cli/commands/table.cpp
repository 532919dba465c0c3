// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

const auto table = std::to_array<Command>({
    log_command,
    note_command,
    setback_command,
    promise_add_command,
    promise_keep_command,
    promise_miss_command,
    promise_change_command,
    promise_drop_command,
    promise_list_command,
    space_begin_command,
    space_extend_command,
    space_back_command,
    space_list_command,
    limit_add_command,
    limit_lift_command,
    limit_list_command,
    rest_command,
    checkin_command,
    action_add_command,
    action_list_command,
    action_retire_command,
    action_rename_command,
    today_command,
    day_command,
    streak_command,
    report_command,
    calendar_command,
    list_command,
    show_command,
    steps_command,
    suggest_command,
    edit_command,
    rm_command,
    undo_command,
    redo_command,
    due_command,
    check_command,
    status_command,
    init_command,
    journals_command,
    export_command,
    import_command,
    config_get_command,
    config_set_command,
    config_unset_command,
    config_list_command,
    config_edit_command,
    config_path_command,
    doctor_command,
    path_command,
    completions_command,
    help_command,
});

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

const auto all_families =
    std::to_array<Family>({promise_family, space_family, limit_family, action_family, config_family});

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
