// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
#include "mend/domain/finding.hpp"
#include "mend/domain/settings.hpp"

#include <string>
#include <vector>

namespace mend {

// A file of records, for what is said about the entries in it.
struct RecordFile {
  std::string path;
  Month month;
};

// Every entry of a journal as it is read, in the order of the files, with what it is judged by.
struct Records {
  const std::vector<Entry>& entries;
  const std::vector<Entry>& counted;     // those of them that count
  const std::vector<RecordFile>& files;  // `Entry::place.file` counts them
  const JournalSettings& settings;
  Moment moment;
};

// A finding about one entry, at its header.
Finding odd_entry(const Records& records, const Entry& entry, std::string what,
                  std::string hint = {});

// "2026-11.toml:12", for a finding about another entry.
std::string place_text(const Records& records, const Entry& entry);

}  // namespace mend
