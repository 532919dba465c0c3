// SPDX-License-Identifier: MIT
#include "habit_lines.hpp"
#include "loop_values.hpp"
#include "mend/text/csv.hpp"
#include "mend/text/trimmed.hpp"
#include "mend_import.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::string_view habits_name = "Habits.csv";
constexpr std::string_view marks_name = "Checkmarks.csv";

using Row = std::vector<CsvCell>;

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
    if (!has_folders && all != files_.end()) read_all(all->second);
    end_archived();
    keep_one_a_day(log_, WhichWins::last);
    return std::move(log_);
  }

 private:
  void report(std::string what, const ImportFile& file, const CsvCell& cell) {
    log_.problems.push_back({std::move(what), file.name, cell.line, cell.column, {}});
  }

  // Calls `take` for every row, and reports what is no CSV.
  template <typename Take>
  void for_each_row(const ImportFile& file, Take take) {
    CsvReader reader{file.bytes};
    while (const auto row = reader.next()) take(*row);
    if (const auto& fault = reader.fault()) {
      log_.problems.push_back({fault->what, file.name, fault->line, fault->column, {}});
    }
  }

  // By the header: older exports have fewer columns, and other names for two of them.
  void read_habits(const ImportFile& file) {
    std::vector<std::string> header;
    for_each_row(file, [&](const Row& row) {
      if (header.empty()) {
        for (const CsvCell& cell : row) header.push_back(cell.text);
        has_types_ = std::ranges::find(header, "Type") != header.end();
        if (std::ranges::find(header, "Name") == header.end()) {
          report("the first line names no column 'Name'", file, row.front());
        }
        return;
      }
      const auto cell = [&](std::string_view column) -> const CsvCell* {
        const auto found = std::ranges::find(header, column);
        const auto index = static_cast<std::size_t>(found - header.begin());
        return index < row.size() ? &row[index] : nullptr;
      };
      read_habit(file, row, cell);
    });
  }

  template <typename Cell>
  void read_habit(const ImportFile& file, const Row& row, Cell cell) {
    const auto text = [&](std::string_view column) {
      const CsvCell* const found = cell(column);
      return found == nullptr ? std::string{} : std::string{trimmed(found->text)};
    };
    LoopHabit habit;
    habit.position = text("Position");
    habit.goal = goal_from(text("Type"), text("Target Type"), text("Target Value"));
    Habit& named = habit.habit;
    named.name = text("Name");
    if (named.name.empty()) {
      report("the name is missing", file, row.front());
      return;
    }
    named.words = text("Question").empty() ? text("Description") : text("Question");
    const std::string times = text(cell("NumRepetitions") ? "NumRepetitions" : "FrequencyNumerator");
    const std::string days = text(cell("Interval") ? "Interval" : "FrequencyDenominator");
    const auto numerator = whole_number(times);
    const auto denominator = whole_number(days);
    if (!times.empty() && (!numerator || !denominator)) {
      report("the frequency has to be two whole numbers", file, row.front());
      return;
    }
    if (numerator && denominator) {
      const NearCadence cadence = cadence_for(*numerator, *denominator);
      named.cadence = cadence.text;
      if (!cadence.is_exact) {
        log_.remarks.push_back(nearest_remark(named.name, cadence, times + " in " + days + " days"));
      }
    }
    habit.is_archived = text("Archived?") == "true";
    log_.habits.push_back(named);
    habits_.push_back(std::move(habit));
  }

  const LoopHabit* habit_named(std::string_view name) const {
    const auto found = std::ranges::find_if(
        habits_, [name](const LoopHabit& each) { return each.habit.name == name; });
    return found == habits_.end() ? nullptr : &*found;
  }

  // `001 Name`: characters a file system does not like are missing in it, so the number decides.
  std::string name_of_folder(const std::string& folder) const {
    const auto space = folder.find(' ');
    const std::string number = folder.substr(0, space);
    const auto same = [&](const LoopHabit& habit) {
      return whole_number(habit.position) && whole_number(habit.position) == whole_number(number);
    };
    const auto found = std::ranges::find_if(habits_, same);
    if (found != habits_.end()) return found->habit.name;
    return space == std::string::npos || !whole_number(number) ? folder : folder.substr(space + 1);
  }

  void read_folder(const std::string& folder, const ImportFile& file) {
    const std::string name = name_of_folder(folder);
    const LoopHabit* const habit = habit_named(name);
    bool is_first = true;
    auto scale = AmountScale::thousandths;
    for_each_row(file, [&](const Row& row) {
      const bool is_header = is_first && row.front().text == "Date";
      is_first = false;
      if (is_header) {
        scale = AmountScale::ones;
        return;
      }
      if (row.size() < 2) {
        report("a row has to have a date and a value", file, row.front());
        return;
      }
      take(file, name, habit, scale, row[0], row[1], row.size() > 2 ? row[2].text : std::string{});
    });
  }

  // A column for each habit; every row ends in a comma.
  void read_all(const ImportFile& file) {
    const bool has_words = file.bytes.find("YES_") != std::string::npos ||
                           file.bytes.find("UNKNOWN") != std::string::npos ||
                           file.bytes.find("NO") != std::string::npos;
    const auto scale =
        has_words || has_types_ ? AmountScale::ones : AmountScale::thousandths;
    std::vector<std::string> names;
    for_each_row(file, [&](const Row& row) {
      if (names.empty()) {
        for (const CsvCell& cell : row) names.push_back(cell.text);
        return;
      }
      for (std::size_t i = 1; i < row.size(); ++i) {
        const bool is_trailing = i + 1 == row.size() && row[i].text.empty();
        if (is_trailing) continue;
        if (i >= names.size() || names[i].empty()) {
          report("this value belongs to no habit of the first line", file, row[i]);
          continue;
        }
        take(file, names[i], habit_named(names[i]), scale, row[0], row[i], {});
      }
    });
  }

  void take(const ImportFile& file, const std::string& name, const LoopHabit* habit,
            AmountScale scale, const CsvCell& date, const CsvCell& value,
            const std::string& comment) {
    const auto day = parse_iso_day(trimmed(date.text));
    if (!day) {
      report("this is no date; it has to be as 2026-11-22", file, date);
      return;
    }
    const auto read = read_loop_value(trimmed(value.text), habit ? habit->goal : Goal{}, scale);
    if (!read) {
      report("this is no value that Loop writes", file, value);
      return;
    }
    log_.records.push_back({name, *day, read->mark, comment, read->amount,
                            {file.name, date.line, date.column}});
  }

  // An archived habit asks for nothing behind its last record.
  void end_archived() {
    for (Habit& habit : log_.habits) {
      const LoopHabit* const known = habit_named(habit.name);
      if (known == nullptr || !known->is_archived) continue;
      for (const HabitRecord& record : log_.records) {
        const bool is_later = !habit.until || *habit.until < record.day;
        if (record.name == habit.name && record.mark == HabitMark::done && is_later) {
          habit.until = record.day;
        }
      }
    }
  }

  const std::map<std::string, ImportFile>& files_;
  std::vector<LoopHabit> habits_;
  bool has_types_ = false;
  HabitLog log_;
};

}  // namespace

HabitLog read_loop(const std::map<std::string, ImportFile>& files) { return Loop{files}.read(); }

}  // namespace mend
