// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/command.hpp"
#include "mend/cli/context.hpp"

namespace mend {

extern const Command log_command;
extern const Command note_command;
extern const Command setback_command;
extern const Family promise_family;
extern const Command promise_add_command;
extern const Command promise_keep_command;
extern const Command promise_miss_command;
extern const Command promise_change_command;
extern const Command promise_drop_command;
extern const Command promise_list_command;
extern const Command rest_command;
extern const Command checkin_command;
extern const Family space_family;
extern const Command space_begin_command;
extern const Command space_extend_command;
extern const Command space_back_command;
extern const Command space_list_command;
extern const Family limit_family;
extern const Command limit_add_command;
extern const Command limit_lift_command;
extern const Command limit_list_command;
extern const Family action_family;
extern const Command action_add_command;
extern const Command action_list_command;
extern const Command action_retire_command;
extern const Command action_rename_command;
extern const Command today_command;
extern const Command day_command;
extern const Command streak_command;
extern const Command steps_command;
extern const Command suggest_command;
extern const Command list_command;
extern const Command show_command;
extern const Command report_command;
extern const Command calendar_command;
extern const Command rm_command;
extern const Command undo_command;
extern const Command redo_command;
extern const Command edit_command;
extern const Command due_command;
extern const Command check_command;
extern const Command status_command;
extern const Command init_command;
extern const Command journals_command;
extern const Command export_command;
extern const Command import_command;
extern const Family config_family;
extern const Command config_get_command;
extern const Command config_set_command;
extern const Command config_unset_command;
extern const Command config_list_command;
extern const Command config_edit_command;
extern const Command config_path_command;
extern const Command path_command;
extern const Command doctor_command;
extern const Command completions_command;
extern const Command help_command;

inline constexpr Option day_option = {"-d,--on", "DAY",
                                      "the day it counts for: yesterday, mon, -3d, 2026-11-22"};
inline constexpr Option edit_option = {"-e,--edit", "", "compose in the editor"};
inline constexpr Option tag_option = {"-t,--tag", "TAG", "a tag to find it by",
                                      Option::Times::repeated};
inline constexpr Option field_option = {"-f,--field", "FIELD=VALUE", "a field of the step's notes",
                                        Option::Times::repeated};

}  // namespace mend
