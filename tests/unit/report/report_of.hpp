// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/report_renderings.hpp"
#include "mend/store/month_document.hpp"
#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// A journal as a test writes it, looked back on from Sunday 22 November 2026 in UTC.
class ReportOf {
 public:
  explicit ReportOf(std::string_view text) {
    MonthContent content = MonthDocument{std::string{text}, "2026-11.toml"}.content(all_words);
    for (const Diagnostic& damage : content.damage) FAIL_CHECK(damage.what);
    entries = std::move(content.entries);
    std::ranges::stable_sort(entries, listed_before);
  }

  ReportSource source() const {
    return {entries, settings, on("2026-11-22"), {zone_, 0}, "main"};
  }

  SpanReport read(DayRange span = days("2026-11-16", "2026-11-22"),
                  const ReportChoice& choice = {}) const {
    return read_span_report(source(), span, choice);
  }

  std::string text(const SpanReport& report, std::size_t width = 80) const {
    return report_text(report_page(report, zone_), Style{Color::off, Charset::unicode, width});
  }

  // Every format, one after the other.
  std::string all_formats(const SpanReport& report) const {
    const ReportPage page = report_page(report, zone_);
    return text(report) + report_markdown(page) + report_html(report, page) +
           report_json(report) + report_csv(report, zone_);
  }

  JournalSettings settings;
  std::vector<Entry> entries;

 private:
  UtcZone zone_;
};

}  // namespace mend
