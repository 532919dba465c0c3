// SPDX-License-Identifier: MIT
#include "mend/domain/entry.hpp"
#include "mend/exchange/import.hpp"
#include "mend_import.hpp"

#include <set>

namespace mend {
namespace {

constexpr std::size_t told_every = 500;

}  // namespace

void check_entries(Import& import, const std::function<void(std::size_t done)>& progress) {
  std::size_t done = 0;
  std::set<std::string, std::less<>> ids;
  for (const ImportedEntry& each : import.entries) {
    if (progress && ++done % told_every == 0) progress(done);
    const Result<Entry> entry = entry_from(each.entry);
    std::string fault = entry ? "" : entry.error().what;
    if (entry && !entry->id.empty() && !ids.insert(entry->id).second) {
      fault = "another entry of this import has the same id";
    }
    if (!fault.empty()) import.problems.push_back(at_place(std::move(fault), each.place));
  }
}

}  // namespace mend
