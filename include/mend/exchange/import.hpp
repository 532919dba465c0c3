// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/day.hpp"
#include "mend/domain/result.hpp"
#include "mend/domain/settings.hpp"
#include "mend/domain/step.hpp"
#include "mend/domain/time.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mend {

// A file to import from, read whole. `name` is what diagnostics call it.
struct ImportFile {
  std::string name;
  std::string bytes;
};

// Where a row stands, counted from 1.
struct RowPlace {
  std::string file;
  int line = 0;
  int column = 0;
};

// An entry that would come in.
struct ImportedEntry {
  Attributes entry;
  RowPlace place;
};

// What files hold for a journal. With problems, nothing of it is to be written.
struct Import {
  std::vector<ImportedEntry> entries;
  Attributes settings;               // of journal.toml; only mend's own exports have them
  std::vector<Attributes> actions;   // own actions the entries need, as [[action]] tables
  std::vector<Diagnostic> problems;  // each with file, line and column
  std::vector<std::string> remarks;  // what was left out or had to be changed, for people
  std::vector<std::string> counts;   // the same, in sentences without a word that anybody typed
  std::vector<RowPlace> left_out;    // words of days that were not done
};

// A day as other programs write it: `2026-11-22`, or with slashes when the year comes first.
std::optional<Day> parse_foreign_day(std::string_view text);

// mend's own exports. Ids are kept; what has none gets one made from its content.
Import read_mend_json(const ImportFile& file);
Import read_mend_toml(const ImportFile& file);
Import read_mend_csv(const ImportFile& file);

// A habit of another tracker.
struct Habit {
  std::string name;  // of several habits, each stays by itself even when another has the same
  std::string words;                   // what it is, where that is more than its name
  std::optional<std::string> cadence;  // as mend spells it; none where it is only tracked
  std::optional<Day> until;
  std::string other_name = {};  // where the name alone is not enough to tell which one is meant
  std::string cadence_remark = {};  // where the cadence is only the nearest one
};

// `nothing` says no more than that it was not done.
enum class HabitMark { done, skipped, nothing };

// One line of its log that means something.
struct HabitRecord {
  std::size_t habit = 0;  // which of the log's
  Day day;
  HabitMark mark = HabitMark::done;
  std::string comment;
  std::string amount;
  RowPlace place;
  bool is_overruled = false;  // by another line about that day: only its words count, as of a day not done
};

struct HabitLog {
  std::vector<Habit> habits;         // those that only records name, too
  std::vector<HabitRecord> records;  // one for each habit and day, beside those that are overruled
  std::vector<Diagnostic> problems;
  std::vector<std::string> remarks;
  std::vector<std::string> counts;
};

// `habits` may be missing: then there are no cadences.
HabitLog read_harsh(const std::optional<ImportFile>& habits, const ImportFile& log);
HabitLog read_habitctl(const std::optional<ImportFile>& habits, const ImportFile& log);

// The unpacked folder of Loop's export, its files by their paths in it: `Habits.csv`, and either a
// `Checkmarks.csv` in a folder for each habit or one for all.
HabitLog read_loop(const std::map<std::string, ImportFile>& files);

// A cadence as mend spells it, which may be only near to what was asked for.
struct NearCadence {
  std::optional<std::string> text;  // none: it is only tracked
  bool is_exact = true;
};

// "Every `days` days", and "`times` in `days` days"; 0 of either is no rhythm.
NearCadence cadence_every(std::int64_t days);
NearCadence cadence_for(std::int64_t times, std::int64_t days);

// What a name or tag from outside becomes.
struct MapTarget {
  Step step = Step::apology;
  std::string action;  // a key, or empty: one is made from the name
};

struct Mapping {
  std::map<std::string, MapTarget, std::less<>> names;  // composed (NFC), as they are compared
  std::optional<MapTarget> others;  // of `*`

  const MapTarget* find(std::string_view name) const;
};

struct Mapped {
  Import import;
  std::vector<std::string> unmapped;  // names that occur and are mapped to nothing
  std::vector<std::string> names;     // all that occur
  std::vector<std::string> unused;    // names that are mapped and do not occur
};

// What the journal has already.
struct JournalContent {
  std::span<const OwnAction> actions;
  std::unordered_map<std::string_view, const Attributes*> entries;  // by id
  Day today;
};

enum class Comments { left_out, as_notes };

// Done is an action of the person's own, skipped a rest of that action alone. A habit of whose
// records some are new, or that has none, brings the action it lacks. `source` is the tracker's name.
Mapped map_habits(const HabitLog& log, std::string_view source, const Mapping& mapping,
                  const JournalContent& journal, Comments comments = Comments::left_out);

// jrnl's entries as notes, from one file or from many with one entry each. `zone` says what its times
// without an offset mean.
Mapped read_jrnl(std::span<const ImportFile> files, const Mapping& mapping, const Zone& zone);

// An id made from what something is, so that it is the same whenever it comes.
std::string content_id(std::string_view content);

// The same for an entry, whatever format it comes in and in which order its keys are.
std::string id_from_content(const Attributes& entry);

// The id of the `count`-th of several that are the same in all, counted from 1.
std::string repeated_content_id(const std::string& first, int count);

// In what two entries with one id are not the same, leaving aside where they belong (step, action)
// and when they were written, the order of keys, and what a format cannot say.
enum class Difference { none, details, words };
Difference difference_of(const Attributes& a, const Attributes& b);

// The step or STEP/ACTION an entry belongs to.
std::string place_of(const Attributes& entry);

// Reads each entry as mend would, once it was written; what it cannot take becomes a problem.
// `progress` hears now and then how many have been read.
void check_entries(Import& import, const std::function<void(std::size_t done)>& progress = {});

}  // namespace mend
