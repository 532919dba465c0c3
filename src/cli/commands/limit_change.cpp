// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/command_line.hpp"
#include "mend/cli/compose.hpp"
#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/limits.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/text/display.hpp"

#include <optional>

namespace mend {
namespace {

struct NewLimit {
  Day day;
  std::optional<Deadline> until;
  std::string asked_by;
  std::string text;
};

std::optional<Deadline> read_end(Context& context, const Arguments& arguments) {
  const auto typed = arguments.value("until");
  if (!typed) return std::nullopt;
  return or_usage_error(
      parse_when(*typed, context.now(), *context.environment().zone, context.today()));
}

void save_limit(Context& context, const Arguments& arguments, const NewLimit& limit) {
  Attributes entry = new_entry(context, limit.day, Kind::limit);
  append_text(entry, "text", limit.text);
  if (!limit.asked_by.empty()) append_text(entry, "asked_by", limit.asked_by);
  if (limit.until) entry.push_back({"until", {DateText{to_text(*limit.until)}}});
  append_tags(entry, arguments);
  save_and_answer(context, "limit add", limit.day, {entry}, [&](const History& history) {
    std::string words =
        context.discretion() == Discretion::on ? "" : harmless(first_line(limit.text));
    if (limit.until) {
      words += (words.empty() ? "" : ", ") + describe_until(*limit.until, context.local_day());
    }
    context.print(recorded_answer(context, history, "limit", {}, words,
                                  std::string{text_of(entry, "id")}));
    context.print(day_answer(context, limit.day));
  });
}

int run_limit_add(Context& context, const Arguments& arguments) {
  NewLimit limit;
  limit.day = recorded_day(context, arguments);
  limit.until = read_end(context, arguments);
  limit.asked_by = read_choice(arguments, "asked-by", Kind::limit, "asked_by");
  const bool composes = arguments.has("edit");
  if (composes) require_editor(context);
  context.require_journal();
  limit.text = read_text(context, arguments, 0).value_or("");
  if (limit.text.empty() && !composes) {
    stop_usage("what did you agree to?", "For example: mend limit add \"no calls after ten\"");
  }
  if (!composes) {
    save_limit(context, arguments, limit);
    return exit_done;
  }
  EntryTemplate content = template_for(context, "A limit", Step::space, limit.day);
  content.composition.text = limit.text;
  compose(context, content, Words::fresh, [&](const Composition& composition) {
    limit.text = composition.text;
    save_limit(context, arguments, limit);
  });
  return exit_done;
}

int run_limit_lift(Context& context, const Arguments& arguments) {
  require_words(limit_lift_command, arguments, 0, 1);
  const Day day = recorded_day(context, arguments);
  NamedLimit limit;
  std::string id;
  const auto make_entries = [&] {
    const History history = limit_history(context);
    limit = find_limit_in_force(context, history, arguments.words());
    if (day < limit.day) {
      stop_usage("the limit " + limit.name + " was agreed on " + describe(limit.day, context.today()),
                 "Name a day from then on with -d.");
    }
    Attributes entry = new_event(context, day, Kind::limit, limit.id, history.entries);
    append_text(entry, "result", std::string{word_of(Outcome::lifted)});
    append_tags(entry, arguments);
    id = text_of(entry, "id");
    return std::vector<Attributes>{entry};
  };
  save_and_answer(context, "limit lift", day, make_entries, [&](const History& history) {
    const std::string words =
        context.discretion() == Discretion::on ? limit.name : harmless(first_line(limit.text));
    context.print(recorded_answer(context, history, "limit lifted", {}, words, id));
    context.print(day_answer(context, day));
  });
  return exit_done;
}

constexpr std::string_view limit_add_examples[] = {
    "mend limit add \"no calls after ten\" --asked-by them",
    "mend limit add \"phones stay outside the bedroom\" --asked-by both",
    "mend limit add \"no surprise visits\" --until 2026-12-31",
};

constexpr std::string_view limit_lift_examples[] = {
    "mend limit lift             the only one in force",
    "mend limit lift k7q2        by the start of its id",
};

constexpr Option limit_add_options[] = {
    {"--asked-by", "ASKER", "who asked for it: me, them or both"},
    {"--until", "WHEN", "when it ends, if that was agreed: +30d, 2026-12-31"},
    day_option,
    tag_option,
    edit_option,
};

constexpr Option limit_lift_options[] = {day_option, tag_option};

}  // namespace

const Command limit_add_command = {
    "limit add", "Record", "TEXT...", "Write down a limit that you agreed to.", limit_add_examples,
    "Without --until it holds until it is lifted. A single - as TEXT reads standard input. Everything "
    "after -- is taken as text.",
    limit_add_options, WordsAre::text, run_limit_add};

const Command limit_lift_command = {
    "limit lift", "Record", "[ID]", "A limit no longer holds, as agreed.", limit_lift_examples,
    "Without an ID: the only limit in force.", limit_lift_options, WordsAre::arguments, run_limit_lift};

}  // namespace mend
