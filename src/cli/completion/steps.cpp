// SPDX-License-Identifier: MIT
#include "scene.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/note_fields.hpp"

#include <algorithm>
#include <vector>

namespace mend {
namespace {

enum class Actions { all, with_a_streak };

void offer_actions(Scene& scene, Step step, Actions which) {
  if (which == Actions::all) {
    for (const ActionContent& action : content_of(step).actions) {
      scene.offer(action.key, action.text);
    }
  }
  if (!scene.is_open()) return;
  const Day today = scene.context()->today();
  for (const OwnAction& action : scene.context()->settings().actions) {
    const bool has_ended = action.until && *action.until < today;
    const bool is_meant = which == Actions::all ? !has_ended : action.cadence.has_value();
    if (action.step == step && is_meant) scene.offer(action.key, action.text);
  }
}

void complete_target(Scene& scene, Actions which) {
  TypedWord typed = scene.candidates().typed();
  const auto slash = typed.current.find('/');
  if (slash == std::string::npos) {
    complete_steps(scene);
    return;
  }
  const auto step = parse_step(std::string_view{typed.current}.substr(0, slash));
  if (!step) return;
  typed.keep_through("/");
  scene.candidates().set_typed(typed);
  offer_actions(scene, *step, which);
}

// Those of the step that is named; of an entry to edit, also the keys of its kind.
std::vector<FieldContent> fields_wanted(Scene& scene) {
  const TypedLine& line = scene.line();
  if (line.command == nullptr || line.words.empty()) return {};
  if (const auto kind = kind_from_word(line.command->name)) {
    const auto step = parse_step(line.words.front());
    return step ? fields_of(*kind, *step) : std::vector<FieldContent>{};
  }
  if (scene.context() == nullptr) return {};
  const History history = scene.context()->history(no_words);
  const Entry& entry = *find_entries(history, {line.words.front()}, scene.context()->moment(), Purpose::show).front();
  return editable_fields(entry.kind, entry.step);
}

bool is_given(const TypedLine& line, std::string_view field) {
  const auto values = line.values_of("--field");
  return std::ranges::any_of(values, [field](std::string_view value) {
    return value.starts_with(std::string{field} + "=");
  });
}

void complete_field(Scene& scene, const FieldContent& field) {
  switch (field.type) {
    case FieldType::choice:
      for (const auto choice : field.choices) scene.offer(choice);
      return;
    case FieldType::yes_no:
      scene.offer("yes");
      scene.offer("no");
      return;
    case FieldType::scale:
      for (int i = 1; i <= field.scale_max; ++i) scene.offer(std::to_string(i));
      return;
    case FieldType::date: complete_days_ahead(scene); return;
    case FieldType::reference:
      if (field.name == "apology") {
        complete_apologies(scene);
      } else {
        complete_setbacks(scene);
      }
      return;
    default: return;
  }
}

}  // namespace

void complete_steps(Scene& scene) {
  for (const Step step : all_steps) scene.offer(key_of(step), content_of(step).title);
}

// `log 2,c/on`: only what stands behind the last comma is being typed.
void complete_targets(Scene& scene) {
  TypedWord typed = scene.candidates().typed();
  typed.keep_through(",");
  scene.candidates().set_typed(typed);
  complete_target(scene, Actions::all);
}

void complete_rows(Scene& scene) { complete_target(scene, Actions::with_a_streak); }

void complete_own_actions(Scene& scene) {
  // In a command with a text the key is a new one.
  if (!scene.is_open() || scene.line().command->words == WordsAre::text) return;
  for (const OwnAction& action : scene.context()->settings().actions) {
    scene.offer(action.key, action.text);
  }
}

void complete_fields(Scene& scene) {
  TypedWord typed = scene.candidates().typed();
  const auto equals = typed.current.find('=');
  const std::string name = typed.current.substr(0, equals);
  for (const FieldContent& field : fields_wanted(scene)) {
    if (equals == std::string::npos) {
      if (!is_given(scene.line(), field.name)) scene.offer(std::string{field.name} + "=", field.ask);
    } else if (field.name == name) {
      typed.kept += name + "=";
      typed.current.erase(0, equals + 1);
      scene.candidates().set_typed(typed);
      complete_field(scene, field);
      return;
    }
  }
}

}  // namespace mend
