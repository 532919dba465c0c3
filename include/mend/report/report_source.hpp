// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"
#include "mend/domain/settings.hpp"
#include "mend/domain/time.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace mend {

// What a report is computed from: the whole history, as a promise or a rest from long ago decides
// what is said of today.
struct ReportSource {
  std::span<const Entry> entries;  // those that count, in the order of `list`
  const JournalSettings& settings;
  Day today;
  DayClock clock;
  std::string_view journal;  // its name, which `suggest` draws with
  std::optional<Instant> now = {};  // without it a promise is overdue from the day after

  Moment moment() const {
    return now ? Moment{today, *now, clock} : last_moment_of(today, clock);
  }
};

// Does a report on these days need that entry's keys?
bool has_part_in_report(const Entry& entry, DayRange span);

}  // namespace mend
