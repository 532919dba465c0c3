// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/report/json.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/store/journal_place.hpp"
#include "mend/store/journal_state.hpp"
#include "mend/store/setting_keys.hpp"
#include "mend/store/settings_file.hpp"
#include "mend/system/dialogue.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/system/lock.hpp"
#include "mend/text/display.hpp"
#include "mend/text/fold.hpp"
#include "mend/text/trimmed.hpp"

#include <algorithm>

namespace mend {
namespace {

// One of the few choices worth making, as an option and as a question.
struct Choice {
  std::string_view option;
  std::string_view setting;
  std::string_view usual;
  std::string_view question;
  std::string_view hint;
};

constexpr Choice choices[] = {
    {"role", "role", "mending",
     "Whose journal is it? mending: who broke trust, healing: who was hurt, or both",
     "Write mending, healing or both."},
    {"week-start", "week_start", "monday", "Which day does your week begin on?",
     "Write a weekday, such as monday or sunday."},
    {"day-start", "day_start", "00:00",
     "When does a new day begin? Say 04:00 if you are often up past midnight.",
     "Write a time, such as 04:00."},
    {"grace", "grace", "on", "Is one quiet day bridged, so that it ends no streak? on or off",
     "Write on or off."},
};

constexpr std::string_view introduction =
    "A few questions about this journal. Enter takes what is in brackets, Ctrl-D leaves.\n\n";

using Answers = std::vector<Value>;  // beside `choices`

Result<Value> read_init_choice(const Choice& choice, std::string_view text) {
  return parse_setting(*find_setting_key(choice.setting), text);
}

Answers read_options(const Arguments& arguments) {
  Answers answers;
  for (const Choice& choice : choices) {
    const auto text = arguments.value(choice.option);
    const auto answer = read_init_choice(choice, text ? *text : choice.usual);
    if (!answer) {
      stop_usage("'" + *text + "' is not a choice for --" + std::string{choice.option},
                 std::string{choice.hint});
    }
    answers.push_back(*answer);
  }
  return answers;
}

// Nothing when the input ended.
std::optional<Value> ask(Dialogue& dialogue, const Choice& choice) {
  const std::string prompt =
      std::string{choice.question} + " [" + std::string{choice.usual} + "] ";
  while (const auto line = dialogue.ask(prompt)) {
    const std::string text = fold(trimmed(*line));
    if (const auto answer = read_init_choice(choice, text.empty() ? choice.usual : text)) return *answer;
    dialogue.say(std::string{choice.hint} + "\n");
  }
  return std::nullopt;
}

std::optional<Answers> ask_all(Dialogue& dialogue) try {
  dialogue.say(introduction);
  Answers answers;
  for (const Choice& choice : choices) {
    const auto answer = ask(dialogue, choice);
    if (!answer) return std::nullopt;
    answers.push_back(*answer);
  }
  return answers;
} catch (const SystemError& error) {
  if (error.failure() != Failure::interrupted) throw;
  stop(exit_interrupted, "interrupted; nothing was written");
}

std::string written(const Answers& answers) {
  std::string text{settings_preamble(SettingsHome::journal)};
  for (std::size_t i = 0; i < answers.size(); ++i) {
    text += std::string{choices[i].setting} + " = " + write_value(answers[i], LineEnding::lf) + "\n";
  }
  return text;
}

[[noreturn]] void refuse_second(const std::string& path) {
  stop(exit_cannot_create, path + " already exists; nothing was changed",
       "'mend config' shows and changes what it says.");
}

// A second `init`, of a journal that is there.
void require_none(const std::string& path) {
  const auto file = read_file(path);
  if (!file) return;
  if (auto newer = newer_settings_format(file->bytes, path)) throw Stop(exit_damaged, *newer);
  refuse_second(path);
}

// What is missing may begin again; what cannot be read, or is behind a link that leads nowhere, may not.
// Making what a file is in the way of says that.
void require_new(const JournalPlace& place, const std::string& path) {
  if (is_blocked_by_file(place.folder)) return;
  list_journal(JournalPlace{place.folder, {}, place.init_command});
  require_none(path);
}

// Nobody is to get the words of the journal that was in this place before put back into the new one.
void set_old_history_aside(Context& context) {
  JournalState state{context.paths().undo(context.journal()), context.journal_folder()};
  if (const auto folder = state.set_aside()) {
    context.hint("The undo history of the journal that was here before is kept in " + *folder + ".");
  }
}

void save_first_settings(Context& context, const std::string& path, const std::string& text) {
  const JournalPlace place = context.place();
  make_folders(place.folder);
  const FolderLock lock{place.folder, std::chrono::seconds{context.config().lock_timeout}};
  require_none(path);
  // Settings for entries that are here begin no other journal.
  const bool begins = !holds_records(list_folder(place.folder));
  if (begins) set_old_history_aside(context);
  if (!create_file(path, text)) refuse_second(path);
  if (begins) forget_entries(place);
  context.note_saved();
}

int run_init(Context& context, const Arguments& arguments) {
  const std::string path = context.journal_settings_file();
  const bool has_option = std::ranges::any_of(
      choices, [&](const Choice& choice) { return arguments.has(choice.option); });
  Dialogue* const dialogue = has_option ? nullptr : context.dialogue();
  // Before anybody is asked in vain.
  if (dialogue != nullptr) require_new(context.place(), path);
  const auto answers = dialogue == nullptr ? read_options(arguments) : ask_all(*dialogue);
  if (!answers) {
    context.hint("Nothing was written.");
    return exit_done;
  }
  require_new(context.place(), path);
  const std::string text = written(*answers);
  if (!context.is_dry_run()) save_first_settings(context, path, text);
  if (context.is_json()) {
    context.print(entries_json("init", {}, context.discretion(), context.is_dry_run()));
  } else if (context.is_dry_run()) {
    context.print("would write " + harmless(path) + ":\n\n" + text);
  } else if (!context.is_quiet()) {
    context.print("ready  " + harmless(path) + "\n");
  }
  return exit_done;
}

constexpr std::string_view init_examples[] = {
    "mend init --role healing",
    "mend init -j sam --week-start sunday --day-start 04:00",
};

constexpr Option init_options[] = {
    {"--role", "ROLE", "mending (the one who broke trust), healing (the one who was hurt) or both"},
    {"--week-start", "WEEKDAY", "the day weeks begin on; monday unless you say so"},
    {"--day-start", "TIME", "when a new day begins, 04:00 for night owls; 00:00 unless you say so"},
    {"--grace", "on|off", "whether one quiet day is bridged; on unless you say so"},
};

}  // namespace

const Command init_command = {
    "init",
    "Data",
    "[-j NAME]",
    "Make a journal, with the few choices worth making.",
    init_examples,
    "The journal 'main' never needs it: it is made by the first entry. Other journals are made only "
    "here, so that a misspelt name does not become one. On a terminal and without an option it "
    "asks; what you answer can be changed later with 'mend config set'. If a journal that was here "
    "is gone for good, this begins a new one and sets the old undo history aside.",
    init_options,
    WordsAre::none,
    run_init};

}  // namespace mend
