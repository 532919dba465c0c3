// SPDX-License-Identifier: MIT
#include "json_values.hpp"
#include "mend/report/suggestion.hpp"

namespace mend {

std::string suggestion_json(const std::optional<Suggestion>& suggestion, Day day) {
  Json json = {{"schema", schema("suggest")}, {"day", to_iso(day)}};
  for (const char* key : {"number", "step", "action", "text", "own", "log"}) json[key] = nullptr;
  if (suggestion) {
    json.update({{"number", number_of(suggestion->step)},
                 {"step", key_of(suggestion->step)},
                 {"action", suggestion->action},
                 {"text", suggestion->text},
                 {"own", suggestion->is_own},
                 {"log", log_line(*suggestion)}});
  }
  return line(json);
}

}  // namespace mend
