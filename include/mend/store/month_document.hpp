// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
#include "mend/domain/result.hpp"
#include "mend/store/split.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Which entries are wanted with their keys, beside what those mean.
using WantsWords = std::function<bool(const Entry&)>;

inline bool no_words(const Entry&) { return false; }
inline bool all_words(const Entry&) { return true; }

// What a month file holds, as far as it can be read. Damage in one entry hides that entry alone.
struct MonthContent {
  std::vector<Entry> entries;            // `place.index` counts all entries of the file, damaged too
  std::vector<Diagnostic> damage;
};

// One version of a month file, parsed. Never throws on any bytes.
class MonthDocument {
 public:
  // `name` is what diagnostics call the file.
  MonthDocument(std::string bytes, std::string name);
  MonthDocument(MonthDocument&&) noexcept;
  MonthDocument& operator=(MonthDocument&&) noexcept;
  ~MonthDocument();

  const std::string& bytes() const;
  const std::vector<Piece>& pieces() const;

  // A format newer than this program knows: then nothing may be written here. Where it says so, also of
  // a file that is not TOML as far as this program can tell.
  std::optional<Diagnostic> newer_format() const;

  // Is the file as a whole TOML of a format that this program may change?
  bool is_changeable() const;

  MonthContent content(const WantsWords& wants_words) const;

  // Lets go of everything but the bytes, where many documents wait to be written.
  void keep_bytes_alone();

  // What is wrong with this version as the outcome of one change to `before`: the entries with
  // the indices `removed` in `before` gone, `added` standing here from index `added_at` on, and
  // every other entry and key as it was. Empty when nothing is.
  std::string difference_from(const MonthDocument& before, const std::vector<std::size_t>& removed,
                              std::size_t added_at, const std::vector<Attributes>& added) const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace mend
