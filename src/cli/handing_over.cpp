// SPDX-License-Identifier: MIT
#include "mend/cli/handing_over.hpp"

#include "mend/cli/entry_names.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/output_file.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/system/dialogue.hpp"
#include "mend/text/display.hpp"

#include <algorithm>
#include <iterator>

namespace mend {
namespace {

// As a terminal shows it: its own line ends, and nothing that could drive it.
std::string on_terminal(std::string text) {
  std::erase(text, '\r');
  return harmless(text, LineBreaks::kept);
}

// The preview goes past the dialogue that breaks lines: it is what will be written, line by line.
bool is_confirmed(const Context& context, Dialogue& dialogue, const std::string& preview) {
  context.environment().dialogue->say(preview + "\n");
  const auto answer = dialogue.ask("Is this what you want to hand over? [y/N] ");
  static constexpr std::string_view agreement[] = {"y", "yes"};
  return answer && !listed_word(*answer, agreement).empty();
}

// What they have not been told is left out, with what to do once they have been.
void tell_untold(Context& context, const History& history, const std::vector<const Entry*>& chosen) {
  std::vector<const Entry*> untold;
  std::ranges::copy_if(chosen, std::back_inserter(untold), [](const Entry* entry) {
    return !may_be_chosen_for_partner(entry->keys);
  });
  if (untold.empty()) return;
  if (untold.size() == 1) {
    context.hint("One setback was left out. They should hear about it from you first; once they have:\n"
                 "  mend edit " + entry_name(history, untold.front()->id) + " -f told=yes");
    return;
  }
  context.hint(std::to_string(untold.size()) +
               " setbacks were left out. They should hear about them from you first; once they have, "
               "for each:\n  mend edit ID -f told=yes");
}

}  // namespace

Audience read_audience(const Arguments& arguments, const std::string& command) {
  const auto word = arguments.value("for");
  if (!word) return Audience::me;
  if (const auto audience = audience_from_word(lower_case(*word))) return *audience;
  const std::string hint = did_you_mean(*word, audience_words);
  stop_usage("there is no " + command + " for '" + *word + "'",
             hint.empty() ? "Write me, partner or counsellor." : hint);
}

std::vector<const Entry*> chosen_entries(const History& history, const Arguments& arguments,
                                         const Moment& moment) {
  return find_entries(history, arguments.values("with"), moment);
}

PartnerShare read_share_for_partner(Context& context, const Arguments& arguments, DayRange span,
                                    Discretion discretion) {
  const History history = context.history(all_words);
  const ReportSource source{history.entries, context.settings(), context.today(),
                            context.clock(), context.journal(),
                            context.now().instant};
  const auto chosen = chosen_entries(history, arguments, context.moment());
  tell_untold(context, history, chosen);
  if (discretion == Discretion::on) {
    context.hint("With --discreet, promises and entries are shown without their words.");
  }
  PartnerShare share = read_partner_share(source, span, chosen, discretion);
  if (!share.is_partner_named) {
    context.hint(std::string{share.promises.empty() ? "No promises are included"
                                                    : "Only the promises you chose are included"} +
                 ", because no partner is named. To name one:  mend config set partner NAME");
  }
  return share;
}

int hand_over(Context& context, const Arguments& arguments, Audience audience, std::string text,
              Preview preview) {
  const auto file = output_file(arguments);
  Dialogue* const dialogue = audience == Audience::me ? nullptr : context.dialogue();
  if (dialogue != nullptr) {
    if (!is_confirmed(context, *dialogue, preview == Preview::harmless ? on_terminal(text) : text)) {
      context.hint("Nothing was shown or written to anyone.");
      return exit_no;
    }
    // It is on the screen already.
    if (!file) return exit_done;
  }
  if (file) {
    write_output(context, arguments, *file, text);
  } else {
    context.print_large(std::move(text));
  }
  return exit_done;
}

}  // namespace mend
