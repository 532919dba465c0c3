// SPDX-License-Identifier: MIT
#include "mend/report/limit_list.hpp"

#include "json_promises.hpp"

namespace mend {
namespace {

std::string_view json_state(LimitState state) {
  switch (state) {
    case LimitState::in_force: return "open";
    case LimitState::lifted: return "lifted";
    case LimitState::over: return "over";
  }
  return {};
}

}  // namespace

Json limits_in_force_json(std::span<const Agreement> limits, Discretion discretion) {
  Json array = Json::array();
  for (const Agreement& limit : limits) {
    Json json = {{"id", limit.opening->id}};
    if (!limit.deadline.is_never()) json["until"] = deadline_json(limit.deadline);
    if (discretion == Discretion::off) {
      json["text"] = std::string{text_of(limit.opening->keys, "text")};
    }
    array.push_back(std::move(json));
  }
  return array;
}

std::string limits_json(std::span<const LimitRow> rows, Discretion discretion) {
  Json json = {{"schema", schema("limit list")}, {"limits", Json::array()}};
  for (const LimitRow& row : rows) {
    const Attributes& keys = row.limit.opening->keys;
    Json limit = to_json(discretion == Discretion::on ? without_words(keys) : keys);
    limit["state"] = json_state(row.state);
    if (const Entry* const lifting = row.limit.settlement) {
      limit["lifted"] = to_iso(lifting->day);
      limit["outcome"] = lifting->id;
    }
    json["limits"].push_back(std::move(limit));
  }
  return line(json);
}

}  // namespace mend
