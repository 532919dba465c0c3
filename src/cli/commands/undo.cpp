// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/schema.hpp"
#include "mend/report/agreement_words.hpp"
#include "mend/report/text.hpp"
#include "mend/store/journal_writer.hpp"
#include "mend/system/files.hpp"

#include <algorithm>
#include <span>
#include <sstream>
#include <string>

namespace mend {
namespace {

// An import may have brought thousands.
constexpr std::size_t most_shown = 20;

bool is_agreement(const Entry& entry) { return event_about(entry.kind).has_value(); }

// The entries as `list` shows them, read from their own text: they may be in no file any more.
void print_entries(Context& context, std::string_view heading,
                   const std::vector<Attributes>& entries) {
  if (entries.empty()) return;
  const bool is_about_another = std::ranges::any_of(entries, [](const Attributes& entry) {
    const auto kind = kind_from_word(text_of(entry, "kind"));
    return kind && is_event(*kind);
  });
  const History history = is_about_another ? context.history(is_agreement) : History{};
  const AgreementWords about{history.entries};
  const std::size_t count = entries.size();
  context.print(std::string{heading} + (count > 1 ? " " + std::to_string(count) + " entries" : "") +
                "\n");
  const std::size_t shown = count > most_shown ? most_shown - 1 : count;
  for (const Attributes& entry : std::span{entries}.first(shown)) {
    const Result<Entry> read = entry_from(entry);
    if (!read) continue;
    const ListedEntry listed{"", &*read, about.about(*read)};
    context.print(list_text(std::span{&listed, 1}, context.settings(), context.local_day(), context.style(),
                            context.discretion()));
  }
  if (shown < count) context.print("  and " + std::to_string(count - shown) + " more\n");
}

void print_actions(Context& context, std::string_view heading,
                   const std::vector<OwnAction>& actions) {
  if (actions.empty()) return;
  std::istringstream lines{
      own_actions_text(actions, context.today(), context.style_for_lines(), context.discretion())};
  context.print(std::string{heading} + "\n");
  for (std::string line; std::getline(lines, line);) context.print("  " + line + "\n");
}

struct Replay {
  std::string_view command;
  std::string_view past;
  std::string_view gone;  // headings
  std::string_view here;
  std::string_view settings;
  Result<Replayed> (JournalWriter::*run)(Run);
};

int replay(Context& context, const Replay& how) {
  context.require_journal();
  list_journal(context.place());
  if (!is_folder(context.journal_folder())) {
    stop(exit_no, "there is nothing to " + std::string{how.command});
  }
  JournalWriter writer{context.place(), context.paths().undo(context.journal()),
                       std::chrono::seconds{context.config().lock_timeout}};
  const auto replayed = (writer.*how.run)(context.is_dry_run() ? Run::dry : Run::for_real);
  for (const Diagnostic& each : writer.passed_over()) context.warn(each);
  if (!replayed) throw Stop(replayed.error().line > 0 ? exit_damaged : exit_no, replayed.error());
  context.note_saved();
  for (const Diagnostic& warning : replayed->warnings) context.warn(warning);
  std::vector<OwnAction> actions = replayed->gone_actions;
  actions.insert(actions.end(), replayed->here_actions.begin(), replayed->here_actions.end());
  if (context.is_json() && !actions.empty() && replayed->gone.empty() && replayed->here.empty()) {
    context.print(changed_actions_json(how.command, actions, context.discretion(), context.is_dry_run()));
    return exit_done;
  }
  if (context.is_json()) {
    std::vector<Attributes> entries = replayed->gone;
    entries.insert(entries.end(), replayed->here.begin(), replayed->here.end());
    context.print(entries_json(how.command, entries, context.discretion(), context.is_dry_run()));
    return exit_done;
  }
  if (context.is_quiet()) return exit_done;
  const std::string done =
      context.is_dry_run() ? "would " + std::string{how.command} : std::string{how.past};
  context.print(done + " " + replayed->command + "\n");
  print_entries(context, how.gone, replayed->gone);
  print_entries(context, how.here, replayed->here);
  print_actions(context, how.gone, replayed->gone_actions);
  print_actions(context, how.here, replayed->here_actions);
  if (replayed->has_settings) context.print(std::string{how.settings} + "\n");
  return exit_done;
}

int run_undo(Context& context, const Arguments&) {
  return replay(context, {"undo", "undid", "taken back:", "put back:",
                          "the settings: as they were before", &JournalWriter::undo});
}

int run_redo(Context& context, const Arguments&) {
  return replay(context,
                {"redo", "redid", "taken out again:", "back again:", "the settings: changed again",
                 &JournalWriter::redo});
}

constexpr std::string_view undo_examples[] = {
    "mend undo",
    "mend undo --dry-run     what it would take back",
};

constexpr std::string_view redo_examples[] = {
    "mend redo",
    "mend undo && mend redo     and nothing has changed",
    "mend redo --dry-run        what it would do",
};

}  // namespace

const Command undo_command = {
    "undo",
    "Change",
    "",
    "Take back the last change, and show it.",
    undo_examples,
    "It checks first that the file still contains that change. If the entry has been edited since, "
    "nothing is touched. Repeat it to go further back.",
    {},
    WordsAre::none,
    run_undo};

const Command redo_command = {
    "redo",
    "Change",
    "",
    "Redo the last change that 'mend undo' took back.",
    redo_examples,
    "It can be repeated as often as undo was. Any new change ends it.",
    {},
    WordsAre::none,
    run_redo};

}  // namespace mend
