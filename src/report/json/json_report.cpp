// SPDX-License-Identifier: MIT
#include "mend/report/report_renderings.hpp"
#include "json_promises.hpp"

namespace mend {
namespace {

Json range(DayRange days) { return {{"from", to_iso(days.first)}, {"to", to_iso(days.last)}}; }

Json kept_row(const KeptOfAsked& kept) {
  Json json = range(kept.days);
  json.update({{"kept", kept.kept}, {"asked", or_null(kept.asked)}, {"days", kept.days_kept}});
  return json;
}

// A step's row, or within it that of one of its own actions.
Json step_row(const StepReport& step) {
  Json json = step.action.empty()
                  ? Json{{"number", number_of(step.step)}, {"step", key_of(step.step)}}
                  : Json{{"action", step.action}};
  json.update({{"cadence", step.cadence.text.empty() ? Json(nullptr) : Json(step.cadence.text)},
               {"kept", step.kept.kept},
               {"asked", or_null(step.kept.asked)},
               {"days", step.kept.days_kept}});
  json["before"] = Json::array();
  for (const KeptOfAsked& before : step.before) json["before"].push_back(kept_row(before));
  if (step.row) {
    json["current"] = or_null(step.row->streak.current);
    json["bridged"] = or_null(step.row->streak.bridged);
  }
  if (!step.actions.empty()) json["actions"] = Json::array();
  for (const StepReport& action : step.actions) json["actions"].push_back(step_row(action));
  return json;
}

Json promises_of(const PromiseReport& promises) {
  return {{"given", promises.made},
          {"kept", promises.kept},
          {"late", promises.late},
          {"changed", promises.changed},
          {"missed", promises.missed},
          {"dropped", promises.dropped},
          {"released", promises.released},
          {"open", promises.open},
          {"overdue", promises.overdue},
          {"kept_rate", {{"kept", promises.kept}, {"of", promises.rated()}}},
          {"hard", {{"kept", promises.hard_kept}, {"of", promises.hard}}}};
}

Json apologies_of(const ApologyReport& apologies) {
  return {{"notes", apologies.notes},
          {"acknowledged", apologies.acknowledged},
          {"regret", apologies.regret},
          {"heard_first", apologies.heard_first},
          {"asked",
           {{"once", apologies.asked_once},
            {"not_yet", apologies.asked_not_yet},
            {"chose_not", apologies.chose_not}}},
          {"follow_through",
           {{"kept", apologies.followed},
            {"of", apologies.follow_through},
            {"open", apologies.still_open}}}};
}

Json space_of(const SpaceReport& spaces) {
  return {{"agreed", spaces.agreed},
          {"asked_by",
           {{"me", spaces.asked_by_me},
            {"them", spaces.asked_by_them},
            {"both", spaces.asked_by_both}}},
          {"returns",
           {{"on_time", spaces.on_time}, {"late", spaces.late}, {"extended", spaces.extended},
            {"ended", spaces.ended}}},
          {"open", spaces.is_open}};
}

Json honesty_of(const HonestyReport& honesty) {
  return {{"conversations", honesty.conversations},
          {"listened_min", honesty.listened},
          {"talked_min", honesty.talked},
          {"interrupted", honesty.interrupted},
          {"prompted", {{"by_me", honesty.by_me}, {"they_asked", honesty.they_asked}}},
          {"defended", {{"yes", honesty.defended}, {"no", honesty.not_defended}}}};
}

Json empathy_of(const EmpathyReport& empathy) {
  return {{"notes", empathy.notes},
          {"checked", empathy.checked()},
          {"put_right", empathy.put_right()},
          {"answers",
           {{"yes", empathy.right},
            {"partly", empathy.partly},
            {"no", empathy.wrong},
            {"did_not_ask", empathy.not_asked}}}};
}

// Without an id an entry can only be found by its day.
Json id_of(const Entry* entry) { return entry->id.empty() ? Json(nullptr) : Json(entry->id); }

Json responsibility_of(const ResponsibilityReport& part) {
  Json json = {{"before_asked", {{"yes", part.said_first}, {"no", part.pointed_out}}},
               {"changes", part.changes},
               {"still_holds", {{"yes", part.holds}, {"no", part.holds_no_more}}},
               {"due", Json::array()}};
  for (const ChangeDue& change : part.due) {
    json["due"].push_back({{"id", id_of(change.entry)},
                           {"day", to_iso(change.made)},
                           {"due", to_iso(change.due)},
                           {"after_days", change.after == 0 ? Json(nullptr) : Json(change.after)}});
  }
  return json;
}

Json setback_of(const SetbackReport& setback, Discretion discretion) {
  Json json = {{"id", id_of(setback.entry)},
               {"day", to_iso(setback.day)},
               {"step", key_of(setback.step)}};
  if (discretion == Discretion::off) {
    json["severity"] = word_of(setback.severity);
    json["told"] = setback.told.empty() ? Json(nullptr) : Json(setback.told);
  }
  json["followed"] = nullptr;
  if (setback.followed) {
    json["followed"] = {{"step", key_of(setback.followed->step)},
                        {"days", setback.followed->days}};
  }
  return json;
}

}  // namespace

std::string report_json(const SpanReport& report) {
  Json json = {{"schema", schema("report")},
               {"today", to_iso(report.today)},
               {"from", to_iso(report.span.first)},
               {"to", to_iso(report.span.last)},
               {"for", word_of(report.audience)},
               {"lived", report.lived ? range(*report.lived) : Json(nullptr)},
               {"count", report.entries},
               {"steps", Json::array()}};
  for (const StepReport& step : report.steps) json["steps"].push_back(step_row(step));
  json["promises"] = promises_of(report.promises);
  json["apologies"] = apologies_of(report.apologies);
  json["space"] = space_of(report.spaces);
  json["honesty"] = honesty_of(report.honesty);
  json["empathy"] = empathy_of(report.empathy);
  json["patience"] = {{"let_go", report.patience.let_go},
                      {"acted_on", report.patience.acted_on}};
  json["responsibility"] = responsibility_of(report.responsibility);
  json["setbacks"] = Json::array();
  for (const SetbackReport& setback : report.setbacks) {
    json["setbacks"].push_back(setback_of(setback, report.discretion));
  }
  json["learned"] = Json::array();
  for (const Learned& learned : report.learned) {
    json["learned"].push_back({{"id", id_of(learned.entry)},
                               {"day", to_iso(learned.entry->day)},
                               {"field", learned.field}});
  }
  json["question"] = report.question.empty() ? Json(nullptr) : Json(report.question);
  json["next"] = nullptr;
  if (report.next) {
    json["next"] = {{"step", key_of(report.next->step)},
                    {"action", report.next->action},
                    {"text", report.next->text}};
  }
  if (!report.limits.empty()) json["limits"] = limits_in_force_json(report.limits, report.discretion);
  if (!report.shown.empty()) json["entries"] = Json::array();
  for (const ShownEntry& shown : report.shown) json["entries"].push_back(to_json(shown.attributes));
  if (report.audience != Audience::me) json["closing"] = shared_closing;
  return line(json);
}

}  // namespace mend
