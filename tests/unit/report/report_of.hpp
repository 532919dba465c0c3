// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/report_renderings.hpp"
#include "mend/store/month_document.hpp"
#include "support/calendar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
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
    std::vector<std::size_t> order(content.facts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      return listed_before(content.facts[a], content.facts[b]);
    });
    for (const std::size_t index : order) {
      facts.push_back(content.facts[index]);
      attributes.push_back(content.attributes[index]);
    }
  }

  ReportSource source() const {
    return {facts, attributes, settings, on("2026-11-22"), {zone_, 0}, "main"};
  }

  SpanReport read(DayRange span = days("2026-11-16", "2026-11-22"),
                  const ReportChoice& choice = {}) const {
    return read_span_report(source(), span, choice);
  }

  std::string text(const SpanReport& report, std::size_t width = 80) const {
    return report_text(report_page(report, source()), Style{Color::off, Charset::unicode, width});
  }

  // Every format, one after the other.
  std::string all_formats(const SpanReport& report) const {
    const ReportPage page = report_page(report, source());
    return text(report) + report_markdown(page) + report_html(report, page) +
           report_json(report, source()) + report_csv(report, source());
  }

  JournalSettings settings;
  std::vector<Facts> facts;
  std::vector<Attributes> attributes;

 private:
  UtcZone zone_;
};

}  // namespace mend
