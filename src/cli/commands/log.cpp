// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/limits.hpp"
#include "mend/cli/recording.hpp"
#include "mend/cli/targets.hpp"
#include "mend/cli/typed_line.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"

namespace mend {
namespace {

struct Log {
  std::vector<Target> targets;
  Day day;
  std::optional<std::string> text;
  std::string limit;  // the whole id of the one that was kept, or empty
};

// The only field of an action.
std::string read_kept_limit(Context& context, const Arguments& arguments) {
  std::string limit;
  for (const std::string& field : arguments.values("field")) {
    const auto equals = field.find('=');
    const std::string name = lower_case(field.substr(0, equals));
    if (name != "limit") {
      stop_usage("an action has no field '" + field.substr(0, equals) + "'",
                 "Its field is limit: -f limit=ID names the limit that was kept.");
    }
    if (equals == std::string::npos || equals + 1 == field.size()) {
      stop_usage("the field 'limit' needs a value", "Write -f limit=ID; 'mend limit list' shows the ids.");
    }
    if (!limit.empty()) stop_usage("the field 'limit' is given twice");
    limit = find_limit(context, field.substr(equals + 1));
  }
  return limit;
}

void require_not_ended(Context& context, const Log& log) {
  for (const Target& target : log.targets) {
    const OwnAction* const own = context.settings().find_action(target.step, target.action);
    if (own == nullptr || !own->until || log.day <= *own->until) continue;
    const bool is_shown = context.discretion() == Discretion::off;
    stop_usage((is_shown ? "'" + own->key + "'" : "this action") + " ended on " +
                   describe(*own->until, context.today()),
               "For a day before, name it with -d. Take its 'until' out with 'mend config edit "
               "journal' to go on with it.");
  }
}

// An action that is not found may be in a journal that cannot be read now.
std::vector<Target> named_targets(Context& context, const Arguments& arguments) {
  try {
    return parse_targets(arguments.words().front(), context.settings(), context.discretion());
  } catch (const Stop& stopped) {
    context.require_readable_journal();
    throw with_step_first(stopped, log_command, arguments, context.discretion());
  }
}

// `mend log c on-time` is a text; somebody may have meant the action.
void hint_at_action(Context& context, const Log& log) {
  const Target& target = log.targets.front();
  if (!log.text || !target.action.empty() || find_action(target.step, *log.text) == nullptr) return;
  context.hint("That is also an action: mend log " +
               std::string{key_of(target.step)} + "/" + *log.text);
}

// `mend log c list e` is a text; somebody may have meant three steps.
void hint_at_several_steps(Context& context, const Arguments& arguments) {
  std::string together = arguments.words().front();
  for (std::size_t i = 1; i < arguments.words().size(); ++i) {
    if (!parse_step(arguments.words()[i])) return;
    together += "," + arguments.words()[i];
  }
  if (arguments.words().size() == 1) return;
  context.hint("The text is a step's name. Several steps at once: mend log " + together);
}

void save_log(Context& context, const Arguments& arguments, const Log& log) {
  std::vector<Attributes> entries;
  std::vector<Kept> kept;
  for (const Target& target : log.targets) {
    Attributes entry = new_entry(context, log.day, Kind::action);
    append_text(entry, "step", std::string{key_of(target.step)});
    if (!target.action.empty()) append_text(entry, "action", target.action);
    if (log.text) append_text(entry, "text", *log.text);
    if (!log.limit.empty()) append_text(entry, "limit", log.limit);
    append_tags(entry, arguments);
    kept.push_back(kept_by(entry));
    entries.push_back(std::move(entry));
  }
  save_and_answer(context, "log", log.day, entries, [&](const History& history) {
    print_kept(context, history, kept, log.day);
  });
}

int run_log(Context& context, const Arguments& arguments) {
  if (arguments.words().empty()) {
    stop_usage("which step?", "For example: mend log c \"home by six\"");
  }
  context.put_off_missing_journal();
  Log log{named_targets(context, arguments), recorded_day(context, arguments), std::nullopt, {}};
  require_not_ended(context, log);
  if (arguments.has("edit")) require_editor(context);
  context.require_journal();
  log.limit = read_kept_limit(context, arguments);
  log.text = read_text(context, arguments, 1);
  if (arguments.has("edit")) {
    EntryTemplate content = template_for(context, "An action", log.targets.front().step, log.day);
    content.composition.text = log.text.value_or("");
    compose(context, content, Words::fresh, [&](const Composition& composition) {
      log.text = composition.text;
      save_log(context, arguments, log);
    });
    return exit_done;
  }
  save_log(context, arguments, log);
  hint_at_action(context, log);
  if (!arguments.is_literal(1)) hint_at_several_steps(context, arguments);
  return exit_done;
}

constexpr std::string_view log_examples[] = {
    "mend log c \"home by six\"        an action for consistency, in your words",
    "mend log c/on-time              one of the step's own actions",
    "mend log 2,4,7 -d yesterday     three steps at once, for yesterday",
};

constexpr Option log_options[] = {
    {"-f,--field", "limit=ID", "the limit that was kept", Option::Times::repeated},
    day_option,
    tag_option,
    edit_option,
};

}  // namespace

const Command log_command = {
    "log",
    "Record",
    "STEP[/ACTION][,STEP[/ACTION]...] [TEXT...]",
    "Record what you did today for a step.",
    log_examples,
    "STEP is a number, key, letter, or the start of a key: 4, consistency, c, cons. ACTION is the "
    "key of one of its actions. Without TEXT it is a tick without words. A single - as TEXT reads "
    "standard input. Everything after -- is taken as text.",
    log_options,
    WordsAre::text,
    run_log};

}  // namespace mend
