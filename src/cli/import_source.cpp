// SPDX-License-Identifier: MIT
#include "mend/cli/import_source.hpp"

#include "mend/cli/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/system/input.hpp"
#include "mend/text/csv.hpp"
#include "mend/text/trimmed.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr const char* name_loop_folder = "Name the folder that Loop's export was unpacked into.";

// What diagnostics call it.
std::string shown_name(const std::string& path) {
  return is_standard_input(path) ? "standard input" : path;
}

std::optional<ImportFile> try_read(const std::string& path, UnsavedWords& unsaved) {
  auto bytes = is_standard_input(path) ? unsaved.read_input(max_file_size) : read_input(path);
  if (!bytes) return std::nullopt;
  const std::string name = shown_name(path);
  if (bytes->starts_with("PK\x03\x04")) {
    stop_usage(name + " is a zip file", "Unpack it first, and name the folder: unzip FILE -d FOLDER");
  }
  if (bytes->starts_with("SQLite format 3")) {
    stop_usage(name + " is a database (SQLite), such as Loop's full backup, and not an export that can be read",
               "In Loop choose Settings, Export as CSV; then unpack that file and name its folder.");
  }
  if (const auto offset = first_invalid_byte(*bytes)) {
    stop(exit_damaged, name + ": byte " + std::to_string(*offset + 1) + " is not UTF-8; nothing was written",
         "Convert it first, for example with iconv.");
  }
  return ImportFile{name, *std::move(bytes)};
}

[[noreturn]] void refuse_missing(const std::string& path, std::string hint = {}) {
  stop(exit_io, "there is no file " + path, std::move(hint));
}

std::string folder_of(const std::string& path) {
  if (is_folder(path)) return path;
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string inside(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

// Is this the Checkmarks.csv of one habit: `Date,Value,Notes`, or without a header, a first cell that
// is a date? In that of all habits, a comma ends the first line.
bool is_of_one_habit(const ImportFile& marks) {
  const auto row = CsvReader{marks.bytes}.next();
  if (!row) return false;
  const std::vector<CsvCell>& cells = *row;
  if (parse_foreign_day(trimmed(cells.front().text))) return true;
  const bool has_header = cells.size() >= 2 && cells[0].text == "Date" && cells[1].text == "Value";
  return has_header && (cells.size() == 2 || (cells.size() == 3 && cells[2].text == "Notes"));
}

[[noreturn]] void refuse_one_habit(const std::string& path) {
  stop_usage(path + " is a single habit from Loop's export, without its name or goal",
             "Name the folder above it, with Habits.csv and a folder for each habit.");
}

}  // namespace

ImportFile read_import_file(const std::string& path, UnsavedWords& unsaved) {
  if (is_folder(path)) stop_usage(path + " is a folder, and this format is one file", "Name the file in it.");
  auto file = try_read(path, unsaved);
  if (!file) refuse_missing(path);
  return *std::move(file);
}

std::vector<ImportFile> read_import_files(const std::string& path, UnsavedWords& unsaved, std::string_view ending) {
  std::vector<ImportFile> files;
  if (!is_folder(path)) {
    files.push_back(read_import_file(path, unsaved));
    return files;
  }
  for (const std::string& name : list_folder(path)) {
    if (!name.ends_with(ending) || is_folder(inside(path, name))) continue;
    if (auto file = try_read(inside(path, name), unsaved)) files.push_back(*std::move(file));
  }
  if (files.empty()) {
    refuse_missing(inside(path, "*" + std::string{ending}), "Name a folder with such files, or one file.");
  }
  return files;
}

HabitFiles read_habit_files(const std::string& path, UnsavedWords& unsaved) {
  if (is_standard_input(path)) return {std::nullopt, read_import_file(path, unsaved)};
  const std::string folder = folder_of(path);
  const bool is_log = !is_folder(path) && name_of(path) != "habits";
  const std::string log_path = is_log ? path : inside(folder, "log");
  auto log = try_read(log_path, unsaved);
  if (!log) refuse_missing(log_path, "Name the folder with the files 'habits' and 'log'.");
  return {try_read(inside(folder, "habits"), unsaved), *std::move(log)};
}

std::map<std::string, ImportFile> read_loop_files(const std::string& path, UnsavedWords& unsaved) {
  // A file that is still packed, or a backup, says so.
  if (!is_folder(path)) {
    const ImportFile file = read_import_file(path, unsaved);
    if (is_of_one_habit(file)) refuse_one_habit(path);
    if (is_standard_input(path)) {
      stop_usage("Loop's export is a folder, and cannot be read from a pipe", name_loop_folder);
    }
  }
  const std::string folder = folder_of(path);
  std::map<std::string, ImportFile> files;
  for (const char* const name : {"Habits.csv", "Checkmarks.csv"}) {
    if (auto file = try_read(inside(folder, name), unsaved)) files.emplace(name, *std::move(file));
  }
  const auto marks = files.find("Checkmarks.csv");
  const bool is_one_habit = marks != files.end() && !files.contains("Habits.csv") && is_of_one_habit(marks->second);
  if (is_one_habit) refuse_one_habit(path);
  for (const std::string& name : list_folder(folder)) {
    if (!is_folder(inside(folder, name))) continue;
    const std::string relative = name + "/Checkmarks.csv";
    auto file = try_read(inside(folder, relative), unsaved);
    if (!file) continue;
    if (!file->bytes.empty() && !is_of_one_habit(*file)) {
      stop_usage(inside(folder, relative) + " holds many habits, not one",
                 "Name the folder it is in: " + inside(folder, name));
    }
    files.emplace(relative, *std::move(file));
  }
  if (files.empty()) {
    stop(exit_io, "there is no Habits.csv or Checkmarks.csv in " + folder, name_loop_folder);
  }
  return files;
}

}  // namespace mend
