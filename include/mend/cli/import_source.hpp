// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/unsaved_words.hpp"
#include "mend/exchange/import.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// The files somebody wants to import, read whole. Throws Stop for what is not there, is not UTF-8
// (with the offset of its first such byte), is still packed or is a database. `-` and what else can
// be read, such as a pipe, is a file, too; what was read from standard input is kept with `unsaved`.

ImportFile read_import_file(const std::string& path, UnsavedWords& unsaved);

// One file, or all of a folder whose names have this ending.
std::vector<ImportFile> read_import_files(const std::string& path, UnsavedWords& unsaved, std::string_view ending);

// `habits` and `log` of a folder; or the log alone, with the `habits` beside it.
struct HabitFiles {
  std::optional<ImportFile> habits;
  ImportFile log;
};
HabitFiles read_habit_files(const std::string& path, UnsavedWords& unsaved);

// The unpacked folder of Loop's export, or a file at its top.
std::map<std::string, ImportFile> read_loop_files(const std::string& path, UnsavedWords& unsaved);

}  // namespace mend
