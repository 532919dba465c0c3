// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/records.hpp"
#include "mend/store/month_document.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text.c_str();
  }
};

namespace mend {

using Lines = std::vector<std::string>;

// "2026-11.toml:3: what: 'typed'" of each finding; the place as far as it is known.
inline Lines lines_of(const std::vector<Finding>& findings) {
  Lines lines;
  for (const Finding& finding : findings) {
    const Diagnostic& diagnostic = finding.diagnostic;
    std::string line = diagnostic.file;
    if (diagnostic.line > 0) line += ":" + std::to_string(diagnostic.line);
    line += ": " + diagnostic.what;
    if (!finding.typed.empty()) line += ": '" + finding.typed + "'";
    lines.push_back(std::move(line));
  }
  return lines;
}

// A journal as a test writes it, read as of Sunday 22 November 2026 in UTC.
class RecordsOf {
 public:
  RecordsOf() = default;
  explicit RecordsOf(std::string_view text) { month("2026-11.toml", text); }

  RecordsOf& month(const std::string& name, std::string_view text) {
    MonthContent content = MonthDocument{std::string{text}, name}.content(all_words);
    REQUIRE_MESSAGE(content.damage.empty(), "not readable: ", text);
    for (Entry& entry : content.entries) entry.place.file = files_.size();
    files_.push_back({name, *parse_iso_month(name.substr(0, 7))});
    std::ranges::move(content.entries, std::back_inserter(entries_));
    return *this;
  }

  RecordsOf& own_action(OwnAction action) {
    settings_.actions.push_back(std::move(action));
    return *this;
  }

  RecordsOf& day_start(int minutes) {
    settings_.day_start = minutes;
    return *this;
  }

  std::vector<Finding> found_by(std::vector<Finding> (*check)(const Records&)) const {
    std::vector<Entry> counting;
    for (const std::size_t index : counted(entries_)) counting.push_back(entries_[index]);
    return check({entries_, counting, files_, settings_,
                  last_moment_of(*parse_iso_day("2026-11-22"), {zone_, settings_.day_start})});
  }

  Lines said_by(std::vector<Finding> (*check)(const Records&)) const {
    return lines_of(found_by(check));
  }

 private:
  UtcZone zone_;
  JournalSettings settings_;
  std::vector<RecordFile> files_;
  std::vector<Entry> entries_;
};

}  // namespace mend
