// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/schema.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/domain/step_days.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace mend {
namespace {

// Time apart that is shorter seldom lets anyone settle.
constexpr std::int64_t short_space = 20 * 60;

constexpr const char* put_right_first = "Put that right first; 'mend doctor' looks at everything.";

Deadline read_until(Context& context, const Arguments& arguments) {
  const auto until = arguments.value("until");
  if (!until) {
    stop_usage("a space needs a time to come back",
               "Say it with --until: --until 18:00, --until +2h, --until fri.");
  }
  return or_usage_error(
      parse_when(*until, context.now(), *context.environment().zone, context.today()));
}

// Is it now past its end? Looked back on, days are what counts.
bool is_over(Context& context, const Deadline& until, Day day) {
  if (day != context.today() || !until.time) return day_of(until, context.clock()) < day;
  return until.time->instant < context.now().instant;
}

void require_ahead(Context& context, const Deadline& until, Day day) {
  const bool is_now = day == context.today() && until.time &&
                      until.time->instant == context.now().instant;
  if (!is_over(context, until, day) && !is_now) return;
  stop_usage(describe(until, context.local_day()) + " is over already",
             "A space ends after it begins.");
}

void append_choice(Attributes& entry, const Arguments& arguments, std::string_view option,
                   const std::string& key) {
  const std::string word = read_choice(arguments, option, Kind::space, key);
  if (!word.empty()) append_text(entry, key, word);
}

const Agreement* find_open(const Ledger& ledger) {
  const auto& spaces = ledger.spaces;
  const auto open = std::find_if(spaces.rbegin(), spaces.rend(), [](const Agreement& space) {
    return space.is_open();
  });
  return open == spaces.rend() ? nullptr : &*open;
}

std::string until_words(Context& context, const Agreement& space) {
  return describe_until(space.deadline, context.local_day());
}

[[noreturn]] void refuse_without_open(Context& context, const History& history,
                                      const Ledger& ledger) {
  if (ledger.spaces.empty() || !history.is_whole()) {
    stop_not_there(history, "no space is open", "'mend space begin --until WHEN' begins one.");
  }
  const Entry& last = *ledger.spaces.back().settlement;
  stop(exit_no, "no space is open; the last one ended on " + describe(last.day, context.today()) +
                    (last.result == Outcome::on_time ? ", on time"
                     : last.result == Outcome::late  ? ", late"
                                                     : ""));
}

// The one that is open; of several, the one begun last.
Agreement require_open_space(Context& context, const History& history, Day day) {
  const Ledger ledger = read_ledger(history.entries, context.moment());
  const Agreement* const open = find_open(ledger);
  if (open == nullptr) refuse_without_open(context, history, ledger);
  require_whole(history, "nobody can say whether a space was begun after this one", put_right_first);
  if (open->opening->id.empty()) {
    stop(exit_no, "the open space has no id, so nothing can be said about it",
         "Give it one: 'mend doctor' says where it is.");
  }
  // Today comes after a space that began on a clock ahead of this one.
  if (day < open->opening->day && day < context.today()) {
    stop_usage("the space began on " + describe(open->opening->day, context.today()),
               "Name a day from then on with -d.");
  }
  return *open;
}

// "at 18:00", "on Mon 23 Nov 18:00", "today"
std::string due_time(Context& context, const Deadline& deadline) {
  const std::string time = describe(deadline, context.local_day());
  if (time == "today") return time;
  return (time.find(' ') == std::string::npos ? "at " : "on ") + time;
}

void require_none_open(Context& context, const History& history) {
  const Ledger ledger = read_ledger(history.entries, context.moment());
  const Agreement* const open = find_open(ledger);
  if (open == nullptr) {
    require_whole(history, "nobody can say whether a space is open already", put_right_first);
    return;
  }
  if (is_over(context, open->deadline, context.today())) {
    stop(exit_no,
         "a space is still open; it was due to end " + due_time(context, open->deadline),
         "'mend space back' ends it, late; then a new one can begin.");
  }
  stop(exit_no, "a space is already open, " + until_words(context, *open),
       "'mend space extend --until WHEN' moves its end; 'mend space back' ends it.");
}

void require_extension_in_time(Context& context, const Agreement& space, Day day) {
  if (!is_over(context, space.deadline, day)) return;
  stop(exit_no, "the space was due to end " + due_time(context, space.deadline) +
                    "; its time can be changed only before that",
       "'mend space back' ends it, late; 'mend space begin --until WHEN' then agrees on a new one.");
}

std::string step_names_in_prose(StepSet steps) {
  std::vector<std::string_view> names;
  for (const Step step : all_steps) {
    if (steps.test(index_of(step))) names.push_back(key_of(step));
  }
  std::string words;
  for (std::size_t i = 0; i < names.size(); ++i) {
    words += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
    words += names[i];
  }
  return words;
}

void answer_until(Context& context, const History& history, const std::string& id, Day day) {
  const Ledger ledger = read_ledger(history.entries, context.moment());
  const Agreement* const space = find_open(ledger);
  if (space == nullptr) return;
  context.print(recorded_answer(context, history, "space", {}, until_words(context, *space), id));
  const StepSet rested = rested_by(*space, context.clock());
  if (rested.any()) context.print("rest   " + step_names_in_prose(rested) + ", until then\n");
  context.print(day_answer(context, day));
}

void warn_when_short(Context& context, const Deadline& until, Day day) {
  const auto length = end_of(until, context.clock()).seconds - context.now().instant.seconds;
  if (day != context.today() || length >= short_space) return;
  context.warn("twenty minutes is about what a body needs to calm down");
}

void save_begin(Context& context, const Arguments& arguments, Attributes entry, Day day,
                const std::optional<std::string>& text) {
  if (text) append_text(entry, "text", *text);
  append_tags(entry, arguments);
  const auto make_entries = [&] {
    require_none_open(context, context.history(no_words));
    return std::vector<Attributes>{entry};
  };
  const auto answer = [&](const History& history) {
    answer_until(context, history, std::string{text_of(entry, "id")}, day);
  };
  save_and_answer(context, "space begin", day, make_entries, answer, {entry});
}

int begin(Context& context, const Arguments& arguments) {
  context.put_off_missing_journal();
  const Day day = recorded_day(context, arguments);
  const Deadline until = read_until(context, arguments);
  require_ahead(context, until, day);
  Attributes entry = new_entry(context, day, Kind::space);
  entry.push_back({"until", {DateText{to_text(until)}}});
  append_choice(entry, arguments, "asked-by", "asked_by");
  append_choice(entry, arguments, "contact", "contact");
  if (arguments.has("edit")) require_editor(context);
  context.require_journal();
  // Nobody types words that are refused then.
  if (is_yet_to_be_typed(context, arguments, 0)) require_none_open(context, context.history(no_words));
  const auto text = read_text(context, arguments, 0);
  if (arguments.has("edit")) {
    EntryTemplate content = template_for(context, "A space", Step::space, day);
    content.id = text_of(entry, "id");
    content.composition.text = text.value_or("");
    compose(context, content, Words::fresh, [&](const Composition& composition) {
      save_begin(context, arguments, entry, day, composition.text);
    });
  } else {
    save_begin(context, arguments, entry, day, text);
  }
  warn_when_short(context, until, day);
  return exit_done;
}

Attributes new_return(Context& context, const Arguments& arguments, Day day,
                      const History& history, const Agreement& space, std::string_view result) {
  Attributes entry = new_event(context, day, Kind::space, space.opening->id, history.entries);
  append_text(entry, "result", std::string{result});
  append_tags(entry, arguments);
  return entry;
}

int extend(Context& context, const Arguments& arguments) {
  const Day day = recorded_day(context, arguments);
  const Deadline until = read_until(context, arguments);
  require_ahead(context, until, day);
  std::string id;
  const auto make_entries = [&] {
    const History history = context.history(no_words);
    const Agreement space = require_open_space(context, history, day);
    require_extension_in_time(context, space, day);
    if (end_of(until, context.clock()) <= end_of(space.deadline, context.clock())) {
      stop_usage("the space lasts " + until_words(context, space) + " already",
                 "'mend space back' ends it, earlier too.");
    }
    Attributes entry = new_return(context, arguments, day, history, space, "extended");
    entry.push_back({"until", {DateText{to_text(until)}}});
    id = text_of(entry, "id");
    return std::vector<Attributes>{entry};
  };
  save_and_answer(context, "space extend", day, make_entries,
                  [&](const History& after) { answer_until(context, after, id, day); });
  return exit_done;
}

int back(Context& context, const Arguments& arguments) {
  const Day day = recorded_day(context, arguments);
  bool is_late = false;
  std::string was_due;
  std::string id;
  const auto make_entries = [&] {
    const History history = context.history(no_words);
    const Agreement space = require_open_space(context, history, day);
    is_late = is_over(context, space.deadline, day);
    if (is_late) was_due = due_time(context, space.deadline);
    const Attributes entry =
        new_return(context, arguments, day, history, space, is_late ? "late" : "on-time");
    id = text_of(entry, "id");
    return std::vector<Attributes>{entry};
  };
  save_and_answer(context, "space back", day, make_entries, [&](const History& after) {
    const std::string words = is_late ? "late; it was due to end " + was_due : "on time";
    context.print(recorded_answer(context, after, "back", {}, words, id));
    if (is_late) {
      context.print(day_answer(context, day));
      return;
    }
    const Kept kept{Step::space, Kind::comeback, {}, {}};
    print_kept(context, after, {&kept, 1}, day);
  });
  return exit_done;
}

constexpr std::string_view begin_examples[] = {
    "mend space begin --until 18:00 \"a walk, to calm down\"",
    "mend space begin --until fri@18:00 --asked-by them --contact practical",
    "mend space begin --until +90min --asked-by me",
};

constexpr std::string_view extend_examples[] = {
    "mend space extend --until 20:00",
    "mend space extend --until tomorrow",
};

constexpr std::string_view back_examples[] = {
    "mend space back",
    "mend space back -d yesterday",
};

constexpr Option until_option = {"--until", "WHEN", "when you come back: 18:00, +2h, fri, fri@18:00"};

constexpr Option begin_options[] = {
    until_option,
    {"--asked-by", "ASKER", "who asked for it: me, them or both"},
    {"--contact", "CONTACT", "what is agreed meanwhile: none, practical, short or usual"},
    day_option,
    tag_option,
    edit_option,
};

constexpr Option extend_options[] = {until_option, day_option, tag_option};
constexpr Option back_options[] = {day_option, tag_option};

}  // namespace

const Command space_begin_command = {
    "space begin", "Record", "--until WHEN [TEXT...]", "Begin a time apart.", begin_examples,
    "A day without a time means the end of that day. A single - as TEXT reads standard input. Only "
    "one space is open at a time.",
    begin_options, WordsAre::text, begin};

const Command space_extend_command = {
    "space extend", "Record", "--until WHEN", "Agree on a later time to come back.", extend_examples,
    "Once its time has come it is too late for this: come back, late, and begin a new one. With -d, "
    "only the day counts.",
    extend_options, WordsAre::none, extend};

const Command space_back_command = {
    "space back", "Record", "", "Say that you are back; it ends the open space.", back_examples,
    "Up to its 'until' it is on time, after it late; with -d, only the day counts.",
    back_options, WordsAre::none, back};

}  // namespace mend
