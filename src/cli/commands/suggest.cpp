// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/ledger.hpp"
#include "mend/domain/step_days.hpp"
#include "mend/report/suggestion.hpp"

#include <algorithm>

namespace mend {
namespace {

std::vector<Suggestion> suggestions(Context& context, std::span<const Entry> entries,
                                    std::optional<Step> step) {
  const Day today = context.today();
  if (!step) {
    return read_suggestions(entries, context.settings(), context.journal(), context.moment(),
                            context.discretion());
  }
  const auto days = read_step_days(entries, context.settings(), today, context.clock());
  if (days[index_of(*step)].is_rest(today)) return {};
  return read_suggestions(*step, entries, context.settings(), context.journal(),
                          context.moment(), context.discretion());
}

// Why there is none: a time apart where something could be suggested without it, else rest.
std::string reason_for_none(Context& context, std::vector<Entry> entries, std::optional<Step> step) {
  const Ledger ledger = read_ledger(entries, context.moment());
  const auto open = std::ranges::find_if(ledger.spaces, &Agreement::is_open);
  if (open != ledger.spaces.end()) {
    const bool has_passed = is_over(open->deadline, context.now().instant, context.clock());
    std::erase_if(entries, [](const Entry& entry) { return entry.kind == Kind::space; });
    if (!suggestions(context, entries, step).empty()) {
      const std::string end = has_passed
                                  ? "it was due to end " + describe(open->deadline, context.local_day())
                                  : describe_until(open->deadline, context.local_day());
      return "Nothing to suggest during time apart (" + end +
             "): everything left may need contact.";
    }
  }
  return "Nothing to suggest today. Rest is part of it.";
}

int run_suggest(Context& context, const Arguments& arguments) {
  context.require_journal();
  std::optional<Step> step;
  if (const auto word = arguments.value("step")) step = or_usage_error(parse_step(*word));
  const History history = context.history(no_words);
  const auto all = suggestions(context, history.entries, step);
  std::optional<Suggestion> one;
  if (!all.empty()) one = all[arguments.values("another").size() % all.size()];
  if (context.is_json()) {
    context.print(suggestion_json(one, context.today()));
  } else if (one) {
    context.print(suggestion_text(*one, context.style()));
  } else {
    context.hint(reason_for_none(context, history.entries, step));
  }
  return exit_done;
}

constexpr std::string_view suggest_examples[] = {
    "mend suggest                        one small thing for today",
    "mend suggest --another --another    the third one",
    "mend suggest --step patience",
};

constexpr Option suggest_options[] = {
    {"--step", "STEP", "from this step"},
    {"--another", "", "the next one; twice, the one after that", Option::Times::repeated},
};

}  // namespace

const Command suggest_command = {
    "suggest",
    "Look",
    "[--step STEP] [--another]...",
    "One small thing to do today, from the step that has been quiet longest.",
    suggest_examples,
    "It fits the journal's role and stays the same all day. Your own actions take part. Steps that "
    "rest or are as needed are left alone, what is logged today is not suggested again, and while a "
    "time apart is open it is something that needs no contact.",
    suggest_options,
    WordsAre::none,
    run_suggest};

}  // namespace mend
