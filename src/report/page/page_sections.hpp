// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/report_page.hpp"

namespace mend {

// The sections of a page, each empty where the report has nothing to say.

PageSection steps_section(const SpanReport& report);
PageSection promises_section(const PromiseReport& promises);
PageSection apologies_section(const ApologyReport& apologies);
PageSection limits_section(const SpanReport& report, const Zone& zone);
PageSection spaces_section(const SpaceReport& spaces);
PageSection honesty_section(const HonestyReport& honesty);
PageSection empathy_section(const EmpathyReport& empathy);
PageSection patience_section(const PatienceReport& patience);
PageSection responsibility_section(const SpanReport& report);
PageSection setbacks_section(const SpanReport& report);
PageSection learned_section(const SpanReport& report);
PageSection notes_section(const SpanReport& report, const Zone& zone);

}  // namespace mend
