// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/import_plan.hpp"
#include "mend/cli/import_source.hpp"
#include "mend/cli/recording.hpp"
#include "mend/cli/recording.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/exchange/export.hpp"
#include "mend/system/descriptor.hpp"
#include "mend/system/dialogue.hpp"
#include "mend/system/errors.hpp"
#include "mend/text/display.hpp"
#include "mend/text/fold.hpp"
#include "mend/text/trimmed.hpp"

#include <algorithm>
#include <set>

namespace mend {
namespace {

constexpr std::size_t most_told = 20;
constexpr std::size_t long_import = 2000;

// The same sources under the names people may try.
constexpr std::string_view sources[] = {"mend-json", "mend-toml", "csv",  "harsh",
                                        "habitctl",  "loop",      "jrnl", "json",
                                        "toml"};

std::string chosen_source(const Arguments& arguments) {
  const auto word = arguments.value("from");
  if (!word) {
    stop_usage("import needs to know what wrote the file",
               "Add --from mend-json, mend-toml, csv, harsh, habitctl, loop or jrnl.");
  }
  if (const auto source = listed_word(*word, sources); !source.empty()) return std::string{source};
  const std::string hint = did_you_mean(*word, sources);
  stop_usage("'" + *word + "' is not a source that import knows",
             hint.empty() ? "It knows mend-json, mend-toml, csv, harsh, habitctl, loop and jrnl."
                          : hint);
}

MapTarget parse_map_target(std::string_view text) {
  const auto slash = text.find('/');
  const Step step = or_usage_error(parse_step(text.substr(0, slash)));
  if (slash == std::string_view::npos) return {step, {}};
  const std::string action{text.substr(slash + 1)};
  if (!is_action_key(action)) {
    stop_usage("'" + action + "' cannot be the key of an action",
               "A key has up to 64 of a-z, 0-9, _ and -.");
  }
  return {step, action};
}

// A name may have a `=` in it, a step cannot.
Mapping parse_mapping(const Arguments& arguments) {
  Mapping mapping;
  for (const std::string& rule : arguments.values("map")) {
    const auto equals = rule.rfind('=');
    if (equals == std::string::npos || equals == 0) {
      stop_usage("'" + rule + "' is not a mapping", "Write --map 'NAME=STEP' or --map 'NAME=STEP/ACTION'.");
    }
    const std::string name = composed(trimmed(std::string_view{rule}.substr(0, equals)));
    const MapTarget target = parse_map_target(std::string_view{rule}.substr(equals + 1));
    if (name == "*") {
      mapping.others = target;
    } else {
      mapping.names[name] = target;
    }
  }
  return mapping;
}

void require_mapped(Context& context, const Mapped& mapped) {
  for (const std::string& name : mapped.unused) {
    const std::vector<std::string_view> names{mapped.names.begin(), mapped.names.end()};
    stop_usage("--map names '" + name + "', and nothing here has that name",
               context.discretion() == Discretion::on ? "" : did_you_mean(name, names));
  }
  if (mapped.unmapped.empty()) return;
  if (context.discretion() == Discretion::off) {
    for (const std::string& name : mapped.unmapped) {
      context.warn_raw("      " + (name == "*" ? "* (what has no tag)" : harmless(name)) + "\n");
    }
  }
  const std::size_t count = mapped.unmapped.size();
  stop_usage(std::to_string(count) + (count == 1 ? " name belongs" : " names belong") +
                 " to no step yet, so nothing was written",
             "Say where each belongs: --map 'NAME=STEP'. --map '*=STEP' takes all others.");
}

// A note has no action.
void require_steps_alone(const Mapping& mapping) {
  const auto require = [](std::string_view name, const MapTarget& target) {
    if (target.action.empty()) return;
    const std::string step{key_of(target.step)};
    stop_usage("jrnl's entries become notes, and a note has no action: '" + step + "/" + target.action + "'",
               "Name the step alone: --map '" + std::string{name} + "=" + step + "'");
  };
  for (const auto& [name, target] : mapping.names) require(name, target);
  if (mapping.others) require("*", *mapping.others);
}

Import read_import(Context& context, const Arguments& arguments, const std::string& source,
                   const std::unordered_map<std::string_view, const Attributes*>& known) {
  const std::string& path = arguments.words().front();
  const Mapping mapping = parse_mapping(arguments);
  if (arguments.has("comments") && source != "harsh" && source != "loop") {
    stop_usage("--comments works only with harsh and loop, which can have a comment on a day that "
               "was not done", "Leave it out.");
  }
  const bool is_own = source.starts_with("mend-") || source == "json" || source == "toml" ||
                      source == "csv";
  if (is_own) {
    if (arguments.has("map")) {
      stop_usage("--map is for what other programs wrote",
                 "Leave it out: mend's own exports name their steps.");
    }
    const ImportFile file = read_import_file(path, context.unsaved());
    if (source == "csv") return read_mend_csv(file);
    return source.ends_with("toml") ? read_mend_toml(file) : read_mend_json(file);
  }
  Mapped mapped;
  if (source == "jrnl") {
    require_steps_alone(mapping);
    mapped = read_jrnl(read_import_files(path, context.unsaved(), ".json"), mapping, *context.environment().zone);
  } else {
    HabitLog log;
    if (source == "loop") {
      log = read_loop(read_loop_files(path, context.unsaved()));
    } else {
      const HabitFiles files = read_habit_files(path, context.unsaved());
      log = (source == "harsh" ? read_harsh : read_habitctl)(files.habits, files.log);
    }
    const auto comments = arguments.has("comments") ? Comments::as_notes : Comments::left_out;
    mapped = map_habits(log, source, mapping, {context.settings().actions, known, context.today()}, comments);
  }
  if (mapped.import.problems.empty()) require_mapped(context, mapped);
  return std::move(mapped.import);
}

// A long file shows a person that something goes on.
void check_all(Context& context, Import& import) {
  const std::size_t count = import.entries.size();
  Dialogue* const dialogue =
      context.is_quiet() || count < long_import ? nullptr : context.dialogue();
  const std::string of = " of " + std::to_string(count);
  const std::string blank = "\r" + std::string(of.size() * 2 + 8, ' ') + "\r";
  stop_if_interrupted();
  check_entries(import, [&](std::size_t done) {
    const std::string progress = "\rreading " + std::to_string(done) + of;
    if (dialogue != nullptr) dialogue->say(was_interrupted() ? blank : progress);
    stop_if_interrupted();
  });
  if (dialogue != nullptr) dialogue->say(blank);
  stop_if_interrupted();
}

void require_sound(Context& context, const Import& import) {
  if (import.problems.empty()) return;
  const std::size_t told = std::min(import.problems.size(), most_told);
  for (std::size_t i = 0; i < told; ++i) context.warn(import.problems[i]);
  const std::string shown = told < import.problems.size()
                                ? "nothing was written, because there is something in the way at " +
                                      std::to_string(import.problems.size()) +
                                      " places; the first of them:"
                                : "nothing was written, because there is something in the way:";
  stop(exit_damaged, shown);
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string{count == 1 ? one : many};
}

std::string entries_of(std::size_t count) { return count_of(count, "entry", "entries"); }

void print_dry_run(Context& context, const ImportPlan& plan) {
  for (const auto& [month, entries] : plan.months) {
    context.print("would add to " + to_iso(month) + ".toml: " + entries_of(entries.size()) + "\n");
  }
  const bool is_discreet = context.discretion() == Discretion::on;
  for (const Attributes& action : plan.actions) {
    const std::string_view cadence = text_of(action, "cadence");
    context.print("would add the action " + std::string{text_of(action, "step")} +
                  (is_discreet ? "" : "/" + harmless(text_of(action, "key"))) +
                  (cadence.empty() ? "" : ", " + std::string{cadence}) + "\n");
  }
  if (!plan.settings.empty()) context.print("would write journal.toml, the settings\n");
  for (const auto& [key, value] : plan.setting_changes) {
    context.print("would set " + key->name + "\n");
  }
}

void print_done(Context& context, const ImportPlan& plan) {
  if (context.is_quiet()) return;
  std::vector<std::string> parts;
  if (!plan.months.empty()) {
    const std::string first = to_iso(plan.months.begin()->first);
    const std::string last = to_iso(plan.months.rbegin()->first);
    parts.push_back(entries_of(plan.entries().size()) +
                    (first == last ? " into " + first
                                   : " into " + std::to_string(plan.months.size()) + " months, " +
                                         first + " to " + last));
  }
  if (!plan.actions.empty()) {
    parts.push_back(count_of(plan.actions.size(), "action", "actions") + " of your own");
  }
  if (plan.has_settings()) parts.emplace_back("the settings");
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "imported  " : ", ") + part;
  context.print(line + "\n");
}

// Another --map moves nothing.
void tell_elsewhere(Context& context, const ImportPlan& plan) {
  std::map<std::string, std::size_t> places;
  for (const auto& [place, count] : plan.elsewhere) {
    const bool is_discreet = context.discretion() == Discretion::on;
    places[is_discreet ? place.substr(0, place.find('/')) : place] += count;
  }
  for (const auto& [place, count] : places) {
    context.hint(std::to_string(count) + " of them " + (count == 1 ? "is" : "are") + " under " +
                 harmless(place) + " here, and stay" + (count == 1 ? "s" : "") + " there.");
  }
}

// In a dry run, where each is.
void tell_left_out(Context& context, const Import& import) {
  const std::size_t count = import.left_out.size();
  if (count == 0) return;
  context.hint(count == 1 ? "The comment on 1 day that was not done was left out; --comments saves it as a note."
                          : "The comments on " + std::to_string(count) +
                                " days that were not done were left out; --comments saves them as notes.");
  if (!context.is_dry_run() || context.discretion() == Discretion::on) return;
  for (const RowPlace& place : import.left_out) {
    context.hint("  " + harmless(place.file) + ":" + std::to_string(place.line));
  }
}

void tell_ahead(Context& context, const ImportPlan& plan) {
  const std::size_t told = std::min(plan.ahead.size(), most_told);
  for (std::size_t i = 0; i < told; ++i) context.warn(plan.ahead[i]);
  if (told < plan.ahead.size()) {
    context.warn("and " + entries_of(plan.ahead.size() - told) + " more dated in the future");
  }
}

std::string differing(std::size_t count, const std::string& what) {
  if (count == 0) return {};
  return "; in " + std::to_string(count) + " of them the " + what + ", and your journal keeps its own";
}

// An entry from before all that was there moves the day the journal begins on.
void tell_new_beginning(Context& context, const History& before) {
  const auto first_in = [&](const History& history) {
    return read_beginning(history.entries, context.today(), context.clock()).first;
  };
  const auto was = first_in(before);
  if (!was || !before.is_whole()) return;
  const History history = context.history(no_words);
  const auto is = first_in(history);
  if (is && *is < *was) hint_at_new_beginning(context, history, *is);
}

void print_imported(Context& context, const Import& import, const ImportPlan& plan) {
  if (plan.already > 0) {
    context.hint(entries_of(plan.already) + (plan.already == 1 ? " was" : " were") + " already here" +
                 differing(plan.other_words, "words differ") +
                 differing(plan.other_details, "details differ") + ".");
  }
  tell_elsewhere(context, plan);
  if (!plan.kept_settings.empty()) {
    std::string names;
    for (const std::string& name : plan.kept_settings) names += (names.empty() ? "" : ", ") + name;
    context.hint("This journal keeps its own " + names + ".");
  }
  for (const std::string& count : import.counts) context.hint(count);
  tell_left_out(context, import);
  tell_ahead(context, plan);
  if (context.discretion() == Discretion::on) return;
  for (const std::string& remark : import.remarks) context.hint(remark);
}

// Own actions stand in journal.toml, and a CSV has entries alone.
void remark_unknown_actions(Context& context, Import& import) {
  std::set<std::string_view> unknown;
  for (const ImportedEntry& each : import.entries) {
    const auto step = step_from_key(text_of(each.entry, "step"));
    const std::string_view action = text_of(each.entry, "action");
    const bool is_known = action.empty() || !step || find_action(*step, action) != nullptr ||
                          context.settings().find_written_action(*step, action) != nullptr;
    if (!is_known) unknown.insert(action);
  }
  if (unknown.empty()) return;
  import.remarks.push_back(
      count_of(unknown.size(), "action named here is", "actions named here are") +
      " not this journal's own: a CSV brings no own actions (journal.toml). 'mend action add' does.");
}

int run_import(Context& context, const Arguments& arguments) {
  context.require_journal();
  if (arguments.words().size() != 1) {
    stop_usage(arguments.words().empty() ? "import needs a file" : "import takes one file at a time",
               "For example: mend import journal.json --from mend-json");
  }
  const std::string source = chosen_source(arguments);
  const History history = context.history(all_words);
  std::deque<std::string> made_ids;
  const auto known = entries_by_id(history, made_ids);
  Import import = read_import(context, arguments, source, known);
  check_all(context, import);
  require_sound(context, import);
  if (source == "csv") remark_unknown_actions(context, import);
  const ImportPlan plan = make_import_plan(context, import, history, known);
  if (!plan.is_empty()) carry_out(context, plan, context.is_dry_run() ? Run::dry : Run::for_real);
  context.note_saved();
  if (context.is_json()) {
    context.print(import_json(plan.entries(), plan.actions, plan.already, context.discretion(),
                              context.is_dry_run()));
  } else if (plan.is_empty()) {
    if (!context.is_quiet()) context.print("nothing new to import\n");
  } else if (context.is_dry_run()) {
    print_dry_run(context, plan);
  } else {
    print_done(context, plan);
  }
  print_imported(context, import, plan);
  if (!plan.is_empty() && !context.is_dry_run()) tell_new_beginning(context, history);
  return exit_done;
}

constexpr std::string_view import_examples[] = {
    "mend import journal.json --from mend-json",
    "mend import ~/.config/harsh --from harsh --map 'Gym=b' --map '*=c'",
    "mend import diary.json --from jrnl --map '@sam=e' --map '*=h' --dry-run",
};

constexpr Option import_options[] = {
    {"--from", "mend-json|mend-toml|csv|harsh|habitctl|loop|jrnl", "what wrote it"},
    {"--map", "NAME=STEP/ACTION",
     "the step a habit or tag belongs to, and the action if it has one; * for all others",
     Option::Times::repeated},
    {"--comments", "", "make notes of what was written about days that were not done"},
};

}  // namespace

const Command import_command = {
    "import",
    "Data",
    "FILE",
    "Bring in an export, or the records of another tracker.",
    import_examples,
    "The same file twice adds nothing. A habit becomes an action of your own under the step it is "
    "mapped to, with its rhythm; a skipped day is rest for that action. Everything is read before anything is "
    "written: a row that cannot be understood is named, and nothing comes in. 'mend undo' takes an "
    "import back. FILE may be the folder of harsh, of habitctl, of Loop's unpacked "
    "export or of jrnl's entries; - reads a pipe.",
    import_options,
    WordsAre::arguments,
    run_import};

}  // namespace mend
