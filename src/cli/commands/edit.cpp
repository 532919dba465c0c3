// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/entry_edit.hpp"
#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/report/text.hpp"
#include "mend/store/journal_writer.hpp"
#include "mend/system/standard_streams.hpp"

namespace mend {
namespace {

void print_edit(Context& context, const SeenEntry& seen, const std::vector<KeyChange>& changes) {
  const Attributes result = changed(seen.attributes, changes);
  if (context.is_json()) {
    context.print(entries_json("edit", std::span{&result, 1}, context.discretion(),
                               context.is_dry_run()));
    return;
  }
  if (context.is_quiet()) return;
  context.print(context.is_dry_run() ? "would become\n" : "edited; 'mend undo' takes it back\n");
  context.print(show_text(context.discretion() == Discretion::on ? without_words(result) : result,
                          *context.environment().zone, context.style_for_lines()));
}

void save_edit(Context& context, const SeenEntry& seen, EntryEdit& edit) {
  const auto changes = edit.finished();
  if (edit.has_new_words()) context.hold({edit.result()}, Typed::on_the_line);
  const Run how = context.is_dry_run() ? Run::dry : Run::for_real;
  {
    JournalWriter writer{context.place(), context.paths().undo(context.journal()),
                         std::chrono::seconds{context.config().lock_timeout}};
    const auto warnings = writer.edit("edit", seen, changes, month_of(edit.day()), how);
    if (!warnings) stop_unchanged(warnings.error());
    for (const Diagnostic& warning : *warnings) context.warn(warning);
  }
  context.note_saved();
  print_edit(context, seen, changes);
}

void edit_in_editor(Context& context, const Entry& entry, const SeenEntry& seen, EntryEdit& edit) {
  edit.require_words();
  JournalWriter::require_writable(context.place(), month_of(edit.day()));
  const auto fields = edit.fields();
  EntryTemplate content;
  content.id = entry.id;
  content.heading = (entry.id.empty() ? "An entry of " : "Entry " + entry.id + ", ") +
                    describe(edit.day(), context.today()) + ".";
  content.fields = fields;
  content.composition = composition_of(edit.result(), fields);
  const Composition before = read_template(content, write_template(content));
  const Words words = edit.is_changed() ? Words::changed : Words::saved;
  compose(context, content, words, [&](const Composition& after) {
    EntryEdit next = edit;  // what did not fit leaves nothing behind
    next.apply(before, after);
    save_edit(context, seen, next);
  });
}

[[noreturn]] void refuse_editor(const Context& context, const Arguments& arguments) {
  if (!context.environment().terminal.is_input && is_input_waiting()) {
    refuse_waiting_input("Write --text -");
  }
  const std::string options = "Say what changes with --text, -f, --on, --step or -t";
  if (arguments.has("edit")) stop_usage("the editor needs a terminal", options + ".");
  stop_usage("what should change?", options + "; the editor needs a terminal.");
}

int run_edit(Context& context, const Arguments& arguments) {
  const auto words = or_newest(arguments.words());
  if (words.size() > 1) {
    stop_usage("edit takes one entry, and '" + words[1] + "' is one word more",
               "A new text goes behind --text, in quotes.");
  }
  context.require_journal();
  const History history = context.history(all_words);
  const Entry& entry = *find_entries(history, words, context.moment()).front();
  const SeenEntry seen{history.files[entry.place.file], entry.place.index, entry.keys};
  context.unsaved().set_about(entry.id);
  EntryEdit edit{context, entry};
  edit.apply(arguments);
  if (edit.is_changed() && !arguments.has("edit")) {
    save_edit(context, seen, edit);
    return exit_done;
  }
  if (!can_compose(context)) refuse_editor(context, arguments);
  edit_in_editor(context, entry, seen, edit);
  return exit_done;
}

constexpr std::string_view edit_examples[] = {
    "mend edit                         the entry written last, in the editor",
    "mend edit k7q2 --text \"home by half past six\" --on yesterday",
    "mend edit m4x9 -f told=yes -t school",
};

constexpr Option edit_options[] = {
    {"--text", "TEXT", "another text; - reads standard input, an empty one takes it out"},
    {"-f,--field", "FIELD=VALUE", "a field, or told=no, effort=hard...; empty takes it out",
     Option::Times::repeated},
    {"-d,--on", "DAY", "the day it counts for"},
    {"--step", "STEP", "the step it belongs to"},
    {"-t,--tag", "TAG", "in the place of all its tags", Option::Times::repeated},
    edit_option,
};

}  // namespace

const Command edit_command = {
    "edit",
    "Change",
    "[ID]",
    "Change an entry, in the editor or by options.",
    edit_examples,
    "Without an ID: the entry written last. Only the keys that change are rewritten; comments and "
    "everything else stay. An entry that is moved to a day of another month moves to that month's "
    "file.\n\n"
    "With -f: the fields of a note or setback; severity and told of a setback; to, effort, if_then "
    "and apology of a promise; asked_by and contact of a space; reason of a rest. To change when a "
    "promise is due, use 'promise change'; how long a space lasts, 'space extend'.",
    edit_options,
    WordsAre::arguments,
    run_edit};

}  // namespace mend
