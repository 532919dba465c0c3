// SPDX-License-Identifier: MIT
#include "mend/cli/handing_over.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/system/dialogue.hpp"

namespace mend {

Audience read_audience(const Arguments& arguments, const std::string& command) {
  const auto word = arguments.value("for");
  if (!word) return Audience::me;
  if (const auto audience = audience_from_word(lower_case(*word))) return *audience;
  const std::string hint = did_you_mean(*word, audience_words);
  stop_usage("there is no " + command + " for '" + *word + "'",
             hint.empty() ? "Write me, partner or counsellor." : hint);
}

bool is_confirmed(Dialogue& dialogue, const std::string& preview) {
  dialogue.say(preview + "\n");
  const auto answer = dialogue.ask("Is this what you want to hand over? [y/N] ");
  static constexpr std::string_view agreement[] = {"y", "yes"};
  return answer && !listed_word(*answer, agreement).empty();
}

}  // namespace mend
