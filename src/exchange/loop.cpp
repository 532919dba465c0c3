// SPDX-License-Identifier: MIT
#include "habit_lines.hpp"
#include "loop_table.hpp"
#include "loop_values.hpp"
#include "mend/text/csv.hpp"
#include "mend/text/trimmed.hpp"
#include "mend_import.hpp"

#include <algorithm>
#include <map>

namespace mend {
namespace {

constexpr std::string_view habits_name = "Habits.csv";
constexpr std::string_view marks_name = "Checkmarks.csv";

using Row = std::vector<CsvCell>;

// What Habits.csv says of a habit beside what every tracker says.
struct LoopHabit {
  Goal goal;
  bool is_archived = false;
};

class Loop {
 public:
  explicit Loop(const std::map<std::string, ImportFile>& files) : files_(files) {}

  HabitLog read() {
    const auto habits = files_.find(std::string{habits_name});
    if (habits != files_.end()) read_habits(habits->second);
    bool has_folders = false;
    for (const auto& [path, file] : files_) {
      if (path.find('/') == std::string::npos || !path.ends_with(marks_name)) continue;
      has_folders = true;
      read_folder(path.substr(0, path.find('/')), file);
    }
    const auto all = files_.find(std::string{marks_name});
    if (!has_folders && all != files_.end()) read_table(all->second);
    end_archived();
    keep_one_a_day(log_, WhichWins::last);
    tell_equal_names_apart();
    return std::move(log_);
  }

 private:
  void report(std::string what, const ImportFile& file, const CsvCell& cell) {
    log_.problems.push_back({std::move(what), file.name, cell.line, cell.column, {}});
  }

  // Calls `take` for every row, and reports what is no CSV and rows that are not as long as the first.
  template <typename Take>
  void for_each_row(const ImportFile& file, Take take) {
    CsvReader reader{file.bytes};
    std::size_t size = 0;
    while (const auto row = reader.next()) {
      if (size == 0) size = row->size();
      if (row->size() == size) {
        take(*row);
        continue;
      }
      report("this row has " + std::to_string(row->size()) + " cells, and the first has " +
                 std::to_string(size),
             file, row->size() > size ? (*row)[size] : row->back());
    }
    if (const auto& fault = reader.fault()) {
      log_.problems.push_back({fault->what, file.name, fault->line, fault->column, fault->hint});
    }
  }

  std::size_t add_habit(Habit habit, LoopHabit known = {}) {
    log_.habits.push_back(std::move(habit));
    known_.push_back(known);
    return known_.size() - 1;
  }

  // By the header: older exports have fewer columns, and other names for two of them.
  void read_habits(const ImportFile& file) {
    std::map<std::string, std::size_t> columns;
    for_each_row(file, [&](const Row& row) {
      if (!columns.empty()) {
        read_habit(file, row, columns);
        return;
      }
      for (std::size_t i = 0; i < row.size(); ++i) columns.emplace(row[i].text, i);
      if (!columns.contains("Name")) {
        report("the first line has no column 'Name'", file, row.front());
      }
    });
  }

  void read_habit(const ImportFile& file, const Row& row,
                  const std::map<std::string, std::size_t>& columns) {
    const auto text = [&](const char* column) {
      const auto found = columns.find(column);
      return found == columns.end() ? std::string{} : std::string{trimmed(row[found->second].text)};
    };
    Habit habit;
    habit.name = text("Name");
    if (habit.name.empty()) {
      report("the name is missing", file, row.front());
      return;
    }
    habit.words = text("Question").empty() ? text("Description") : text("Question");
    const std::string times = text(columns.contains("NumRepetitions") ? "NumRepetitions" : "FrequencyNumerator");
    const std::string days = text(columns.contains("Interval") ? "Interval" : "FrequencyDenominator");
    const auto numerator = whole_number(times);
    const auto denominator = whole_number(days);
    if (!times.empty() && (!numerator || !denominator)) {
      report("the frequency has to be two whole numbers", file, row.front());
      return;
    }
    if (numerator && denominator) {
      const NearCadence cadence = cadence_for(*numerator, *denominator);
      habit.cadence = cadence.text;
      if (!cadence.is_exact) {
        habit.cadence_remark = nearest_remark(habit.name, cadence, times + " in " + days + " days");
      }
    }
    const Goal goal = goal_from(text("Type"), text("Target Type"), text("Target Value"));
    const std::size_t index = add_habit(std::move(habit), {goal, text("Archived?") == "true"});
    if (const auto position = whole_number(text("Position"))) by_position_.emplace(*position, index);
  }

