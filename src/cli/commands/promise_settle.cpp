// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/command_line.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/promises.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/date_words.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr Option time_option = {"--at", "TIME", "when it was really kept: 18:00, 6pm"};

struct Settled {
  OpenPromise promise;
  std::string_view result;
  std::string id;  // of the outcome
};

// When something became of a promise: the day, and with `--at` the time.
struct Occasion {
  Day day;
  std::optional<Instant> time;
};

Occasion read_occasion(Context& context, const Arguments& arguments) {
  const Day day = recorded_day(context, arguments);
  const auto text = arguments.value("at");
  if (!text) return {day, {}};
  const Instant time = or_usage_error(parse_past_time(*text, day, context.clock()));
  const Timestamp written{time, context.clock().zone.offset_at(time)};
  const Deadline named{written.day(), written};
  if (time > context.now().instant) {
    stop_usage(describe(named, context.local_day()) + " has not come yet",
               "'-d yesterday' beside '--at' says which day.");
  }
  const Day its_day = day_of(named, context.clock());
  if (arguments.has("on") && its_day != day) {
    stop_usage("'--at' and '--on' name two days: " + describe(its_day, context.today()) + " and " +
               describe(day, context.today()));
  }
  return {its_day, time};
}

// A time is given by the minute.
void require_after_promise(Context& context, const OpenPromise& promise, const Occasion& occasion) {
  constexpr std::int64_t seconds_in_minute = 60;
  if (!occasion.time || occasion.day != promise.day) return;
  if (occasion.time->seconds + seconds_in_minute > promise.written.seconds) return;
  const Timestamp written{promise.written, context.clock().zone.offset_at(promise.written)};
  const Deadline made{written.day(), written};
  if (day_of(made, context.clock()) != promise.day) return;  // it was written down later
  stop_usage("the promise " + promise.name + " was made at " + describe(made, context.local_day()) +
                 ", after the time of '--at'",
             "An outcome comes after its promise.");
}

bool is_late_for(Context& context, const Arguments& arguments, const OpenPromise& promise,
                 const Occasion& occasion) {
  if (occasion.time) return is_over(promise.deadline, *occasion.time, context.clock());
  return is_too_late(context, arguments, promise.deadline, occasion.day);
}

// The outcome that somebody asks for, and what it is when the due has gone by.
struct Settling {
  const Command& command;
  std::string_view in_time;
  std::string_view too_late;
};

void print_settled_promise(Context& context, const History& history, const Settled& settled,
          const Settling& settling, bool is_time_known) {
  const bool is_late = settled.result == "late";
  context.print(recorded_answer(context, history,
                                "promise " + std::string{is_late ? "kept late" : settled.result},
                                std::string{key_of(settled.promise.step)},
                                told(context, settled.promise), settled.id));
  if (is_late) context.print("It was due " + describe(settled.promise.deadline, context.local_day()) + ".\n");
  if (is_late && !is_time_known) {
    context.print("If you kept it in time: mend undo, then mend promise keep " + settled.promise.name +
                  " --at TIME, with -d DAY.\n");
  }
  const bool is_dropped_late = settled.result != settling.in_time && settling.in_time == "dropped";
  if (is_dropped_late) {
    context.print("It was due " + describe(settled.promise.deadline, context.local_day()) +
                  ", so dropping it counts as missed.\n");
  }
  if (settled.result == "missed") context.print("Nothing you kept before it is undone.\n");
}

void print_settled(Context& context, const History& history, const std::vector<Settled>& all,
            const Settling& settling, Day day, bool is_time_known) {
  std::vector<Kept> kept;
  for (const Settled& settled : all) {
    print_settled_promise(context, history, settled, settling, is_time_known);
    const Kept its{settled.promise.step, Kind::outcome, {}, {}};
    const bool is_named = std::ranges::find(kept, its.step, &Kept::step) != kept.end();
    if (settled.result == "kept" && !is_named) kept.push_back(its);
  }
  if (!kept.empty()) {
    print_kept(context, history, kept, day);
  } else {
    context.print(day_answer(context, day));
  }
}

int settle(Context& context, const Arguments& arguments, const Settling& settling) {
  const Occasion occasion = read_occasion(context, arguments);
  const Day day = occasion.day;
  const bool is_time_known = arguments.has("on") || arguments.has("at");
  const std::string command{settling.command.name};
  std::vector<Settled> all;
  const auto make_entries = [&] {
    const History history = promise_history(context);
    all.clear();
    std::vector<Attributes> entries;
    for (OpenPromise& promise :
         find_open_promises(context, history, arguments.words(), command)) {
      const bool is_late = is_late_for(context, arguments, promise, occasion);
      const auto result = is_late ? settling.too_late : settling.in_time;
      entries.push_back(new_outcome(context, history, promise, day, result));
      require_after_promise(context, promise, occasion);
      append_tags(entries.back(), arguments);
      all.push_back({std::move(promise), result, std::string{text_of(entries.back(), "id")}});
    }
    return entries;
  };
  save_and_answer(context, command, day, make_entries, [&](const History& history) {
    print_settled(context, history, all, settling, day, is_time_known);
  });
  return exit_done;
}

int keep(Context& context, const Arguments& arguments) {
  return settle(context, arguments, {promise_keep_command, "kept", "late"});
}

int miss(Context& context, const Arguments& arguments) {
  require_words(promise_miss_command, arguments, 0, 1);
  return settle(context, arguments, {promise_miss_command, "missed", "missed"});
}

int drop(Context& context, const Arguments& arguments) {
  require_words(promise_drop_command, arguments, 0, 1);
  return settle(context, arguments, {promise_drop_command, "dropped", "missed"});
}

constexpr std::string_view keep_examples[] = {
    "mend promise keep             the only one that is open",
    "mend promise keep k7q2 m4x9   two at once, by the start of their ids",
    "mend promise keep -d yesterday --at 18:00   when it was really kept",
};

constexpr std::string_view miss_examples[] = {
    "mend promise miss             the only one that is open",
    "mend promise miss k7q2        by the start of its id",
};

constexpr std::string_view drop_examples[] = {
    "mend promise drop             the only one that is open",
    "mend promise drop k7q2        by the start of its id",
};

constexpr Option promise_keep_options[] = {time_option, day_option, tag_option};
constexpr Option promise_settle_options[] = {day_option, tag_option};

}  // namespace

const Command promise_keep_command = {
    "promise keep",
    "Record",
    "[ID...]",
    "A promise is kept. In time, it counts for its step that day.",
    keep_examples,
    "Without an ID: the only promise that is open. Kept after its due time, it counts as kept late. "
    "--at says when it was really kept, and --on the day; with --on alone, only the day counts.",
    promise_keep_options,
    WordsAre::arguments,
    keep};

const Command promise_miss_command = {
    "promise miss",
    "Record",
    "[ID]",
    "A promise was not kept. Nothing that was kept before it is undone.",
    miss_examples,
    "Without an ID: the only promise that is open.",
    promise_settle_options,
    WordsAre::arguments,
    miss};

const Command promise_drop_command = {
    "promise drop",
    "Record",
    "[ID]",
    "A promise no longer holds, as agreed before it was due.",
    drop_examples,
    "Once it is due, dropping it counts as missed. Without an ID: the only promise that is open.",
    promise_settle_options,
    WordsAre::arguments,
    drop};

}  // namespace mend
