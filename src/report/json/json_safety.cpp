// SPDX-License-Identifier: MIT
#include "json_values.hpp"
#include "mend/domain/helplines.hpp"
#include "mend/report/safety.hpp"

namespace mend {
namespace {

Json line_row(const Helpline& line) {
  Json json = {{"phone", line.phone}, {"name", line.name}};
  if (!line.web.empty()) json["web"] = line.web;
  if (!line.about.empty()) json["about"] = line.about;
  return json;
}

Json place_row(const HelpPlace& place) {
  Json json = {{"place", place.name}, {"emergency", place.emergency}, {"lines", Json::array()}};
  for (const Helpline& line : place.lines) json["lines"].push_back(line_row(line));
  return json;
}

}  // namespace

std::string safety_json() {
  const SafetyContent& content = safety_content();
  Json json = {{"schema", schema("help")},
               {"topic", "safety"},
               {"text", content.text},
               {"traces", content.traces},
               {"checked", content.checked},
               {"elsewhere", content.elsewhere},
               {"helplines", Json::array()}};
  for (const HelpPlace& place : content.places) json["helplines"].push_back(place_row(place));
  return line(json);
}

}  // namespace mend
