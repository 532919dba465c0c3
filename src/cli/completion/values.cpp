// SPDX-License-Identifier: MIT
#include "scene.hpp"

#include "mend/cli/help.hpp"
#include "mend/cli/usage.hpp"
#include "mend/domain/schema.hpp"
#include "mend/domain/settings.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/store/paths.hpp"
#include "mend/store/setting_keys.hpp"
#include "mend/system/files.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

void offer_all(Scene& scene, std::initializer_list<std::string_view> words) {
  for (const auto word : words) scene.offer(word);
}

void complete_kinds(Scene& scene) {
  for (const KindSchema& each : kind_schemas()) scene.offer(each.word);
}

void complete_roles(Scene& scene) {
  scene.offer(word_of(Who::mending), "who broke trust");
  scene.offer(word_of(Who::healing), "who was hurt");
  scene.offer(word_of(Who::both), "someone who is both");
}

void complete_weekdays(Scene& scene) {
  offer_all(scene, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
}

void complete_colors(Scene& scene) { offer_all(scene, {"auto", "always", "never"}); }

void complete_clocks(Scene& scene) { offer_all(scene, {"00:00", "03:00", "04:00", "05:00"}); }

void complete_cadences(Scene& scene) {
  offer_all(scene, {"daily", "weekdays", "mon,wed,fri", "1/week", "2/week", "3/week", "4/week",
                    "5/week", "6/week", "1/month", "2/month", "every 2d", "every 3d", "as-needed"});
}

void offer_choices(Scene& scene, Kind kind, std::string_view key) {
  for (const auto choice : choices_of(kind, key)) scene.offer(choice);
}

void complete_efforts(Scene& scene) { offer_choices(scene, Kind::promise, "effort"); }

void complete_askers(Scene& scene) { offer_choices(scene, Kind::space, "asked_by"); }

void complete_contacts(Scene& scene) { offer_choices(scene, Kind::space, "contact"); }

void complete_severities(Scene& scene) {
  if (!scene.is_open()) return;
  for (const SeverityContent& severity : setback_content().severities) {
    scene.offer(severity.key, severity.text);
  }
}

void complete_files(Scene& scene) { scene.candidates().offer_files(); }

void complete_topics(Scene& scene) {
  complete_commands(scene, nullptr);
  scene.offer(safety_topic, "for somebody who is afraid");
}

// `harsh habit=c/on-time`: an old name, then a target.
void complete_mapping(Scene& scene) {
  TypedWord typed = scene.candidates().typed();
  if (typed.current.find('=') == std::string::npos) return;
  typed.keep_through("=");
  scene.candidates().set_typed(typed);
  complete_targets(scene);
}

// The only field of an action.
void complete_kept_limit(Scene& scene) {
  TypedWord typed = scene.candidates().typed();
  if (typed.current.find('=') == std::string::npos) {
    scene.offer("limit=", "the id of the limit that was kept");
    return;
  }
  typed.keep_through("=");
  scene.candidates().set_typed(typed);
  complete_limits(scene);
}

struct ValueKind {
  std::string_view name;  // with the place before it where the name alone would not tell
  void (*complete)(Scene& scene);
};

constexpr std::array value_kinds = {
    ValueKind{"STEP", complete_steps},
    ValueKind{"STEP/ACTION", complete_rows},
    ValueKind{"STEP/ACTION,STEP/ACTION", complete_targets},
    ValueKind{"NAME=STEP/ACTION", complete_mapping},
    ValueKind{"FIELD=VALUE", complete_fields},
    ValueKind{"DAY", complete_days},
    ValueKind{"rest DAY", complete_days_ahead},
    ValueKind{"WHEN", complete_times_ahead},
    ValueKind{"SPAN", complete_spans},
    ValueKind{"RANGE", complete_days_ahead},
    ValueKind{"ID", complete_ids},
    ValueKind{"promise ID", complete_open_promises},
    ValueKind{"limit=ID", complete_kept_limit},
    ValueKind{"limit ID", complete_limits},
    ValueKind{"--apology ID", complete_apologies},
    ValueKind{"TAG", complete_tags},
    ValueKind{"--journal NAME", complete_journals},
    ValueKind{"JOURNAL", complete_journals},
    ValueKind{"KIND", complete_kinds},
    ValueKind{"ROLE", complete_roles},
    ValueKind{"WEEKDAY", complete_weekdays},
    ValueKind{"TIME", complete_clocks},
    ValueKind{"CADENCE", complete_cadences},
    ValueKind{"C", complete_cadences},
    ValueKind{"CHOICE", complete_colors},
    ValueKind{"EFFORT", complete_efforts},
    ValueKind{"ASKER", complete_askers},
    ValueKind{"CONTACT", complete_contacts},
    ValueKind{"SEVERITY", complete_severities},
    ValueKind{"FILE", complete_files},
    ValueKind{"COMMAND", complete_topics},
    ValueKind{"config KEY", complete_settings},
    ValueKind{"config VALUE", complete_setting_values},
    ValueKind{"action KEY", complete_own_actions},
};

const ValueKind* find_kind(std::string_view name) {
  const auto found = std::ranges::find(value_kinds, name, &ValueKind::name);
  return found == value_kinds.end() ? nullptr : &*found;
}

// `on|off`, `bash`: it is written as it stands.
bool is_literal(std::string_view name) {
  return std::ranges::none_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

void complete_named(Scene& scene, std::string_view names, std::string_view place) {
  const TypedWord typed = scene.candidates().typed();
  for (const std::string& name : alternatives(names)) {
    const ValueKind* kind = find_kind(std::string{place} + " " + name);
    if (kind == nullptr) kind = find_kind(name);
    if (kind != nullptr) {
      kind->complete(scene);
    } else if (is_literal(name)) {
      scene.offer(name);
    }
    scene.candidates().set_typed(typed);
  }
}

void complete_value(Scene& scene, const Option& option) {
  complete_named(scene, option.value, option.long_name());
}

void complete_word(Scene& scene) {
  const TypedLine& line = scene.line();
  const std::string_view place =
      line.family != nullptr ? line.family->name : line.command->name;
  const std::string_view usage = line.command->usage;
  // `help config get`: behind a family's name stands one of its members.
  const auto first = wanted_values(usage, 0);
  const bool is_second_of_topic =
      line.words.size() == 1 && !first.empty() && first.front() == "COMMAND";
  if (const Family* const family = is_second_of_topic ? find_family(line.words[0]) : nullptr) {
    complete_commands(scene, family);
    return;
  }
  for (const std::string& name : wanted_values(usage, line.words.size())) {
    complete_named(scene, name, place);
  }
}

void complete_commands(Scene& scene, const Family* family) {
  if (family == nullptr) {
    for (const FirstWord& word : first_words()) scene.offer(word.name, word.summary);
    return;
  }
  for (const Command& command : commands()) {
    scene.offer(family->member_name(command), command.summary);
  }
}

// Whatever MEND_JOURNAL says: this is where another one is named.
void complete_journals(Scene& scene) {
  const Context* const context = scene.context();
  if (context != nullptr && context->discretion() == Discretion::on) return;
  const auto paths = find_paths(scene.environment());
  if (!paths) return;
  for (const std::string& name : list_folder(paths->data)) {
    if (is_journal_name(name) && is_folder(paths->journal(name))) scene.offer(name);
  }
}

void complete_settings(Scene& scene) {
  for (const SettingKey& key : setting_keys()) scene.offer(key.name, key.expected);
}

void complete_setting_values(Scene& scene) {
  const SettingKey* const key = find_setting_key(lower_case(scene.line().words.front()));
  if (key != nullptr) complete_named(scene, key->value_name, "");
}

}  // namespace mend
