// SPDX-License-Identifier: MIT
#include "mend/cli/checkin.hpp"

#include "commands.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/recording.hpp"

namespace mend {
namespace {

int run_checkin(Context& context, const Arguments& arguments) {
  Dialogue* const dialogue = context.dialogue();
  if (dialogue == nullptr) {
    stop_usage("a check-in asks questions, and needs a terminal to ask them on",
               "Without one: mend log STEP, mend note STEP.");
  }
  context.require_journal();
  const Day day = recorded_day(context, arguments);
  // Before anybody answers in vain.
  JournalWriter::require_writable(context.place(), month_of(day));
  return Checkin{context, *dialogue, day}.run();
}

constexpr std::string_view checkin_examples[] = {
    "mend checkin",
    "mend checkin -d yesterday",
};

constexpr Option checkin_options[] = {day_option};

}  // namespace

const Command checkin_command = {
    "checkin",
    "Record",
    "",
    "The day, one question at a time; needs a terminal.",
    checkin_examples,
    "It asks about due promises and an open space first, then about today's steps, then offers the "
    "rest. For each step: kept, with one of its actions by number or in your words; a note, one "
    "field after another; a setback; not today; or leave. A letter and Enter answer. Every answer "
    "is saved at once. Type q (or press Ctrl-D or Ctrl-C) at any question to leave; nothing you "
    "answered is lost. Enter at a setback's first question writes none.",
    checkin_options,
    WordsAre::none,
    run_checkin};

}  // namespace mend
