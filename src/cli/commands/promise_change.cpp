// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/command_line.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/promises.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/date_words.hpp"

namespace mend {
namespace {

void require_change_in_time(Context& context, const Arguments& arguments, const OpenPromise& promise,
                     Day day) {
  if (!is_too_late(context, arguments, promise.deadline, day)) return;
  const std::string& name = promise.name;
  stop(exit_no,
       "the promise " + name + " was due " + describe(promise.deadline, context.local_day()) +
           "; its time can be changed only before that",
       "Say what became of it, 'mend promise keep " + name + "' or 'mend promise miss " + name +
           "', and make a new one with 'mend promise add'.");
}

int run_promise_change(Context& context, const Arguments& arguments) {
  require_words(promise_change_command, arguments, 0, 1);
  const Day day = recorded_day(context, arguments);
  const Deadline due = parse_due(context, arguments);
  OpenPromise promise;
  std::string id;
  const auto make_entries = [&] {
    const History history = promise_history(context);
    promise =
        find_open_promises(context, history, arguments.words(), "promise change").front();
    require_change_in_time(context, arguments, promise, day);
    Attributes entry = new_outcome(context, history, promise, day, "changed");
    entry.push_back({"due", {DateText{to_text(due)}}});
    append_tags(entry, arguments);
    id = text_of(entry, "id");
    return std::vector<Attributes>{entry};
  };
  save_and_answer(context, "promise change", day, make_entries, [&](const History& history) {
    const std::string words =
        told(context, promise) + ", now due " + describe(due, context.local_day());
    context.print(recorded_answer(context, history, "promise changed",
                                  std::string{key_of(promise.step)}, words, id));
    context.print(day_answer(context, day));
  });
  return exit_done;
}

constexpr std::string_view promise_change_examples[] = {
    "mend promise change k7q2 --due mon",
    "mend promise change --due \"fri 18:00\"   the only one that is open",
};

constexpr Option promise_change_options[] = {
    {"--due", "WHEN", "the new time: tomorrow, fri@18:00, +3d"},
    day_option,
    tag_option,
};

}  // namespace

const Command promise_change_command = {
    "promise change",
    "Record",
    "[ID] --due WHEN",
    "Give a promise another time, as agreed before it was due.",
    promise_change_examples,
    "That is not a miss. Once it is due it is too late for this: keep it, late, or miss it, and "
    "make a new one.",
    promise_change_options,
    WordsAre::arguments,
    run_promise_change};

}  // namespace mend
