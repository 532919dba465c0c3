// SPDX-License-Identifier: MIT
#include "json_values.hpp"
#include "mend/report/partner_share.hpp"

namespace mend {
namespace {

Json day_or_null(Day day, Day open_side) {
  return day == open_side ? Json(nullptr) : Json(to_iso(day));
}

}  // namespace

std::string partner_json(const PartnerShare& share, std::string_view command) {
  Json json = {{"schema", schema(command)},
               {"from", day_or_null(share.span.first, every_day.first)},
               {"to", day_or_null(share.span.last, every_day.last)},
               {"for", word_of(Audience::partner)},
               {"steps", Json::array()},
               {"entries", Json::array()}};
  for (const auto& [step, kept] : share.steps) {
    json["steps"].push_back({{"number", number_of(step)},
                             {"step", key_of(step)},
                             {"kept", kept.kept},
                             {"asked", or_null(kept.asked)}});
  }
  for (const Attributes& table : partner_tables(share)) {
    if (text_of(table, "kind") != "step") json["entries"].push_back(to_json(table));
  }
  json["closing"] = shared_closing;
  return line(json);
}

}  // namespace mend
