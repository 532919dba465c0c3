// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/report_page.hpp"
#include "mend/report/span_report.hpp"
#include "mend/text/style.hpp"

#include <string>

namespace mend {

// The formats of one report. Each escapes what anyone typed by its own rules.

std::string report_text(const ReportPage& page, const Style& style);
std::string report_markdown(const ReportPage& page);

// One file that needs nothing else: no script, no network, its pictures drawn in it.
std::string report_html(const SpanReport& report, const ReportPage& page);

// The same of a page that has no pictures.
std::string page_html(const ReportPage& page);

// `section,item,measure,value`, a row for each number and each text.
std::string report_csv(const SpanReport& report, const Zone& zone);

// The object of mend-json(5).
std::string report_json(const SpanReport& report);

}  // namespace mend
