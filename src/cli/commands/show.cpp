// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/follow_through.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/promise_list.hpp"
#include "mend/report/text.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

// What followed from entries, which stands in other entries than theirs.
class Aftermath {
 public:
  Aftermath(Context& context, const History& history)
      : context_(context),
        names_(entry_names(history, context.moment())),
        ledger_(read_ledger(history.entries, context.moment())),
        followed_(read_follow_through(history.entries, ledger_)) {}

  // With an empty line before it, or empty.
  std::string of(const Entry& entry) const {
    const std::string text = is_apology(entry) ? of_apology(entry) : of_promise(entry);
    return text.empty() ? text : "\n" + text;
  }

 private:
  std::string of_apology(const Entry& apology) const {
    const std::string unsaid = unsaid_phrase(apology.keys);
    std::string text = unsaid.empty() ? "" : unsaid + "\n";
    const auto through = std::ranges::find(followed_, &apology, &FollowThrough::apology);
    if (through == followed_.end()) return text;
    text += follow_through_phrase(*through) + "\n";
    for (const Agreement& promise : ledger_.promises) {
      if (promise.opening->reference != apology.id) continue;
      text += "  " + names_.at(promise.opening) + "  " + standing(promise) +
              words_of(*promise.opening) + "\n";
    }
    return text;
  }

  std::string of_promise(const Entry& entry) const {
    const auto promise = std::ranges::find(ledger_.promises, &entry, &Agreement::opening);
    return promise == ledger_.promises.end() ? "" : standing(*promise) + "\n";
  }

  // "kept on Fri 20 Nov", "open, due Fri 27 Nov".
  std::string standing(const Agreement& promise) const {
    const std::string state{state_word(promise)};
    const bool is_over = mend::is_over(promise.deadline, context_.now().instant, context_.clock());
    return promise.is_open()
               ? state + (is_over ? ", was due " : ", due ") +
                     describe(promise.deadline, context_.local_day())
               : state + " on " + describe(promise.settlement->day, context_.today());
  }

  std::string words_of(const Entry& promise) const {
    if (context_.discretion() == Discretion::on) return {};
    return ": " + harmless(text_of(promise.keys, "text"));
  }

  Context& context_;
  EntryNames names_;
  Ledger ledger_;
  std::vector<FollowThrough> followed_;
};

int run_show(Context& context, const Arguments& arguments) {
  context.require_journal();
  const History history = context.history(all_words);
  std::vector<Attributes> entries;
  const auto words = or_newest(arguments.words());
  const auto found = find_entries(history, words, context.moment(), Purpose::show);
  if (!history.is_whole() && std::ranges::any_of(words, is_position)) {
    context.warn("@1 is the newest of what can be read; what cannot may be newer");
  }
  for (const Entry* const entry : found) {
    entries.push_back(context.discretion() == Discretion::on ? without_words(entry->keys)
                                                             : entry->keys);
  }
  if (context.is_json()) {
    context.print(entries_json("show", entries, context.discretion()));
    return exit_done;
  }
  const Aftermath aftermath{context, history};
  // A pipe gets the lines as they are.
  const Style style = context.style_for_lines();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) context.print("\n");
    context.print(show_text(entries[i], *context.environment().zone, style) + aftermath.of(*found[i]));
  }
  return exit_done;
}

constexpr std::string_view show_examples[] = {
    "mend show            the entry written last",
    "mend show k7q2       by the start of its id",
    "mend show @2         the entry written before the last",
};

}  // namespace

const Command show_command = {"show",
                              "Look",
                              "[ID...]",
                              "Show entries whole, every field.",
                              show_examples,
                              "An ID is the start of an entry's id, as long as only one entry "
                              "begins so, or @N: @1 is the entry you wrote last, whatever day it is "
                              "for. Without an ID, that one is shown.",
                              {},
                              WordsAre::arguments,
                              run_show,
                              Answer::long_text};

}  // namespace mend
