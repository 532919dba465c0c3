// SPDX-License-Identifier: MIT
#include "mend/store/journal_place.hpp"

#include "mend/store/action_tables.hpp"
#include "mend/store/paths.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/text/stable_hash.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace mend {
namespace {

// Another process may begin the journal, or take back its only entry, between two looks.
constexpr int most_looks = 3;

std::string plain(const std::string& folder) {
  return std::filesystem::path{folder}.lexically_normal().string();
}

std::string mark_of(const JournalPlace& place) {
  char name[17];
  std::snprintf(name, sizeof name, "%016llx",
                static_cast<unsigned long long>(stable_hash(plain(place.folder))));
  return place.marks + "/" + name;
}

std::string new_journal(const JournalPlace& place) {
  return "'" + place.init_command +
         "' begins a new one and sets the old undo history aside.";
}

[[noreturn]] void throw_missing(const JournalPlace& place) {
  throw SystemError(Failure::io,
                    place.folder + " has no journal in it now, though mend saved entries there before; "
                                   "is the folder locked or not mounted?",
                    "If the old journal is gone for good, " + new_journal(place));
}

std::vector<std::string> list(const JournalPlace& place) try {
  return list_folder(place.folder);
} catch (const SystemError& error) {
  throw SystemError(Failure::io, error.what() + std::string{"; is it locked or not mounted?"},
                    "If the old journal is gone for good, " + new_journal(place));
}

}  // namespace

bool holds_records(const std::vector<std::string>& names) {
  return std::ranges::any_of(names, [](const std::string& name) {
    return name == actions_file || parse_month_file_name(name);
  });
}

std::vector<std::string> list_journal(const JournalPlace& place) {
  for (int look = 0; look < most_looks; ++look) {
    std::vector<std::string> names = list(place);
    if (holds_records(names) || !are_entries_remembered(place)) return names;
  }
  throw_missing(place);
}

bool are_entries_remembered(const JournalPlace& place) {
  return !place.marks.empty() && is_there(mark_of(place));
}

void remember_entries(const JournalPlace& place) {
  if (place.marks.empty() || are_entries_remembered(place)) return;
  try {
    make_folders(place.marks);
    static_cast<void>(create_file(mark_of(place), plain(place.folder) + "\n", Durability::fast));
  } catch (const SystemError&) {
    return;
  }
}

void forget_entries(const JournalPlace& place) {
  if (place.marks.empty()) return;
  while (const auto mark = read_file(mark_of(place))) {
    if (remove_file(*mark)) return;
  }
}

std::vector<std::string> remembered_journals(const std::string& marks, const std::string& data) {
  const std::string start = plain(data + "/");
  std::vector<std::string> names;
  for (const std::string& name : list_folder(marks)) {
    const auto mark = read_file(marks + "/" + name);
    if (!mark || !mark->bytes.starts_with(start) || !mark->bytes.ends_with('\n')) continue;
    std::string journal = mark->bytes.substr(start.size(), mark->bytes.size() - start.size() - 1);
    if (is_journal_name(journal)) names.push_back(std::move(journal));
  }
  return names;
}

}  // namespace mend
