// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/cli/recording.hpp"
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

struct Note {
  Step step;
  Day day;
  std::optional<std::string> text;
  Attributes fields;
};

void save(Context& context, const Arguments& arguments, const Note& note) {
  Attributes entry = new_entry(context, note.day, Kind::note);
  append_text(entry, "step", std::string{key_of(note.step)});
  if (note.text) append_text(entry, "text", *note.text);
  entry.insert(entry.end(), note.fields.begin(), note.fields.end());
  append_tags(entry, arguments);
  save_and_answer(context, "note", note.day, {entry}, [&](const History& history) {
    print_kept(context, history, {note.step}, note.day);
    const std::string unsaid = note.step == Step::apology ? unsaid_phrase(entry) : "";
    if (!unsaid.empty()) context.print(unsaid + "\n");
  });
}

void compose_note(Context& context, const Arguments& arguments, Note note) {
  context.require_journal();
  EntryTemplate content = template_for(context, "A note", note.step, note.day);
  content.fields = content_of(note.step).fields;
  content.composition = composition_of(note.fields, content.fields);
  content.composition.text = note.text.value_or("");
  compose(context, content, Words::fresh, [&](const Composition& composition) {
    note.text.reset();
    note.fields.clear();
    if (!composition.text.empty()) note.text = composition.text;
    for (const auto& [name, value] : composition.fields) {
      note.fields.push_back({name, parse_field(context, Kind::note, note.step, name, value)});
    }
    save(context, arguments, note);
  });
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
  const bool is_empty = !text && fields.empty();
  if (arguments.has("edit") || (is_empty && can_compose(context))) {
    require_editor(context);
    compose_note(context, arguments, {step, day, text, fields});
    return exit_done;
  }
  if (is_empty) {
    stop_usage("the note is empty",
               "Give it a text, a field with -f NAME=VALUE, or - to read standard input. Fields of " +
                   std::string{key_of(step)} + ": " + example_fields(step) + ".");
  }
  save(context, arguments, {step, day, text, fields});
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
    edit_option,
};

}  // namespace

const Command note_command = {
    "note",
    "Record",
    "STEP [TEXT...] [-f FIELD=VALUE]...",
    "Write a note for a step: words, or the fields the step asks for.",
    examples,
    "One text or one field is enough; without any, on a terminal, the editor opens on the step's "
    "prompts. A sole - as TEXT reads standard input, which keeps the words "
    "out of the shell's history and of the process list. What follows -- is text, whatever it "
    "looks like.",
    options,
    WordsAre::text,
    Completes::steps,
    run};

}  // namespace mend
