// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/promises.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/schema.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

// Above this many open at once mend says a quiet word.
constexpr int few = 3;

struct Promise {
  Day day;
  Step step = Step::consistency;
  Deadline due;
  std::string text;
  std::string effort;   // of `--effort`, or empty
  std::string apology;  // its whole id
};

void append_option(Attributes& entry, const Arguments& arguments, const std::string& option,
                   const std::string& key) {
  const auto value = arguments.value(option);
  if (value && !value->empty()) append_text(entry, key, *value);
}

Attributes entry_of(Context& context, const Arguments& arguments, const Promise& promise) {
  Attributes entry = new_entry(context, promise.day, Kind::promise);
  append_text(entry, "step", std::string{key_of(promise.step)});
  append_text(entry, "text", promise.text);
  entry.push_back({"due", {DateText{to_text(promise.due)}}});
  append_option(entry, arguments, "to", "to");
  if (!promise.effort.empty()) append_text(entry, "effort", promise.effort);
  append_option(entry, arguments, "if-then", "if_then");
  if (!promise.apology.empty()) append_text(entry, "apology", promise.apology);
  append_tags(entry, arguments);
  return entry;
}

void print_promised(Context& context, const History& history, const Promise& promise,
          const std::string& id) {
  const std::string what = context.discretion() == Discretion::on
                               ? std::string{}
                               : harmless(first_line(promise.text)) + ", ";
  context.print(recorded_answer(context, history, "promised", std::string{key_of(promise.step)},
                                what + "due " + describe(promise.due, context.local_day()), id));
  context.print(day_answer(context, promise.day));
}

void save_promise(Context& context, const Arguments& arguments, const Promise& promise) {
  const Attributes entry = entry_of(context, arguments, promise);
  save_and_answer(context, "promise add", promise.day, {entry}, [&](const History& history) {
    print_promised(context, history, promise, std::string{text_of(entry, "id")});
    const auto ledger = read_ledger(history.entries, context.moment());
    const int open = count_promises(ledger.promises).open;
    if (open <= few) return;
    context.hint("That makes " + std::to_string(open) +
                 " open promises. A few that are kept do more than many.");
  });
}

// What is refused because the journal could not be read is kept whole, with the apology as it was typed.
std::string apology_of(Context& context, const Arguments& arguments, Promise promise, const std::string& word) {
  promise.apology = word;
  context.hold({entry_of(context, arguments, promise)}, Typed::on_the_line);
  try {
    return find_apology(context, word);
  } catch (const Stop& refusal) {
    if (refusal.code() == exit_no) context.hold({}, Typed::on_the_line);
    throw;
  }
}

int run_promise_add(Context& context, const Arguments& arguments) {
  context.put_off_missing_journal();
  Promise promise;
  promise.day = recorded_day(context, arguments);
  promise.due = parse_due(context, arguments);
  if (const auto step = arguments.value("step")) promise.step = or_usage_error(parse_step(*step));
  promise.effort = read_choice(arguments, "effort", Kind::promise, "effort");
  const bool composes = arguments.has("edit");
  if (composes) require_editor(context);
  context.require_journal();
  const bool is_typed_later = is_yet_to_be_typed(context, arguments, 0);
  const std::string apology = arguments.value("apology").value_or("");
  if (is_typed_later && !apology.empty()) promise.apology = find_apology(context, apology);
  promise.text = read_text(context, arguments, 0).value_or("");
  if (promise.text.empty() && !composes) {
    stop_usage("what do you promise?", "For example: mend promise add \"call at noon\" --due fri@12:00");
  }
  if (!is_typed_later && !apology.empty()) promise.apology = apology_of(context, arguments, promise, apology);
  if (!composes) {
    save_promise(context, arguments, promise);
    return exit_done;
  }
  EntryTemplate content = template_for(context, "A promise", promise.step, promise.day);
  content.composition.text = promise.text;
  compose(context, content, Words::fresh, [&](const Composition& composition) {
    promise.text = composition.text;
    save_promise(context, arguments, promise);
  });
  return exit_done;
}

constexpr std::string_view promise_add_examples[] = {
    "mend promise add \"call at noon\" --due fri@12:00 --to Sam",
    "mend promise add answer the letter --due tomorrow --step honesty",
    "mend promise add \"no phone at dinner\" --due sun --if-then \"let it ring\"",
};

constexpr Option promise_add_options[] = {
    {"--due", "WHEN", "when it is due: tomorrow, fri, fri@18:00, +3d, +2h, 2026-12-24"},
    {"--to", "NAME", "whom it was given to"},
    {"--step", "STEP", "the step it is for; consistency unless you say so"},
    {"--effort", "EFFORT", "how much effort it takes: easy, some or hard"},
    {"--if-then", "TEXT", "what to do when something gets in the way"},
    {"--apology", "ID", "the note for apology that it follows from"},
    day_option,
    tag_option,
    edit_option,
};

}  // namespace

const Command promise_add_command = {
    "promise add",
    "Record",
    "TEXT... --due WHEN",
    "Write down a promise and when it is due.",
    promise_add_examples,
    "A day without a time means the end of that day. A single - as TEXT reads standard input, which "
    "keeps the words out of the shell's history. Everything after -- is taken as text.",
    promise_add_options,
    WordsAre::text,
    run_promise_add};

}  // namespace mend
