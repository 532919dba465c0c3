// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/audience.hpp"
#include "mend/report/kept_of_asked.hpp"
#include "mend/report/report_source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mend {

struct ReportPage;

// All that a partner is shown, and nothing else: every format made for one is written from this alone.
// What is not in it leaves no trace, not even as a number.

struct SharedPromise {
  std::string text;
  Deadline due;
  std::string result;  // a word of outcomes; empty while it is open
  bool is_overdue = false;
};

struct SharedSpace {
  Day from;
  std::optional<Deadline> until;  // as agreed last; only its day is shown
  std::optional<Day> back;
  std::string asked_by;  // a choice of the kind's keys, or empty
  std::string contact;   // the same
  std::string result;
  std::string text;  // only of one that was chosen
};

struct PartnerShare {
  DayRange span;  // as it was asked for: a side may be open, as that of every_day
  Day today;
  bool is_partner_named = false;
  std::vector<std::pair<Step, KeptOfAsked>> steps;  // all eight
  std::vector<SharedPromise> promises;
  std::vector<SharedSpace> spaces;
  std::vector<Attributes> entries;  // those that were chosen
};

// Promises and spaces are those of which something happened in the days of
// `span` or that were open in them, as they were on its last day; weeks and months count that lie
// wholly in it. Chosen ones are in it whatever their days; a setback that may not be chosen never is.
PartnerShare read_partner_share(const ReportSource& source, DayRange span,
                                const std::vector<const Entry*>& chosen, Discretion discretion);

// Times and what they make of days are shown by the clock of `zone`.
ReportPage partner_page(const PartnerShare& share, const Zone& zone);

// The object of `report` or `export`.
std::string partner_json(const PartnerShare& share, std::string_view command);

// `section,item,measure,value`, as in `report_csv`.
std::string partner_report_csv(const PartnerShare& share, const Zone& zone);

// Tables of which the files of an export are made: first the steps, then promises, spaces and chosen
// entries, each with its `kind` (of a step `step`).
std::vector<Attributes> partner_tables(const PartnerShare& share);

}  // namespace mend