  // `001 Name`: characters a file system does not like are missing in it, so the number decides.
  // Without Habits.csv each folder is a habit.
  std::size_t habit_of_folder(const std::string& folder) {
    const auto space = folder.find(' ');
    const auto number = whole_number(folder.substr(0, space));
    const auto found = number ? by_position_.find(*number) : by_position_.end();
    if (found != by_position_.end()) return found->second;
    const bool has_name = number && space != std::string::npos;
    return add_habit({std::string{trimmed(has_name ? folder.substr(space + 1) : folder)}, {}, {}, {}});
  }

  void read_folder(const std::string& folder, const ImportFile& file) {
    const std::size_t habit = habit_of_folder(folder);
    folders_.emplace(habit, folder);
    bool is_first = true;
    for_each_row(file, [&](const Row& row) {
      const bool is_header = is_first && row.front().text == "Date";
      is_first = false;
      if (is_header) return;
      if (row.size() < 2) {
        report("a row has to have a date and a value", file, row.front());
        return;
      }
      take(habit, {0, row[0].text, {file.name, row[0].line, row[0].column}},
           {0, row[1].text, {file.name, row[1].line, row[1].column}},
           row.size() > 2 ? row[2].text : std::string{});
    });
  }

  void read_table(const ImportFile& file) {
    std::vector<std::string> names;
    for (const Habit& habit : log_.habits) names.push_back(habit.name);
    LoopTable table = read_loop_columns(file, names);
    const auto add = [this](std::vector<Diagnostic> problems) {
      for (Diagnostic& problem : problems) log_.problems.push_back(std::move(problem));
    };
    const bool is_sound = table.problems.empty();
    add(std::move(table.problems));
    if (!is_sound) return;
    if (table.habits.empty()) {
      for (const std::string& name : table.names) {
        table.habits.push_back(add_habit({std::string{trimmed(name)}, {}, {}, {}}));
      }
    }
    add(read_loop_rows(file, table.habits.size(), [&](const TableValue& date, const TableValue& value) {
      take(table.habits[value.column], date, value, {});
    }));
  }

  void take(std::size_t habit, const TableValue& date, const TableValue& value,
            const std::string& comment) {
    const auto at_cell = [this](std::string what, const RowPlace& place) {
      log_.problems.push_back(at_place(std::move(what), place));
    };
    const auto day = parse_foreign_day(trimmed(date.text));
    if (!day) {
      // Once for a row of many values.
      if (value.column == 0) at_cell("this is not a date; write it like 2026-11-22", date.place);
      return;
    }
    auto read = read_loop_value(trimmed(value.text), known_[habit].goal);
    if (!read) {
      at_cell("this is not a value Loop writes", value.place);
      return;
    }
    if (!read->is_record && comment.empty()) return;
    log_.records.push_back({habit, *day, read->mark, comment, std::move(read->amount), date.place});
  }

  // An archived habit asks for nothing behind its last record.
  void end_archived() {
    std::vector<std::optional<Day>> ends(log_.habits.size());
    for (const HabitRecord& record : log_.records) {
      auto& end = ends[record.habit];
      if (record.mark == HabitMark::done && (!end || *end < record.day)) end = record.day;
    }
    for (std::size_t i = 0; i < log_.habits.size(); ++i) {
      if (!known_[i].is_archived) continue;
      log_.habits[i].until = ends[i];
      if (!ends[i]) log_.habits[i].cadence.reset();
    }
  }

  // By their folders, as far as there are any.
  void tell_equal_names_apart() {
    std::map<std::string_view, int> counts;
    for (const Habit& habit : log_.habits) ++counts[habit.name];
    for (const auto& [index, folder] : folders_) {
      Habit& habit = log_.habits[index];
      if (counts[habit.name] > 1) habit.other_name = folder;
    }
  }

  const std::map<std::string, ImportFile>& files_;
  std::vector<LoopHabit> known_;  // one for each habit of the log
  std::map<std::int64_t, std::size_t> by_position_;
  std::map<std::size_t, std::string> folders_;
  HabitLog log_;
};

}  // namespace

HabitLog read_loop(const std::map<std::string, ImportFile>& files) { return Loop{files}.read(); }

}  // namespace mend
