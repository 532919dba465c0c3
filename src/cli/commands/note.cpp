// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/cli/recording.hpp"
#include "mend/cli/worded_entry.hpp"
#include "mend/domain/step_days.hpp"
#include "mend/report/phrases.hpp"

namespace mend {
namespace {

std::string example_fields(Step step) {
  std::string names;
  for (const FieldContent& field : content_of(step).fields) {
    names += (names.empty() ? "" : ", ") + std::string{field.name};
  }
  return names;
}

int run_note(Context& context, const Arguments& arguments) {
  if (arguments.words().empty()) {
    stop_usage("a note for which step?", "For example: mend note empathy \"the school call\"");
  }
  const WordedEntry note = read_worded_entry(context, arguments, Kind::note);
  const auto save = [&](const WordedEntry& entry) {
    const Attributes attributes = attributes_of(context, arguments, entry);
    save_and_answer(context, "note", entry.day, {attributes}, [&](const History& history) {
      const Kept kept = kept_by(attributes);
      print_kept(context, history, {&kept, 1}, entry.day);
      context.print(dates_text(fields_of(Kind::note, entry.step), entry.fields, context.today()));
      const std::string unsaid = entry.step == Step::apology ? unsaid_phrase(attributes) : "";
      if (!unsaid.empty()) context.print(unsaid + "\n");
    });
  };
  if (arguments.has("edit") || (note.is_empty() && can_compose(context))) {
    compose_worded_entry(context, "A note", note, save);
    return exit_done;
  }
  if (note.is_empty()) {
    stop_usage("the note is empty",
               "Give it a text, a field with -f NAME=VALUE, or - to read standard input. Fields of " +
                   std::string{key_of(note.step)} + ": " + example_fields(note.step) + ".");
  }
  save(note);
  return exit_done;
}

constexpr std::string_view note_examples[] = {
    "mend note e \"the school call\" -f they_felt=\"alone with it\"",
    "mend note patience -f trigger=\"asked twice\" -f instead=\"waited\"",
    "wl-paste | mend note honesty -",
};

constexpr Option note_options[] = {
    day_option,
    field_option,
    tag_option,
    edit_option,
};

}  // namespace

const Command note_command = {
    "note",
    "Record",
    "STEP [TEXT...] [-f FIELD=VALUE]...",
    "Write a note for a step: words, or the fields the step asks for.",
    note_examples,
    "One text or one field is enough; without any, on a terminal, the editor opens on the step's "
    "prompts. A single - as TEXT reads standard input, which keeps the words out of the shell's "
    "history and of the process list. Everything after -- is taken as text.",
    note_options,
    WordsAre::text,
    run_note};

}  // namespace mend
