// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/command_line.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/own_actions.hpp"
#include "mend/cli/recording.hpp"
#include "mend/cli/settings_files.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/report/text.hpp"
#include "mend/store/action_tables.hpp"
#include "mend/store/journal_writer.hpp"
#include "mend/system/files.hpp"

#include <algorithm>

namespace mend {
namespace {

// A change of one own action, decided once the file has been seen: `action` is what it comes to.
struct ActionChange {
  std::string_view command;  // "action add"
  std::string_view verb;     // "added"
  std::function<Result<Edit>(const JournalSettings& settings, const std::string& bytes,
                             const std::string& file)>
      make_edit;
  Attributes typed = {};  // the words that would be lost with it
};

std::string text_now(const std::string& path) {
  const auto read = read_file(path);
  return read ? read->bytes : std::string{settings_preamble(SettingsHome::journal)};
}

void print_action_change(Context& context, const ActionChange& change, const Edit& edit, const std::string& before) {
  const auto actions = actions_in(edit.inserted);
  if (context.is_json()) {
    context.print(changed_actions_json(change.command, actions, context.discretion(),
                                       context.is_dry_run()));
  } else if (context.is_dry_run()) {
    context.print("would write " + context.journal_settings_file() + "\n");
    if (context.discretion() == Discretion::off) {
      context.print("\n" + changed_lines(before, applied(before, edit)));
    }
  } else if (!context.is_quiet()) {
    Style style = context.style_for_lines();
    style.width -= std::min(style.width / 2, change.verb.size() + 2);
    context.print(std::string{change.verb} + "  " +
                  own_actions_text(actions, context.today(), style, context.discretion()));
  }
}

[[noreturn]] void refuse_action(Diagnostic refusal) {
  refusal.what = "nothing was changed: " + refusal.what;
  if (refusal.hint.empty()) refusal.hint = edit_hint(SettingsHome::journal);
  throw Stop(refusal.line > 0 ? exit_damaged : exit_no, refusal);
}

using MakeEdit = std::function<Result<Edit>(const std::string& bytes)>;

void write(Context& context, const ActionChange& change, const MakeEdit& make_edit) {
  if (context.is_dry_run()) {
    const auto edit = make_edit(text_now(context.journal_settings_file()));
    if (!edit) refuse_action(edit.error());
    return;
  }
  JournalWriter writer{context.place(), context.paths().undo(context.journal()),
                       std::chrono::seconds{context.config().lock_timeout}};
  const auto warnings = writer.change_actions(std::string{change.command}, make_edit);
  if (!warnings) refuse_action(warnings.error());
  for (const Diagnostic& warning : *warnings) context.warn(warning);
}

void save_action_change(Context& context, const ActionChange& change) {
  context.require_journal();
  const std::string path = context.journal_settings_file();
  Edit made;
  std::string before;
  if (!change.typed.empty()) context.hold({change.typed}, Typed::on_the_line);
  write(context, change, [&](const std::string& bytes) -> Result<Edit> {
    before = bytes;
    auto edit = change.make_edit(read_journal_settings(bytes, path).settings, bytes, path);
    if (edit) made = *edit;
    return edit;
  });
  context.note_saved();
  print_action_change(context, change, made, before);
}

Cadence read_cadence(const std::string& word) {
  if (auto cadence = parse_cadence(lower_case(word))) return *std::move(cadence);
  stop_usage("'" + word + "' is not a cadence", "It has to be " + std::string{cadence_forms()} + ".");
}

DateText date(Day day) { return {to_iso(day)}; }

int add(Context& context, const Arguments& arguments) {
  const auto& words = arguments.words();
  if (words.empty()) {
    stop_usage("an action needs a key and words",
               "For example: mend action add call-at-noon \"call Sam at noon\" --step consistency");
  }
  const std::string& key = words.front();
  if (!arguments.has("step")) {
    stop_usage("an action belongs to a step", "Name it with --step, for example --step consistency.");
  }
  const Step step = or_usage_error(parse_step(*arguments.value("step")));
  Attributes action = {{"key", {key}}, {"step", {std::string{key_of(step)}}}};
  require_free_key(context.settings(), step, key, nullptr);
  std::optional<Cadence> cadence;
  if (const auto word = arguments.value("cadence")) cadence = read_cadence(*word);
  context.require_journal();
  const auto text = read_text(context, arguments, 1);
  if (!text) {
    stop_usage("an action needs words", "Say what it is: mend action add " + key + " \"...\" --step " +
                                            std::string{key_of(step)});
  }
  append_text(action, "text", *text);
  if (cadence) append_text(action, "cadence", cadence->text);
  action.push_back({"since", {date(context.today())}});
  save_action_change(context, {"action add", "added",
                 [&](const JournalSettings& settings, const std::string& bytes, const std::string& file) {
                   require_free_key(settings, step, key, nullptr);
                   return actions_added(bytes, file, {&action, 1});
                 },
                 action});
  return exit_done;
}

int retire(Context& context, const Arguments& arguments) {
  require_words(action_retire_command, arguments, 1, 1);
  const Day last = recorded_day(context, arguments);
  save_action_change(context, {"action retire", "ended",
                 [&](const JournalSettings& settings, const std::string& bytes,
                     const std::string& file) -> Result<Edit> {
                   const OwnAction& action =
                       named_action(settings, arguments.words()[0], context.discretion());
                   if (action.until && *action.until <= last) {
                     stop(exit_no, "it has ended already, on " + describe(*action.until, context.today()));
                   }
                   if (action.since && *action.since > last) {
                     stop_usage("it began on " + describe(*action.since, context.today()) +
                                    ", so it cannot end before",
                                "Name its last day with -d; without it, that is today.");
                   }
                   return action_changed(bytes, file, action, {{"until", Value{date(last)}}});
                 }});
  return exit_done;
}

// The entries written so far keep the key they have: one file changes, and the table says that those
// are entries of this action too.
std::vector<KeyChange> renaming(const OwnAction& action, const std::string& key) {
  Values was;
  for (const std::string& old : action.was) {
    if (old != key) was.push_back({old});
  }
  was.push_back({action.key});
  return {{"key", Value{key}}, {"was", Value{std::move(was)}}};
}

int rename(Context& context, const Arguments& arguments) {
  require_words(action_rename_command, arguments, 2, 2);
  const std::string& key = arguments.words()[1];
  context.settings();  // says what cannot be read
  save_action_change(context, {"action rename", "renamed",
                 [&](const JournalSettings& settings, const std::string& bytes, const std::string& file) {
                   const OwnAction& action =
                       named_action(settings, arguments.words()[0], context.discretion());
                   if (action.key == key) stop(exit_no, "'" + key + "' is its key already");
                   require_free_key(settings, action.step, key, &action);
                   return action_changed(bytes, file, action, renaming(action, key));
                 }});
  return exit_done;
}

constexpr std::string_view add_examples[] = {
    "mend action add ring-at-six \"ring Sam at six\" --step c --cadence daily",
    "mend action add phone-away \"phone on the table\" --step honesty",
    "wl-paste | mend action add walk - --step b --cadence 2/week",
};

constexpr std::string_view retire_examples[] = {
    "mend action retire call-at-noon",
    "mend action retire call-at-noon -d yesterday",
};

constexpr std::string_view rename_examples[] = {
    "mend action rename call-at-noon noon-call",
    "mend action list        the keys there are",
};

constexpr Option add_options[] = {
    {"--step", "STEP", "the step it belongs to"},
    {"--cadence", "CADENCE", "how often it is due: daily, 3/week, mon,wed; without one it never is"},
};

constexpr Option retire_options[] = {
    {"-d,--on", "DAY", "its last day; today unless given"},
};

}  // namespace

const Command action_add_command = {
    "action add", "Record", "KEY TEXT... --step STEP [--cadence CADENCE]",
    "Make an action of your own.", add_examples,
    "KEY is what you type behind the step's slash: a-z, 0-9 and -. TEXT is what it means, as lists "
    "show it; a single - reads standard input. It begins today.",
    add_options, WordsAre::text, add};

const Command action_retire_command = {
    "action retire", "Record", "KEY", "Let an action end; all that was logged with it stays.",
    retire_examples,
    "Its last day is today. Where two steps have an action of that key, write STEP/KEY.",
    retire_options, WordsAre::arguments, retire};

const Command action_rename_command = {
    "action rename", "Record", "KEY NEW", "Give an action another key; its history goes on.",
    rename_examples,
    "Entries keep the key they were written with, and count for it as before: its table in "
    "journal.toml remembers the old one. The old key cannot be logged any more.",
    {}, WordsAre::arguments, rename};

}  // namespace mend
