// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/report/json.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/system/files.hpp"
#include "mend/system/lock.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

std::string chosen(const Arguments& arguments, std::string_view option, std::string_view usual,
                   bool (*is_known)(std::string_view), std::string_view hint) {
  const std::string value = arguments.value(option).value_or(std::string{usual});
  if (!is_known(value)) {
    stop_usage("'" + value + "' is no choice for --" + std::string{option}, std::string{hint});
  }
  return value;
}

std::string write_settings(const Arguments& arguments) {
  const std::string role =
      chosen(arguments, "role", "mending",
             [](std::string_view word) { return role_from_word(word).has_value(); },
             "Write mending, healing or both.");
  const std::string week_start =
      chosen(arguments, "week-start", "monday",
             [](std::string_view word) { return parse_weekday(word).has_value(); },
             "Write a weekday, such as monday or sunday.");
  const std::string day_start =
      chosen(arguments, "day-start", "00:00",
             [](std::string_view word) { return parse_clock(word).has_value(); },
             "Write a time, such as 04:00.");
  const std::string grace =
      chosen(arguments, "grace", "on",
             [](std::string_view word) { return word == "on" || word == "off"; },
             "Write on or off.");
  return "# What this journal is read by. Plain TOML: edit it freely.\nformat = 1\nrole = " +
         quoted(role) + "\nweek_start = " + quoted(week_start) + "\nday_start = " +
         quoted(day_start) + "\ngrace = " + (grace == "on" ? "true" : "false") + "\n";
}

int run(Context& context, const Arguments& arguments) {
  const std::string text = write_settings(arguments);
  const std::string path = context.journal_folder() + "/journal.toml";
  std::optional<FolderLock> lock;
  if (!context.is_dry_run()) {
    make_folders(context.journal_folder());
    lock.emplace(context.journal_folder(), std::chrono::seconds{context.config().lock_timeout});
  }
  const bool is_there =
      context.is_dry_run() ? read_file(path).has_value() : !create_file(path, text);
  if (is_there) {
    stop(exit_cannot_create, path + " is there already; nothing was changed",
         "Edit that file to change it.");
  }
  context.note_saved();
  if (context.is_json()) {
    context.print(entries_json("init", {}, context.discretion(), context.is_dry_run()));
  } else if (context.is_dry_run()) {
    context.print("would write " + harmless(path) + ":\n\n" + text);
  } else if (!context.is_quiet()) {
    context.print("ready  " + harmless(path) + "\n");
  }
  return exit_done;
}

constexpr std::string_view examples[] = {
    "mend init --role healing",
    "mend init -j sam --week-start sunday --day-start 04:00",
};

constexpr Option options[] = {
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
    examples,
    "The journal 'main' never needs it: it is made by the first entry. Other journals are made only "
    "here, so that a misspelt name does not become one.",
    options,
    WordsAre::none,
    Completes::nothing,
    run};

}  // namespace mend
