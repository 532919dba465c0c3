// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/cli/recording.hpp"

namespace mend {
namespace {

std::string example_fields(Step step) {
  std::string names;
  for (const FieldContent& field : content_of(step).fields) {
    names += (names.empty() ? "" : ", ") + std::string{field.name};
  }
  return names;
}

int run(Context& context, const Arguments& arguments) {
  if (arguments.words().empty()) {
    stop_usage("a note for which step?", "For example: mend note empathy \"the school call\"");
  }
  const Step step = or_usage_error(parse_step(arguments.words().front()));
  const Day day = recorded_day(context, arguments);
  const Attributes fields = parse_note_fields(context, step, arguments.values("field"));
  const auto text = fields.empty() || arguments.words().size() > 1
                        ? read_text(context, arguments, 1)
                        : std::nullopt;
  if (!text && fields.empty()) {
    stop_usage("the note is empty",
               "Give it a text, a field with -f NAME=VALUE, or - to read standard input. Fields of " +
                   std::string{key_of(step)} + ": " + example_fields(step) + ".");
  }
  Attributes entry = new_entry(context, day, Kind::note);
  append_text(entry, "step", std::string{key_of(step)});
  if (text) append_text(entry, "text", *text);
  entry.insert(entry.end(), fields.begin(), fields.end());
  append_tags(entry, arguments);
  save_and_answer(context, "note", day, {entry}, [&](const History& history) {
    print_kept(context, history, {step}, day);
  });
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend note e \"the school call\" -f they_felt=\"alone with it\"",
    "mend note patience -f trigger=\"asked twice\" -f instead=\"waited\"",
    "wl-paste | mend note honesty -",
};

constexpr Option options[] = {
    day_option,
    {"-f,--field", "FIELD=VALUE", "a field of the step's notes", Option::Times::repeated},
    tag_option,
};

}  // namespace

const Command note_command = {
    "note",
    "Record",
    "STEP [TEXT...] [-f FIELD=VALUE]...",
    "Write a note for a step: words, or the fields the step asks for.",
    examples,
    "One text or one field is enough. A sole - as TEXT reads standard input, which keeps the words "
    "out of the shell's history and of the process list. What follows -- is text, whatever it "
    "looks like.",
    options,
    WordsAre::text,
    Completes::steps,
    run};

}  // namespace mend
