// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/ledger.hpp"
#include "mend/report/span_report.hpp"

namespace mend {

// The parts of a SpanReport.

struct ReportPart {
  const ReportSource& source;
  DayRange lived;
  DayRange span;
  const Ledger& ledger;
};

PromiseReport read_promises(const ReportPart& part);
ApologyReport read_apologies(const ReportPart& part);
SpaceReport read_spaces(const ReportPart& part);
HonestyReport read_honesty(const ReportPart& part);
EmpathyReport read_empathy(const ReportPart& part);
PatienceReport read_patience(const ReportPart& part);
ResponsibilityReport read_responsibility(const ReportPart& part);
std::vector<SetbackReport> read_setbacks(const ReportPart& part);
std::vector<Learned> read_learned(const ReportPart& part);

// One question for a span, the same whenever it is asked.
std::string_view review_question(DayRange span);

// Calls `visit(entry)` for each entry of that kind and step in the days.
template <typename Visit>
void for_each_of(const ReportPart& part, Kind kind, Step step, Visit visit) {
  for (const Entry& entry : part.source.entries) {
    const bool is_it = entry.kind == kind && entry.step == step && part.lived.contains(entry.day);
    if (is_it) visit(entry);
  }
}

std::optional<bool> answer_of(const Attributes& attributes, std::string_view key);
std::optional<std::int64_t> number_of(const Attributes& attributes, std::string_view key);

}  // namespace mend
