// SPDX-License-Identifier: MIT
#include "mend/cli/output_file.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/system/dialogue.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"
#include "mend/text/fold.hpp"

#include <utility>

namespace mend {
namespace {

[[noreturn]] void refuse_existing(const std::string& path) {
  stop(exit_cannot_create, path + " is there already; nothing was written",
       "Name another file, or remove that one first.");
}

// Somebody who sits there sees what goes out before it does.
bool is_confirmed(Dialogue& dialogue, const std::string& path, Audience audience,
                  const std::string& text) {
  dialogue.say(harmless(text, LineBreaks::kept) + "\n");
  const std::string question = "Write this for your " + std::string{word_of(audience)} + " to " +
                               harmless(path) + "? [y/N] ";
  const auto answer = dialogue.ask(question);
  const std::string word = answer ? fold(*answer) : "";
  return word == "y" || word == "yes";
}

}  // namespace

Audience chosen_audience(const Arguments& arguments) {
  const auto word = arguments.value("for");
  if (!word) return Audience::me;
  if (const auto audience = audience_from_word(*word)) return *audience;
  static constexpr std::string_view words[] = {"me", "partner", "counsellor"};
  const std::string hint = did_you_mean(*word, words);
  stop_usage("'" + *word + "' is nobody --for knows",
             hint.empty() ? "Write me, partner or counsellor." : hint);
}

void deliver(Context& context, const Arguments& arguments, Audience audience, std::string text,
             const std::string& what) {
  const auto path = arguments.value("output");
  if (!path || *path == "-") {
    context.print_large(std::move(text));
    return;
  }
  if (path->empty()) stop_usage("-o needs the name of a file", "For example: -o journal.json");
  if (read_file(*path)) refuse_existing(*path);
  if (context.is_dry_run()) {
    context.hint("would write " + *path + ", " + what);
    return;
  }
  Dialogue* const dialogue = audience == Audience::me ? nullptr : context.dialogue();
  if (dialogue != nullptr && !is_confirmed(*dialogue, *path, audience, text)) {
    context.hint("Nothing was written.");
    return;
  }
  if (!create_file(*path, text)) refuse_existing(*path);
  context.hint("wrote " + *path + ", " + what);
}

}  // namespace mend
