// SPDX-License-Identifier: MIT
#include "mend/cli/import_source.hpp"

#include "mend/cli/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/text/utf8.hpp"

namespace mend {
namespace {

constexpr std::size_t most_folders = 2000;

std::optional<ImportFile> try_read(const std::string& path) {
  auto file = read_file(path);
  if (!file) return std::nullopt;
  if (file->bytes.starts_with("PK\x03\x04")) {
    stop_usage(path + " is packed (zip)", "Unpack it first, and name the folder: unzip FILE -d FOLDER");
  }
  if (const auto offset = first_invalid_byte(file->bytes)) {
    stop(exit_damaged, path + ": byte " + std::to_string(*offset + 1) + " is not UTF-8; nothing was written",
         "Convert it first, for example with iconv.");
  }
  return ImportFile{path, std::move(file->bytes)};
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

}  // namespace

ImportFile read_import_file(const std::string& path) {
  if (is_folder(path)) stop_usage(path + " is a folder, and this format is one file", "Name the file in it.");
  auto file = try_read(path);
  if (!file) refuse_missing(path);
  return *std::move(file);
}

HabitFiles read_habit_files(const std::string& path) {
  const std::string folder = folder_of(path);
  const bool is_log = !is_folder(path) && name_of(path) != "habits";
  const std::string log_path = is_log ? path : inside(folder, "log");
  auto log = try_read(log_path);
  if (!log) refuse_missing(log_path, "Name the folder with the files 'habits' and 'log'.");
  return {try_read(inside(folder, "habits")), *std::move(log)};
}

std::map<std::string, ImportFile> read_loop_files(const std::string& path) {
  // A file that is still packed says so.
  if (!is_folder(path)) read_import_file(path);
  const std::string folder = folder_of(path);
  std::map<std::string, ImportFile> files;
  for (const char* const name : {"Habits.csv", "Checkmarks.csv"}) {
    if (auto file = try_read(inside(folder, name))) files.emplace(name, *std::move(file));
  }
  for (const std::string& name : list_folder(folder)) {
    if (!is_folder(inside(folder, name)) || files.size() > most_folders) continue;
    const std::string relative = name + "/Checkmarks.csv";
    if (auto file = try_read(inside(folder, relative))) files.emplace(relative, *std::move(file));
  }
  if (files.empty()) {
    stop(exit_io, "there is no Habits.csv or Checkmarks.csv in " + folder,
         "Name the folder that Loop's export was unpacked into.");
  }
  return files;
}

}  // namespace mend
