// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/cli/recording.hpp"
#include "mend/cli/setback_answer.hpp"
#include "mend/cli/worded_entry.hpp"
#include "mend/domain/schema.hpp"
#include "mend/domain/spelling.hpp"

#include <algorithm>

namespace mend {
namespace {

// What a setback says beside its words.
struct Nature {
  Severity severity = Severity::slip;
  std::string told;  // of `--told`, or empty
};

Severity parse_severity(const Context& context, const std::string& word) {
  if (const auto severity = severity_from_word(lower_case(word))) return *severity;
  if (context.discretion() == Discretion::on) {
    stop_usage("'" + word + "' is not a severity", "'mend help setback' lists them.");
  }
  std::vector<std::string_view> keys;
  std::string meanings;
  for (const SeverityContent& each : setback_content().severities) {
    keys.push_back(each.key);
    meanings += (meanings.empty() ? "" : "; ") + std::string{each.key} + ": " + std::string{each.text};
  }
  const std::string hint = did_you_mean(word, keys);
  stop_usage("'" + word + "' is not a severity", hint.empty() ? meanings + "." : hint);
}

Nature read_nature(const Context& context, const Arguments& arguments) {
  Nature nature;
  if (const auto severity = arguments.value("severity")) nature.severity = parse_severity(context, *severity);
  nature.told = read_choice(arguments, "told", Kind::setback, "told");
  return nature;
}

int run_setback(Context& context, const Arguments& arguments) {
  if (arguments.words().empty()) {
    stop_usage("a setback in which step?", "For example: mend setback p \"snapped at dinner\"");
  }
  const Nature nature = read_nature(context, arguments);
  const WordedEntry setback = read_worded_entry(context, arguments, Kind::setback);
  Attributes own = {{"severity", {std::string{word_of(nature.severity)}}}};
  if (!nature.told.empty()) append_text(own, "told", nature.told);
  const auto save = [&](const WordedEntry& entry) {
    const Attributes attributes = attributes_of(context, arguments, entry, own);
    save_and_answer(context, "setback", entry.day, {attributes}, [&](const History& history) {
      context.print(setback_answer(context, history, attributes));
      context.print(dates_text(fields_of(Kind::setback, entry.step), entry.fields, context.today()));
      context.print(day_answer(context, entry.day));
    });
  };
  if (arguments.has("edit")) {
    compose_worded_entry(context, "A setback", setback, save);
  } else {
    save(setback);
  }
  return exit_done;
}

constexpr std::string_view setback_examples[] = {
    "mend setback p \"snapped at dinner\" -f before=\"no sleep\"",
    "mend setback c                               a bare one is enough",
    "mend setback h --severity breach --told yes",
};

constexpr Option setback_options[] = {
    {"--severity", "SEVERITY", "slip: how I behaved; lapse: a limit not kept; breach; slip unless given"},
    {"--told", "yes|no|found-out", "do they know: told by you, not yet, or found out"},
    field_option,
    day_option,
    tag_option,
    edit_option,
};

}  // namespace

const Command setback_command = {
    "setback",
    "Record",
    "STEP [TEXT...] [-f FIELD=VALUE]...",
    "Write down a setback. It erases nothing that was kept.",
    setback_examples,
    "A slip is how I behaved: I defended, pushed, snapped, went silent. A lapse is a promise or a "
    "limit I did not keep. A breach is something hidden, a lie, or doing again what broke the "
    "trust; it begins a new chapter of its step, and the previous chapter stays visible.\n\n"
    "Beside the step's own fields it has 'before', what led up to it, 'if_then', what I will do "
    "next time, and 'effect', what it did. A single - as TEXT reads standard input. Everything "
    "after -- is taken as text.",
    setback_options,
    WordsAre::text,
    run_setback};

}  // namespace mend
