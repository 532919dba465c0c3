// SPDX-License-Identifier: MIT
#include "json_promises.hpp"

#include "mend/report/promise_list.hpp"

namespace mend {
namespace {

Json counts_json(const PromiseCounts& counts) {
  return {{"open", counts.open},     {"kept", counts.kept},     {"late", counts.late},
          {"changed", counts.changed}, {"missed", counts.missed}, {"dropped", counts.dropped},
          {"released", counts.released}};
}

Json outcome_json(const Entry* settlement) {
  if (settlement == nullptr) return nullptr;
  return {{"id", settlement->id}, {"day", to_iso(settlement->day)}};
}

Json promise_json(const PromiseRow& row, Discretion discretion) {
  const Entry& entry = *row.promise.opening;
  const Attributes said = discretion == Discretion::on ? without_words(entry.keys) : entry.keys;
  Json json = {{"id", entry.id}, {"day", to_iso(entry.day)}};
  if (const Value* const text = find_value(said, "text")) json["text"] = to_json(*text);
  json["step"] = entry.step ? Json(std::string{key_of(*entry.step)}) : Json(nullptr);
  json["due"] = to_text(row.promise.deadline);
  json["state"] = std::string{state_word(row.promise)};
  json["overdue"] = row.is_overdue;
  for (const std::string_view key : {"to", "effort", "if_then", "apology", "tags"}) {
    if (const Value* const value = find_value(said, key)) json[std::string{key}] = to_json(*value);
  }
  json["changed"] = row.promise.moves.size();
  json["outcome"] = outcome_json(row.promise.settlement);
  return json;
}

}  // namespace

Json waiting_json(const Waiting& waiting, Discretion discretion) {
  const Attributes& keys = waiting.entry->keys;
  Json json = {{"kind", std::string{word_of(waiting.kind)}},
               {"id", waiting.entry->id},
               {waiting.kind == Kind::space ? "until" : "due", deadline_json(waiting.deadline)}};
  if (discretion == Discretion::off && find_value(keys, "text") != nullptr) {
    json["text"] = std::string{text_of(keys, "text")};
  }
  return json;
}

Json apologies_json(std::span<const FollowThrough> apologies) {
  Json array = Json::array();
  for (const FollowThrough& through : apologies) {
    array.push_back({{"id", through.apology->id},
                     {"kept", through.kept},
                     {"of", through.of},
                     {"open", through.open}});
  }
  return array;
}

std::string promise_list_json(const PromiseList& list, Discretion discretion) {
  Json json = {{"schema", schema("promise list")}, {"promises", Json::array()}};
  for (const PromiseRow& row : list.open) json["promises"].push_back(promise_json(row, discretion));
  for (const PromiseRow& row : list.settled) {
    json["promises"].push_back(promise_json(row, discretion));
  }
  json["counts"] = counts_json(list.counts);
  json["kept_rate"] = {{"kept", list.counts.kept}, {"of", list.counts.rated()}};
  return line(json);
}

std::string due_json(std::span<const Waiting> due, Discretion discretion, bool is_quiet) {
  Json json = {{"schema", schema("due")}, {"quiet", is_quiet}, {"due", Json::array()}};
  for (const Waiting& waiting : due) {
    Json row = waiting_json(waiting, discretion);
    // What a space is for stays out of reminders.
    if (waiting.kind == Kind::space) row.erase("text");
    row["overdue"] = waiting.is_over;
    json["due"].push_back(std::move(row));
  }
  return line(json);
}

}  // namespace mend
