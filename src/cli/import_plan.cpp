// SPDX-License-Identifier: MIT
#include "mend/cli/import_plan.hpp"

#include "mend/cli/errors.hpp"
#include "mend/exchange/export.hpp"
#include "mend/store/attributes_file.hpp"
#include "mend/store/settings_edit.hpp"
#include "mend/system/files.hpp"

#include <algorithm>

namespace mend {
namespace {

Month month_of_entry(const Attributes& entry) {
  const Value* const day = find_value(entry, "day");
  const auto* const date = day == nullptr ? nullptr : std::get_if<DateText>(&day->content);
  return month_of(date == nullptr ? Day{} : parse_iso_day(date->text).value_or(Day{}));
}

// A rest may well be planned.
void note_ahead(ImportPlan& plan, const ImportedEntry& each, Day today) {
  const Value* const value = find_value(each.entry, "day");
  const auto* const date = value == nullptr ? nullptr : std::get_if<DateText>(&value->content);
  const auto day = date == nullptr ? std::nullopt : parse_iso_day(date->text);
  if (!day || *day <= today || text_of(each.entry, "kind") == "rest") return;
  plan.ahead.push_back({"the day " + date->text + " is in the future", each.place.file,
                        each.place.line, each.place.column, {}});
}

// An own action may have another key by now.
std::string current_place(const Attributes& entry, const JournalSettings& settings) {
  const auto step = step_from_key(text_of(entry, "step"));
  const std::string_view written = text_of(entry, "action");
  const OwnAction* const action = step ? settings.find_written_action(*step, written) : nullptr;
  return action == nullptr ? place_of(entry) : std::string{key_of(*step)} + "/" + action->key;
}

void note_known(ImportPlan& plan, const Attributes& imported, const Attributes& known,
                const JournalSettings& settings) {
  ++plan.already;
  const Difference difference = difference_of(imported, known);
  if (difference == Difference::words) ++plan.other_words;
  if (difference == Difference::details) ++plan.other_details;
  const std::string place = current_place(known, settings);
  if (current_place(imported, settings) != place) ++plan.elsewhere[place];
}

void plan_entries(ImportPlan& plan, const Import& import,
                  const std::unordered_map<std::string_view, const Attributes*>& known,
                  Context& context) {
  for (const ImportedEntry& each : import.entries) {
    const auto found = known.find(text_of(each.entry, "id"));
    if (found != known.end()) {
      note_known(plan, each.entry, *found->second, context.settings());
      continue;
    }
    plan.months[month_of_entry(each.entry)].push_back(each.entry);
    note_ahead(plan, each, context.today());
  }
}

[[noreturn]] void refuse_settings(const Diagnostic& problem) {
  stop(exit_damaged, "the settings in this file cannot be used: " + problem.what,
       "Nothing was written.");
}

// What the journal says in another way than the import does.
void plan_changes(Context& context, ImportPlan& plan, const std::string& text, bool may_come) {
  Settings imported;
  read_settings(text, SettingsHome::journal, "", imported);
  const Settings here{context.settings(), context.config()};
  for (const SettingKey& key : setting_keys()) {
    if (key.home != SettingsHome::journal || key.value(imported) == key.value(here)) continue;
    if (may_come) {
      plan.setting_changes.emplace_back(&key, key.value(imported));
    } else {
      plan.kept_settings.push_back(key.name);
    }
  }
}

// Has nobody chosen anything for this journal yet? What 'init' writes by itself is not chosen.
bool is_as_made(const JournalSettings& journal) {
  const Settings here{journal, {}};
  return journal.actions.empty() && std::ranges::all_of(setting_keys(), [&](const SettingKey& key) {
    return key.home != SettingsHome::journal || key.value(here) == key.value(Settings{});
  });
}

void plan_actions(Context& context, ImportPlan& plan, const std::vector<Attributes>& actions) {
  for (const Attributes& action : actions) {
    const auto step = step_from_key(text_of(action, "step"));
    const std::string_view key = text_of(action, "key");
    const bool is_lacking = step && context.settings().find_written_action(*step, key) == nullptr;
    if (is_lacking) plan.actions.push_back(action);
  }
}

std::vector<Attributes> tables_in(const Attributes& settings, std::string_view name) {
  std::vector<Attributes> tables;
  const Value* const value = find_value(settings, name);
  const auto* const values = value == nullptr ? nullptr : std::get_if<Values>(&value->content);
  if (values == nullptr) return tables;
  for (const Value& each : *values) {
    if (const auto* const table = std::get_if<Attributes>(&each.content)) tables.push_back(*table);
  }
  return tables;
}

void plan_settings(Context& context, ImportPlan& plan, const Import& import,
                   const History& history) {
  if (!import.settings.empty()) {
    const std::string text = settings_file_text(import.settings);
    const auto read_back = read_attributes(text, "");
    if (!read_back) refuse_settings(read_back.error());
    if (*read_back != ordered_settings(import.settings)) {
      refuse_settings({"they would not be read back as they are", {}, 0, 0, {}});
    }
    const auto file = read_file(context.journal_settings_file());
    const bool is_without_entries = history.entries.empty() && history.is_whole();
    if (is_without_entries && (!file || file->bytes == settings_preamble(SettingsHome::journal))) {
      plan.settings = text;
    } else {
      plan_changes(context, plan, text, is_without_entries && is_as_made(context.settings()));
      plan_actions(context, plan, tables_in(import.settings, "action"));
    }
  }
  plan_actions(context, plan, import.actions);
}

Result<std::string> rewritten(const std::string& before, const ImportPlan& plan,
                              const std::string& path) {
  if (!plan.settings.empty()) {
    if (before == settings_preamble(SettingsHome::journal)) return plan.settings;
    stop(exit_busy, path + " has just been made by somebody else; nothing was written",
         "Run the command again.");
  }
  std::string text = before;
  for (const auto& [key, value] : plan.setting_changes) {
    auto after = with_setting(text, path, key->name, value);
    if (!after) return after.error();
    text = *std::move(after);
  }
  return text;
}

}  // namespace

std::vector<Attributes> ImportPlan::entries() const {
  std::vector<Attributes> all;
  for (const auto& [month, entries] : months) all.insert(all.end(), entries.begin(), entries.end());
  return all;
}

std::unordered_map<std::string_view, const Attributes*> entries_by_id(const History& history,
                                                                      std::deque<std::string>& made_ids) {
  std::unordered_map<std::string_view, const Attributes*> by_id;
  for (const Entry& entry : history.entries) {
    if (!entry.id.empty()) {
      by_id.emplace(entry.id, &entry.keys);
      continue;
    }
    std::string made = id_from_content(entry.keys);
    for (int i = 2; by_id.contains(made); ++i) made = repeated_content_id(id_from_content(entry.keys), i);
    by_id.emplace(made_ids.emplace_back(std::move(made)), &entry.keys);
  }
  return by_id;
}

ImportPlan make_import_plan(Context& context, const Import& import, const History& history,
                            const std::unordered_map<std::string_view, const Attributes*>& known) {
  ImportPlan plan;
  plan_entries(plan, import, known, context);
  plan_settings(context, plan, import, history);
  return plan;
}

void carry_out(Context& context, const ImportPlan& plan, Run run) {
  // A dry run leaves no folder behind, and where there is none nothing is in the way.
  if (run == Run::dry && !is_folder(context.journal_folder())) return;
  JournalWriter writer{context.place(), context.paths().undo(context.journal()),
                       std::chrono::seconds{context.config().lock_timeout}};
  RewriteSettings rewrite;
  if (plan.has_settings()) {
    rewrite = [&](const std::string& before) {
      return rewritten(before, plan, context.journal_settings_file());
    };
  }
  const auto warnings = writer.add_all("import", plan.actions, plan.months, run, rewrite);
  if (!warnings) stop_unchanged(warnings.error());
  for (const Diagnostic& warning : *warnings) context.warn(warning);
}

}  // namespace mend
