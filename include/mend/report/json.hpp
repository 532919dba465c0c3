// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/finding.hpp"
#include "mend/report/space_row.hpp"
#include "mend/domain/follow_through.hpp"
#include "mend/report/step_guide.hpp"
#include "mend/report/step_row.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mend {

enum class Discretion { off, on };

// The objects of mend-json(5), each one line with its newline. Texts that are not UTF-8 come out
// with the replacement character; the output is always valid JSON.

std::string streak_json(std::span<const StepRow> rows, Day today);

// Of `steps`: the eight, or one whole.
std::string steps_json(const JournalSettings& settings);
std::string step_guide_json(const StepGuide& guide, Discretion discretion);

// {"schema": "mend.COMMAND/1", "actions": [...]}. With discretion, without keys and texts.
std::string own_actions_json(std::string_view command, std::span<const OwnAction> actions,
                             Discretion discretion);

// The same of a command that changes them; it has "entries" too, as all that write.
std::string changed_actions_json(std::string_view command, std::span<const OwnAction> actions,
                                 Discretion discretion, bool is_dry_run);

// Of `space list`: each space's keys, `until` as it was agreed last, `state`, and the day and id of
// the return.
std::string spaces_json(std::span<const SpaceRow> rows, Discretion discretion);

struct DayReport {
  std::string_view command;  // "today" or "day"
  Day day;
  std::span<const StepRow> rows;
  std::span<const Entry> entries;
  std::span<const Waiting> waiting;
  std::span<const FollowThrough> apologies;  // those with promises that are open
  std::vector<const Entry*> setbacks;  // of that day
  std::vector<Agreement> limits = {};  // those in force, while a space is open
  int quiet_days = 0;                  // in a row, up to the day before
  bool is_past = false;                // is it looked back on?
};

std::string day_json(const DayReport& report, Discretion discretion);

// {"schema": "mend.COMMAND/1", "entries": [...]}, with "dry_run" when it was one.
std::string entries_json(std::string_view command, std::span<const Attributes> entries,
                         Discretion discretion, bool is_dry_run = false);

// One object without a newline, with the keys of an entry or another table as they stand.
std::string attributes_json(const Attributes& attributes);

// With discretion, without the keys of own actions.
std::string check_json(bool is_kept, std::span<const StepRow> rows, Discretion discretion);

std::string status_json(AskedCount count, int consistency, std::size_t waiting);

// {"schema": "mend.COMMAND/1", KEY: VALUE...} for answers that are a few texts.
std::string texts_json(std::string_view command,
                       const std::vector<std::pair<std::string, std::string>>& values);

struct JournalEntry {
  std::string name;
  std::string path;
  bool is_current = false;
};

// With discretion, how many there are.
std::string journals_json(std::span<const JournalEntry> journals, Discretion discretion);

// One setting as it is in force.
struct SettingRow {
  std::string key;
  Value value;  // an empty text: it is not made
  bool is_default = false;
  std::string file;
};

std::string settings_json(std::string_view command, std::span<const SettingRow> rows);

// The same for a command that writes them, which has the key "entries" as all that write do.
std::string changed_settings_json(std::string_view command, std::span<const SettingRow> rows,
                                  bool is_dry_run);

std::string doctor_json(std::span<const Finding> findings, Discretion discretion);

struct CommandSummary {
  std::string_view name;
  std::string_view usage;
  std::string_view summary;
};

std::string help_json(std::span<const CommandSummary> commands);

// The keys of an entry that hold no word anyone typed, and not how bad a setback was or who knows.
Attributes without_words(const Attributes& entry);

}  // namespace mend
