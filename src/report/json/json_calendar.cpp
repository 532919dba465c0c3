// SPDX-License-Identifier: MIT
#include "mend/report/calendar_renderings.hpp"
#include "json_values.hpp"

namespace mend {

std::string calendar_json(const Calendar& calendar, DayRange span) {
  Json json = {{"schema", schema("calendar")},
               {"today", to_iso(calendar.today)},
               {"from", to_iso(span.first)},
               {"to", to_iso(span.last)},
               {"step", calendar.step ? Json(key_of(*calendar.step)) : Json(nullptr)},
               {"days", Json::array()}};
  for (const CalendarDay& day : calendar.days) {
    Json row = {{"day", to_iso(day.day)}, {"state", word_of(day.state)}, {"kept", Json::array()}};
    for (const Step step : all_steps) {
      if (day.kept.test(index_of(step))) row["kept"].push_back(key_of(step));
    }
    json["days"].push_back(std::move(row));
  }
  return line(json);
}

}  // namespace mend
