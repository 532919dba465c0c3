// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/targets.hpp"
#include "mend/store/journal_writer.hpp"
#include "mend/system/files.hpp"

namespace mend {
namespace {

std::string line_of(const Attributes& entry, Discretion discretion) {
  std::string line = "  " + std::string{text_of(entry, "kind")};
  if (const auto step = text_of(entry, "step"); !step.empty()) line += "  " + std::string{step};
  const auto text = text_of(entry, "text");
  if (discretion == Discretion::off && !text.empty()) line += "  " + std::string{text};
  return line;
}

void print_entries(Context& context, std::string_view heading,
                   const std::vector<Attributes>& entries) {
  if (entries.empty()) return;
  context.print(std::string{heading} + "\n");
  for (const Attributes& entry : entries) {
    context.print(harmless_line(line_of(entry, context.discretion())));
  }
}

int run(Context& context, const Arguments&) {
  context.require_journal();
  if (!is_folder(context.journal_folder())) stop(exit_no, "there is nothing to undo");
  JournalWriter writer{context.journal_folder(), context.paths().undo(context.journal()),
                       std::chrono::seconds{context.config().lock_timeout}};
  const auto undone = writer.undo(context.is_dry_run() ? Run::dry : Run::for_real);
  if (!undone) throw Stop(undone.error().line > 0 ? exit_damaged : exit_no, undone.error());
  context.note_saved();
  std::vector<Attributes> entries = undone->taken_back;
  entries.insert(entries.end(), undone->put_back.begin(), undone->put_back.end());
  if (context.is_json()) {
    context.print(entries_json("undo", entries, context.discretion(), context.is_dry_run()));
    return exit_done;
  }
  if (context.is_quiet()) return exit_done;
  const std::string would = context.is_dry_run() ? "would undo " : "undid ";
  print_entries(context, would + undone->command + "; taken back:", undone->taken_back);
  print_entries(context, would + undone->command + "; put back:", undone->put_back);
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend undo",
    "mend undo --dry-run     what it would take back",
};

}  // namespace

const Command undo_command = {
    "undo",
    "Change",
    "",
    "Take back the last change, and show it.",
    examples,
    "It first looks whether that change is still what stands in the file, and leaves everything as "
    "it is when somebody has edited it since. Repeat it to go further back.",
    {},
    WordsAre::none,
    Completes::nothing,
    run};

}  // namespace mend
