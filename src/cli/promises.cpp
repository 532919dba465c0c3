// SPDX-License-Identifier: MIT
#include "mend/cli/promises.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/follow_through.hpp"
#include "mend/report/promise_list.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

OpenPromise to_open_promise(Context& context, const EntryNames& names, const Agreement& promise) {
  return {promise.opening->id,
          names.at(promise.opening),
          std::string{text_of(promise.opening->keys, "text")},
          *promise.opening->step,
          promise.opening->day,
          written_at(*promise.opening, context.clock()),
          promise.deadline};
}

[[noreturn]] void refuse_settled(Context& context, const std::string& name,
                                 const Agreement& promise) {
  const Entry& settlement = *promise.settlement;
  const std::string outcome = settlement.id.empty() ? "ID" : settlement.id;
  stop(exit_no,
       "the promise " + name + " is settled: " + std::string{state_word(promise)} + " on " +
           describe(settlement.day, context.today()),
       "'mend rm " + outcome + "' would take that outcome back.");
}

const Agreement& require_open_promise(Context& context, const Ledger& ledger, const Entry& entry,
                              const std::string& name) {
  const auto found = std::ranges::find(ledger.promises, &entry, &Agreement::opening);
  if (found == ledger.promises.end()) {
    const std::string kind{word_of(entry.kind)};
    const bool is_ahead = entry.kind == Kind::promise;
    stop(exit_no, is_ahead ? "the promise " + name + " begins on a day that has not come yet"
                           : name + " is not a promise; its kind is " + kind,
         "'mend promise list' shows the promises that are open.");
  }
  if (found->opening->id.empty()) {
    stop(exit_no, name + " has no id, so no outcome can name it",
         "Give it a line  id = \"...\"  in its file; 'mend path' says where that is.");
  }
  if (!found->is_open()) refuse_settled(context, name, *found);
  return *found;
}

constexpr std::size_t most_named_promises = 8;

[[noreturn]] void refuse_without_id(Context& context, const History& history,
                                    const std::vector<OpenPromise>& open,
                                    const std::string& command) {
  if (open.empty()) stop_not_there(history, "no promise is open");
  std::string candidates;
  for (std::size_t i = 0; i < open.size() && i < most_named_promises; ++i) {
    const bool is_told = context.discretion() == Discretion::off;
    candidates += (i == 0 ? "" : "; ") + open[i].name + " (" +
                  (is_told ? std::string{first_line(open[i].text)} + ", " : "") + "due " +
                  describe(open[i].deadline, context.local_day()) + ")";
  }
  if (open.size() > most_named_promises) candidates += " and more";
  stop(exit_no, std::to_string(open.size()) + " promises are open: " + candidates,
       "Name one: mend " + command + " " + open.front().name);
}

}  // namespace

History promise_history(Context& context) {
  return context.history([](const Entry& entry) { return entry.kind == Kind::promise; });
}

std::vector<OpenPromise> find_open_promises(Context& context, const History& history,
                                            const std::vector<std::string>& words,
                                            const std::string& command) {
  const auto names = entry_names(history, context.moment());
  const Ledger ledger = read_ledger(history.entries, context.moment());
  std::vector<OpenPromise> found;
  if (!words.empty()) {
    for (const Entry* const entry : find_entries(history, words, context.moment())) {
      found.push_back(
          to_open_promise(context, names, require_open_promise(context, ledger, *entry, names.at(entry))));
    }
    return found;
  }
  for (const Agreement& promise : ledger.promises) {
    if (promise.is_open()) found.push_back(to_open_promise(context, names, promise));
  }
  std::ranges::stable_sort(found, {}, [&](const OpenPromise& promise) {
    return end_of(promise.deadline, context.clock());
  });
  if (found.size() != 1) refuse_without_id(context, history, found, command);
  require_whole(history, "nobody can say whether only one promise is open",
                "If you mean '" + told(context, found.front()) + "': mend " + command + " " + found.front().name);
  const Entry* const only = find_entries(history, {found.front().name}, context.moment()).front();
  require_open_promise(context, ledger, *only, names.at(only));
  return found;
}

bool is_too_late(Context& context, const Arguments& arguments, const Deadline& deadline, Day day) {
  if (arguments.has("on")) return day > day_of(deadline, context.clock());
  return is_over(deadline, context.now().instant, context.clock());
}

Attributes new_outcome(Context& context, const History& history, const OpenPromise& promise,
                       Day day, std::string_view result) {
  // Today comes after a promise that was given on a clock ahead of this one.
  if (day < promise.day && day < context.today()) {
    stop_usage("the promise " + promise.name + " was made on " +
                   describe(promise.day, context.today()) + ", after " +
                   describe(day, context.today()),
               "An outcome comes after its promise; 'mend edit " + promise.name +
                   " --on DAY' moves the promise.");
  }
  Attributes entry = new_event(context, day, Kind::promise, promise.id, history.entries);
  append_text(entry, "result", std::string{result});
  return entry;
}

std::string told(const Context& context, const OpenPromise& promise) {
  if (context.discretion() == Discretion::on) return promise.name;
  return harmless(first_line(promise.text));
}

std::string find_apology(Context& context, const std::string& word) {
  const History history = context.history(no_words);
  const Entry& entry = *find_entries(history, {word}, context.moment()).front();
  if (!is_apology(entry) || entry.id.empty()) {
    stop(exit_no, "'" + word + "' is not a note for apology, so no promise can follow from it",
         "'mend list apology --kind note' shows them.");
  }
  return entry.id;
}

Deadline parse_due(Context& context, const Arguments& arguments) {
  const auto text = arguments.value("due");
  if (!text) {
    stop_usage("when is it due? '--due' is missing",
               "For example: --due fri, --due fri@18:00, --due +2h or --due 2026-12-24");
  }
  return or_usage_error(
      parse_when(*text, context.now(), *context.environment().zone, context.today()));
}

}  // namespace mend
