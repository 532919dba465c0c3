// SPDX-License-Identifier: MIT
#include "mend/report/partner_share.hpp"

#include "mend/report/report_page.hpp"
#include "report_of.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

constexpr std::string_view begun = R"(
[[entry]]
id = "first"
day = 2026-10-01
kind = "action"
step = "apology"
)";

std::string tick_text(std::string_view day) {
  return "[[entry]]\nid = \"e" + std::string{day} + "\"\nday = " + std::string{day} +
         "\nkind = \"action\"\nstep = \"empathy\"\n";
}

PartnerShare share_of(const ReportOf& journal, DayRange span,
                      const std::vector<const Entry*>& chosen = {}) {
  return read_partner_share(journal.source(), span, chosen, Discretion::off);
}

KeptOfAsked empathy_of(const PartnerShare& share) { return share.steps[5].second; }

TEST_CASE("a week that begins before the days is not counted, so that nothing before them shows") {
  const std::string inside = std::string{begun} + tick_text("2026-11-17") + tick_text("2026-11-18");
  const std::string more = inside + tick_text("2026-11-09") + tick_text("2026-11-10");
  const DayRange span = days("2026-11-11", "2026-11-22");
  const KeptOfAsked kept = empathy_of(share_of(ReportOf{inside}, span));
  CHECK(kept.kept == 2);
  CHECK(kept.asked == 4);
  CHECK(empathy_of(share_of(ReportOf{more}, span)).kept == 2);
  CHECK(empathy_of(share_of(ReportOf{more}, span)).asked == 4);
}

TEST_CASE("days without a whole week in them have a number of days alone") {
  const ReportOf journal{std::string{begun} + tick_text("2026-11-17") + tick_text("2026-11-19")};
  const KeptOfAsked kept = empathy_of(share_of(journal, days("2026-11-18", "2026-11-20")));
  CHECK(kept.kept == 1);
  CHECK_FALSE(kept.asked.has_value());
}

constexpr std::string_view shared_promises = R"(
[[entry]]
id = "p1"
day = 2026-11-02
kind = "promise"
step = "consistency"
text = "to Sam"
due = 2026-11-10
to = "sam"
[[entry]]
id = "p2"
day = 2026-11-02
kind = "promise"
step = "consistency"
text = "to myself"
due = 2026-11-10
[[entry]]
id = "o1"
day = 2026-11-20
kind = "outcome"
promise = "p1"
result = "late"
)";

TEST_CASE("only what is promised to the partner is in it, as it was on the last day") {
  ReportOf journal{shared_promises};
  CHECK(share_of(journal, days("2026-11-01", "2026-11-22")).promises.empty());
  journal.settings.partner = "Sam";
  const auto promised = [&](std::string_view first, std::string_view last) {
    return share_of(journal, days(first, last)).promises;
  };
  REQUIRE(promised("2026-11-01", "2026-11-22").size() == 1);
  CHECK(promised("2026-11-01", "2026-11-22")[0].result == "late");
  REQUIRE(promised("2026-11-01", "2026-11-15").size() == 1);
  CHECK(promised("2026-11-01", "2026-11-15")[0].result.empty());
  CHECK(promised("2026-11-01", "2026-11-15")[0].is_overdue);
  CHECK_FALSE(promised("2026-11-01", "2026-11-09")[0].is_overdue);
  CHECK(promised("2026-11-21", "2026-11-22").empty());
  CHECK(promised("2026-10-01", "2026-11-01").empty());
  CHECK(promised("2026-11-23", "2026-11-30").empty());
}

TEST_CASE("a promise to oneself is in it once it is chosen") {
  const ReportOf journal{shared_promises};
  const auto share = share_of(journal, days("2026-11-01", "2026-11-22"), {&journal.entries[1]});
  REQUIRE(share.promises.size() == 1);
  CHECK(share.promises[0].text == "to myself");
  CHECK(share.entries.empty());
}

TEST_CASE("a page of days in which nothing is shared says so") {
  const ReportOf journal{""};
  PartnerShare share = share_of(journal, every_day);
  share.is_partner_named = true;
  const ReportPage page = partner_page(share, UtcZone{});
  REQUIRE(page.sections.size() == 1);
  CHECK(page.sections[0].key == "none");
  CHECK(page.closing == shared_closing);
}

}  // namespace
}  // namespace mend
