// SPDX-License-Identifier: MIT
#include "mend/exchange/import.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/store/month_document.hpp"
#include "mend_import.hpp"

#include <set>

namespace mend {
namespace {

constexpr std::size_t told_every = 500;

// What is wrong with an entry once it is written; empty when nothing is.
std::string fault_of(const Attributes& entry) {
  const MonthDocument document{write_entry(entry, LineEnding::lf), ""};
  const MonthContent content = document.content(no_words);
  if (!content.damage.empty()) return content.damage.front().what;
  return content.entries.size() == 1 ? "" : "this is no entry";
}

}  // namespace

void check_entries(Import& import, const std::function<void(std::size_t done)>& progress) {
  std::size_t done = 0;
  std::set<std::string, std::less<>> ids;
  for (const ImportedEntry& each : import.entries) {
    if (progress && ++done % told_every == 0) progress(done);
    std::string fault = fault_of(each.entry);
    const std::string id{text_of(each.entry, "id")};
    if (fault.empty() && !id.empty() && !ids.insert(id).second) {
      fault = "another entry of this import has the same id";
    }
    if (!fault.empty()) import.problems.push_back(at_place(std::move(fault), each.place));
  }
}

}  // namespace mend
