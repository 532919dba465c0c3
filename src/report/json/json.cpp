// SPDX-License-Identifier: MIT
#include "mend/report/json.hpp"

#include "mend/report/findings.hpp"
#include "json_promises.hpp"
#include "json_values.hpp"

namespace mend {
namespace {

Json state_or_null(const std::optional<DayState>& state) {
  return state ? Json(std::string{word_of(*state)}) : Json(nullptr);
}

Json unit_word(Cadence::Unit unit) {
  switch (unit) {
    case Cadence::Unit::day: return "day";
    case Cadence::Unit::week: return "week";
    case Cadence::Unit::month: return "month";
    case Cadence::Unit::time: return "time";
    case Cadence::Unit::none: return nullptr;
  }
  return nullptr;
}

// A step's row, or within it that of one of its own actions.
Json row_head(const StepRow& row) {
  Json json = {{"number", number_of(row.step)}, {"step", std::string{key_of(row.step)}}};
  if (!row.action.empty()) json["action"] = row.action;
  return json;
}

template <typename MakeRow>
void add_actions(Json& json, const StepRow& row, MakeRow make_row) {
  if (row.actions.empty()) return;
  json["actions"] = Json::array();
  for (const StepRow& action : row.actions) json["actions"].push_back(make_row(action));
}

Json streak_row(const StepRow& row) {
  const Streak& streak = row.streak;
  Json json = row_head(row);
  json.update({{"cadence", row.cadence.text},
               {"unit", unit_word(row.cadence.unit())},
               {"state", state_or_null(streak.state)},
               {"current", or_null(streak.current)},
               {"bridged", or_null(streak.bridged)},
               {"at_risk", streak.is_at_risk},
               {"best", nullptr},
               {"steadiness", nullptr},
               {"total", streak.total},
               {"last", streak.last ? Json(to_iso(*streak.last)) : Json(nullptr)},
               {"chapter", streak.chapter}});
  if (streak.best) {
    json["best"] = {{"length", streak.best->length},
                    {"from", to_iso(streak.best->days.first)},
                    {"to", to_iso(streak.best->days.last)}};
  }
  if (streak.steadiness) {
    json["steadiness"] = {{"kept", streak.steadiness->kept}, {"asked", streak.steadiness->asked}};
  }
  add_actions(json, row, streak_row);
  return json;
}

Json ids(std::span<const Entry* const> entries) {
  Json array = Json::array();
  for (const Entry* const entry : entries) {
    if (!entry->id.empty()) array.push_back(entry->id);
  }
  return array;
}

// As-needed steps have no state of their own until they are kept.
Json day_state(const StepRow& row) {
  const bool has_state = row.cadence.unit() != Cadence::Unit::none || row.today == DayState::kept;
  return has_state ? Json(std::string{word_of(row.today)}) : Json(nullptr);
}

char letter_of(DayMark mark) {
  switch (mark) {
    case DayMark::kept: return 'K';
    case DayMark::quiet: return 'Q';
    case DayMark::rest:
    case DayMark::before: return 'X';
    case DayMark::open: return 'O';
    case DayMark::silent: return '_';
    case DayMark::none: break;
  }
  return '-';
}

std::string strip_of(const StepRow& row) {
  constexpr std::size_t days = 14;
  std::string strip;
  for (const DayMark mark : std::span{row.strip}.last(days)) strip += letter_of(mark);
  return strip;
}

Json day_row(const StepRow& row) {
  Json json = row_head(row);
  json.update({{"state", day_state(row)},
               {"asked", row.is_asked},
               {"current", or_null(row.streak.current)},
               {"got", row.unit ? Json(row.unit->got) : Json(nullptr)},
               {"asked_now", row.unit ? Json(row.unit->asked) : Json(nullptr)},
               {"strip", strip_of(row)},
               {"entries", ids(row.entries)}});
  add_actions(json, row, day_row);
  return json;
}

std::string_view word_of(FieldType type) {
  switch (type) {
    case FieldType::text: return "text";
    case FieldType::choice: return "choice";
    case FieldType::yes_no: return "yes_no";
    case FieldType::minutes: return "minutes";
    case FieldType::count: return "count";
    case FieldType::scale: return "scale";
    case FieldType::date: return "date";
    case FieldType::reference: return "reference";
  }
  return {};
}

Json step_head(Step step, const Cadence& cadence) {
  const StepContent& content = content_of(step);
  return {{"number", content.number},
          {"step", content.key},
          {"title", content.title},
          {"aliases", content.aliases},
          {"cadence", cadence.text},
          {"intent", content.intent}};
}

Json field_row(const FieldContent& field) {
  Json json = {{"field", field.name},
               {"type", word_of(field.type)},
               {"ask", field.ask},
               {"core", field.is_core},
               {"private", field.is_private}};
  if (field.type == FieldType::choice) json["choices"] = field.choices;
  if (field.type == FieldType::scale) json["max"] = field.scale_max;
  return json;
}

Json own_action_row(const OwnAction& action) {
  Json json = {{"action", action.key}, {"text", action.text}, {"who", nullptr}, {"own", true}};
  if (action.cadence) json["cadence"] = action.cadence->text;
  return json;
}

void add_terms(Json& json, const OwnAction& action) {
  if (action.cadence) json["cadence"] = action.cadence->text;
  if (action.since) json["since"] = to_iso(*action.since);
  if (action.until) json["until"] = to_iso(*action.until);
}

Json wordless_action_row(const OwnAction& action) {
  Json json = {{"step", key_of(action.step)}};
  add_terms(json, action);
  return json;
}

Json whole_action_row(const OwnAction& action) {
  Json json = {{"action", action.key}, {"step", key_of(action.step)}, {"text", action.text}};
  add_terms(json, action);
  if (!action.was.empty()) json["was"] = action.was;
  return json;
}

Json action_rows(std::span<const OwnAction> actions, Discretion discretion) {
  Json rows = Json::array();
  for (const OwnAction& action : actions) {
    rows.push_back(discretion == Discretion::on ? wordless_action_row(action)
                                                : whole_action_row(action));
  }
  return rows;
}

Json space_row(const SpaceRow& row, Discretion discretion) {
  const Attributes& keys = row.agreement.opening->keys;
  Json json = to_json(discretion == Discretion::on ? without_words(keys) : keys);
  json["until"] = deadline_json(row.agreement.deadline);
  json["state"] = row.state();
  if (const Entry* const settlement = row.agreement.settlement) {
    json["returned"] = to_iso(settlement->day);
    json["return"] = settlement->id;
  }
  return json;
}

}  // namespace

std::string spaces_json(std::span<const SpaceRow> rows, Discretion discretion) {
  Json json = {{"schema", schema("space list")}, {"spaces", Json::array()}};
  for (const SpaceRow& row : rows) json["spaces"].push_back(space_row(row, discretion));
  return line(json);
}

std::string own_actions_json(std::string_view command, std::span<const OwnAction> actions,
                             Discretion discretion) {
  return line({{"schema", schema(command)}, {"actions", action_rows(actions, discretion)}});
}

std::string changed_actions_json(std::string_view command, std::span<const OwnAction> actions,
                                 Discretion discretion, bool is_dry_run) {
  Json json = {{"schema", schema(command)}};
  if (is_dry_run) json["dry_run"] = true;
  json["entries"] = Json::array();
  json["actions"] = action_rows(actions, discretion);
  return line(json);
}

std::string steps_json(const JournalSettings& settings) {
  Json json = {{"schema", schema("steps")}, {"steps", Json::array()}};
  for (const Step step : all_steps) {
    json["steps"].push_back(step_head(step, settings.cadence_of(step)));
  }
  return line(json);
}

std::string step_guide_json(const StepGuide& guide, Discretion discretion) {
  const StepContent& content = content_of(guide.step);
  Json step = step_head(guide.step, guide.cadence);
  step["cadence_why"] = content.cadence_why;
  step["done"] = content.done;
  step["actions"] = Json::array();
  for (const ActionContent& action : guide.actions) {
    step["actions"].push_back({{"action", action.key},
                               {"text", action.text},
                               {"who", word_of(action.who)},
                               {"own", false}});
  }
  if (discretion == Discretion::off) {
    for (const OwnAction& own : guide.own_actions) step["actions"].push_back(own_action_row(own));
  }
  step["prompts"] = Json::array();
  for (const PromptContent& prompt : guide.prompts) {
    step["prompts"].push_back({{"text", prompt.text}, {"who", word_of(prompt.who)}});
  }
  step["fields"] = Json::array();
  for (const FieldContent& field : content.fields) step["fields"].push_back(field_row(field));
  step["misuse"] = content.misuse;
  return line({{"schema", schema("steps")}, {"steps", Json::array({step})}});
}

std::string streak_json(std::span<const StepRow> rows, Day today) {
  Json json = {{"schema", schema("streak")}, {"today", to_iso(today)}, {"steps", Json::array()}};
  for (const StepRow& row : rows) json["steps"].push_back(streak_row(row));
  return line(json);
}

std::string day_json(const DayReport& report, Discretion discretion) {
  Json json = {{"schema", schema(report.command)},
               {"day", to_iso(report.day)},
               {"steps", Json::array()},
               {"waiting", Json::array()},
               {"setbacks", ids(report.setbacks)}};
  for (const StepRow& row : report.rows) json["steps"].push_back(day_row(row));
  for (const Waiting& waiting : report.waiting) {
    json["waiting"].push_back(waiting_json(waiting, discretion));
  }
  if (!report.apologies.empty()) json["apologies"] = apologies_json(report.apologies);
  if (!report.limits.empty()) json["limits"] = limits_in_force_json(report.limits, discretion);
  return line(json);
}

std::string entries_json(std::string_view command, std::span<const Attributes> entries,
                         Discretion discretion, bool is_dry_run) {
  Json head = {{"schema", schema(command)}};
  if (is_dry_run) head["dry_run"] = true;
  head["entries"] = Json::array();
  std::string out = line(head);
  out.resize(out.size() - std::string_view{"]}\n"}.size());
  bool is_first = true;
  for (const Attributes& entry : entries) {
    if (!is_first) out += ',';
    is_first = false;
    out += attributes_json(discretion == Discretion::on ? without_words(entry) : entry);
  }
  return out + "]}\n";
}

std::string attributes_json(const Attributes& attributes) {
  std::string text = line(to_json(attributes));
  text.pop_back();
  return text;
}

std::string check_json(bool is_kept, std::span<const StepRow> rows, Discretion discretion) {
  Json json = {{"schema", schema("check")}, {"kept", is_kept}, {"steps", Json::array()}};
  for (const StepRow& row : rows) {
    Json head = {{"number", number_of(row.step)}, {"step", std::string{key_of(row.step)}}};
    if (!row.action.empty() && discretion == Discretion::off) head["action"] = row.action;
    head["kept"] = row.today == DayState::kept;
    head["asked"] = row.is_asked;
    json["steps"].push_back(std::move(head));
  }
  return line(json);
}

std::string status_json(AskedCount count, int consistency, std::size_t waiting) {
  return line({{"schema", schema("status")},
               {"kept", count.kept},
               {"asked", count.asked},
               {"consistency", consistency},
               {"waiting", waiting}});
}

std::string texts_json(std::string_view command,
                       const std::vector<std::pair<std::string, std::string>>& values) {
  Json json = {{"schema", schema(command)}};
  for (const auto& [key, value] : values) json[key] = value;
  return line(json);
}

std::string journals_json(std::span<const JournalEntry> journals, Discretion discretion) {
  Json json = {{"schema", schema("journals")}, {"journals", Json::array()}};
  for (const JournalEntry& journal : journals) {
    Json row = Json::object();
    if (discretion == Discretion::off) row = {{"name", journal.name}, {"path", journal.path}};
    row["current"] = journal.is_current;
    json["journals"].push_back(std::move(row));
  }
  return line(json);
}

namespace {

Json setting_rows(std::span<const SettingRow> rows) {
  Json json = Json::array();
  for (const SettingRow& row : rows) {
    const bool is_made = row.value.text() == nullptr || !row.value.text()->empty();
    json.push_back({{"key", row.key},
                    {"value", is_made ? to_json(row.value) : Json(nullptr)},
                    {"default", row.is_default},
                    {"file", row.file}});
  }
  return json;
}

}  // namespace

std::string settings_json(std::string_view command, std::span<const SettingRow> rows) {
  return line({{"schema", schema(command)}, {"settings", setting_rows(rows)}});
}

std::string changed_settings_json(std::string_view command, std::span<const SettingRow> rows,
                                  bool is_dry_run) {
  Json json = {{"schema", schema(command)}};
  if (is_dry_run) json["dry_run"] = true;
  json["entries"] = Json::array();
  json["settings"] = setting_rows(rows);
  return line(json);
}

std::string doctor_json(std::span<const Finding> findings, Discretion discretion) {
  Json json = {{"schema", schema("doctor")}, {"findings", Json::array()}};
  for (const Finding& finding : findings) {
    const Diagnostic told = told_of(finding, discretion);
    json["findings"].push_back({{"file", told.file.empty() ? Json(nullptr) : Json(told.file)},
                                {"line", told.line > 0 ? Json(told.line) : Json(nullptr)},
                                {"column", told.column > 0 ? Json(told.column) : Json(nullptr)},
                                {"what", told.what},
                                {"hint", told.hint.empty() ? Json(nullptr) : Json(told.hint)},
                                {"severity", std::string{word_of(finding.gravity)}}});
  }
  return line(json);
}

std::string help_json(std::span<const CommandSummary> commands) {
  Json json = {{"schema", schema("help")}, {"commands", Json::array()}};
  for (const CommandSummary& command : commands) {
    json["commands"].push_back({{"name", std::string{command.name}},
                                {"usage", std::string{command.usage}},
                                {"summary", std::string{command.summary}}});
  }
  return line(json);
}

}  // namespace mend
