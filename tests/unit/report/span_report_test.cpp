// SPDX-License-Identifier: MIT
#include "report_of.hpp"

#include "lines_of.hpp"

namespace mend {
namespace {

constexpr std::string_view span_promises = R"(
[[entry]]
id = "begun"
day = 2026-11-01
kind = "action"
step = "honesty"
[[entry]]
id = "p-kept"
day = 2026-11-02
kind = "promise"
step = "consistency"
text = "home by six"
due = 2026-11-17
effort = "hard"
apology = "sorry"
[[entry]]
id = "p-late"
day = 2026-11-02
kind = "promise"
step = "consistency"
text = "the bins"
due = 2026-11-17
effort = "hard"
[[entry]]
id = "p-drop"
day = 2026-11-02
kind = "promise"
step = "consistency"
text = "the fence"
due = 2026-11-30
[[entry]]
id = "p-gone"
day = 2026-11-02
kind = "promise"
step = "consistency"
text = "the gate"
due = 2026-11-10
apology = "sorry"
[[entry]]
id = "p-open"
day = 2026-11-16
kind = "promise"
step = "consistency"
text = "the letter"
due = 2026-11-30
apology = "sorry"
[[entry]]
id = "o1"
day = 2026-11-17
kind = "outcome"
promise = "p-kept"
result = "kept"
[[entry]]
id = "o2"
day = 2026-11-18
kind = "outcome"
promise = "p-late"
result = "late"
[[entry]]
id = "o3"
day = 2026-11-18
kind = "outcome"
promise = "p-drop"
result = "dropped"
[[entry]]
id = "o4"
day = 2026-11-18
kind = "outcome"
promise = "p-gone"
result = "missed"
[[entry]]
id = "o5"
day = 2026-11-16
kind = "outcome"
promise = "p-open"
result = "changed"
due = 2026-12-01
[[entry]]
id = "sorry"
day = 2026-11-16
kind = "note"
step = "apology"
acknowledged = true
regret = "that I was not there"
asked = "not yet"
)";

TEST_CASE("promises by outcome, the kept rate and the hard ones") {
  const SpanReport report = ReportOf{span_promises}.read();
  CHECK(report.promises.kept == 1);
  CHECK(report.promises.late == 1);
  CHECK(report.promises.dropped == 1);
  CHECK(report.promises.missed == 1);
  CHECK(report.promises.changed == 1);
  CHECK(report.promises.made == 1);
  CHECK(report.promises.open == 1);
  CHECK(report.promises.rated() == 3);
  CHECK(report.promises.hard == 2);
  CHECK(report.promises.hard_kept == 1);
}

TEST_CASE("promises settled before or after the span are not of it") {
  const SpanReport report = ReportOf{span_promises}.read(days("2026-11-02", "2026-11-08"));
  CHECK(report.promises.settled() == 0);
  CHECK(report.promises.made == 4);
  CHECK(report.promises.open == 4);  // as they were on that Sunday
}

TEST_CASE("an open promise past its time is named as such, for every reader") {
  const DayRange week = days("2026-11-09", "2026-11-15");
  for (const Audience audience : {Audience::me, Audience::partner, Audience::counsellor}) {
    ReportChoice choice;
    choice.audience = audience;
    const ReportOf journal{span_promises};
    const SpanReport report = journal.read(week, choice);
    CHECK(report.promises.open == 4);
    CHECK(report.promises.overdue == 1);
    CHECK(journal.text(report).find("4 open, 1 of them overdue") != std::string::npos);
    CHECK(journal.text(report).find("Nothing is written") == std::string::npos);
  }
  CHECK(ReportOf{span_promises}.read(days("2026-11-02", "2026-11-08")).promises.overdue == 0);
}

TEST_CASE("what was never kept has no row of zeros") {
  const ReportOf journal{span_promises};
  const std::string text = journal.text(journal.read(days("2026-11-09", "2026-11-15")));
  CHECK(text.find("Not begun yet: apology, responsibility, consistency") != std::string::npos);
  CHECK(text.find("honesty  quiet") != std::string::npos);
  CHECK(text.find("0 of") == std::string::npos);
}

TEST_CASE("an apology has its parts and its follow-through") {
  const SpanReport report = ReportOf{span_promises}.read();
  CHECK(report.apologies.notes == 1);
  CHECK(report.apologies.acknowledged == 1);
  CHECK(report.apologies.regret == 1);
  CHECK(report.apologies.asked_not_yet == 1);
  CHECK(report.apologies.followed == 1);
  CHECK(report.apologies.follow_through == 3);
  CHECK(report.apologies.still_open == 1);
}

TEST_CASE("space and returns") {
  const ReportOf journal{R"(
[[entry]]
id = "s1"
day = 2026-11-16
at = 2026-11-16T18:00:00Z
kind = "space"
until = 2026-11-16T20:00:00Z
asked_by = "them"
[[entry]]
id = "s2"
day = 2026-11-17
at = 2026-11-17T18:00:00Z
kind = "space"
until = 2026-11-17T20:00:00Z
asked_by = "me"
[[entry]]
id = "s3"
day = 2026-11-22
kind = "space"
until = 2026-11-23
[[entry]]
id = "r1"
day = 2026-11-16
at = 2026-11-16T19:00:00Z
kind = "return"
space = "s1"
result = "on-time"
[[entry]]
id = "r2"
day = 2026-11-17
at = 2026-11-17T19:00:00Z
kind = "return"
space = "s2"
result = "extended"
until = 2026-11-17T21:00:00Z
[[entry]]
id = "r3"
day = 2026-11-17
at = 2026-11-17T22:00:00Z
kind = "return"
space = "s2"
result = "late"
)"};
  const SpaceReport spaces = journal.read().spaces;
  CHECK(spaces.agreed == 3);
  CHECK(spaces.asked_by_them == 1);
  CHECK(spaces.asked_by_me == 1);
  CHECK(spaces.on_time == 1);
  CHECK(spaces.extended == 1);
  CHECK(spaces.late == 1);
  CHECK(spaces.is_open);
}

TEST_CASE("notes: listening, checks, urges") {
  const ReportOf journal{R"(
[[entry]]
id = "h1"
day = 2026-11-16
kind = "note"
step = "honesty"
prompted = "by me"
listened_min = 20
talked_min = 5
interrupted = 1
defended = false
[[entry]]
id = "h2"
day = 2026-11-17
kind = "note"
step = "honesty"
prompted = "they asked"
listened_min = 10
defended = true
[[entry]]
id = "e1"
day = 2026-11-17
kind = "note"
step = "empathy"
checked = "partly"
next_time = "ask sooner"
[[entry]]
id = "e2"
day = 2026-11-17
kind = "note"
step = "empathy"
checked = "did not ask"
[[entry]]
id = "x1"
day = 2026-11-18
at = 2026-11-18T20:00:00Z
kind = "setback"
step = "patience"
severity = "slip"
told = "yes"
[[entry]]
id = "p1"
day = 2026-11-19
kind = "note"
step = "patience"
urge = "to ask again"
instead = "made tea"
[[entry]]
id = "p2"
day = 2026-11-20
kind = "note"
step = "patience"
urge = "to ask again"
setback = "x1"
)"};
  const SpanReport report = journal.read();
  CHECK(report.honesty.conversations == 2);
  CHECK(report.honesty.listened == 30);
  CHECK(report.honesty.talked == 5);
  CHECK(report.honesty.by_me == 1);
  CHECK(report.honesty.they_asked == 1);
  CHECK(report.honesty.interrupted == 1);
  CHECK(report.honesty.defended == 1);
  CHECK(report.empathy.notes == 2);
  CHECK(report.empathy.checked() == 1);
  CHECK(report.empathy.put_right() == 1);
  CHECK(report.patience.let_go == 1);
  CHECK(report.patience.acted_on == 1);  // the setback, told of twice
  REQUIRE(report.setbacks.size() == 1);
  REQUIRE(report.setbacks[0].followed.has_value());
  CHECK(report.setbacks[0].followed->step == Step::patience);
  CHECK(report.setbacks[0].followed->days == 1);
  REQUIRE(report.learned.size() == 1);
  CHECK(report.learned[0].field == "next_time");
}

TEST_CASE("a setback that says nothing of an urge is no urge acted on") {
  const std::string_view setback = R"([[entry]]
id = "x1"
day = 2026-11-18
kind = "setback"
step = "patience"
severity = "slip"
trigger = "a late reply"
)";
  CHECK(ReportOf{setback}.read().patience.acted_on == 0);
  CHECK(ReportOf{std::string{setback} + "urge = \"to ask again\"\n"}.read().patience.acted_on == 1);
  const std::string note = std::string{setback} + R"([[entry]]
id = "p1"
day = 2026-11-19
kind = "note"
step = "patience"
setback = "x1"
)";
  CHECK(ReportOf{note}.read().patience.acted_on == 0);
  CHECK(ReportOf{note + "instead = \"said it\"\n"}.read().patience.let_go == 0);
  CHECK(ReportOf{note + "urge = \"to ask again\"\n"}.read().patience.acted_on == 1);
}

TEST_CASE("a new time after a promise was settled changes nothing, and is not counted") {
  const std::string text = R"([[entry]]
id = "p1"
day = 2026-11-16
at = 2026-11-16T10:00:00Z
kind = "promise"
step = "consistency"
text = "the bins"
due = 2026-11-20
[[entry]]
id = "o1"
day = 2026-11-17
at = 2026-11-17T10:00:00Z
kind = "outcome"
promise = "p1"
result = "kept"
[[entry]]
id = "o2"
day = 2026-11-18
at = 2026-11-18T10:00:00Z
kind = "outcome"
promise = "p1"
result = "changed"
due = 2026-11-30
)";
  CHECK(ReportOf{text}.read().promises.changed == 0);
}

TEST_CASE("changes are due another look after 30 and 90 days, or when it was said, until it is done") {
  const std::string_view changes = R"(
[[entry]]
id = "c1"
day = 2026-10-20
kind = "note"
step = "responsibility"
change = "the phone charges in the hall"
[[entry]]
id = "c2"
day = 2026-08-20
kind = "note"
step = "responsibility"
change = "the account has two names"
[[entry]]
id = "c3"
day = 2026-11-17
kind = "note"
step = "responsibility"
change = "the calendar is shared"
before_asked = true
look_again = 2026-11-21
)";
  const auto due = ReportOf{changes}.read().responsibility.due;
  REQUIRE(due.size() == 3);
  CHECK(due[0].due == on("2026-11-18"));
  CHECK(due[0].after == 90);
  CHECK(due[1].due == on("2026-11-19"));
  CHECK(due[1].after == 30);
  CHECK(due[2].due == on("2026-11-21"));
  CHECK(due[2].after == 0);
  const std::string looked = std::string{changes} +
                             "[[entry]]\nday = 2026-11-20\nkind = \"note\"\n"
                             "step = \"responsibility\"\nstill_holds = true\n";
  const ResponsibilityReport report = ReportOf{looked}.read().responsibility;
  CHECK(report.due.empty());
  CHECK(report.holds == 1);
  CHECK(report.said_first == 1);
}

TEST_CASE("a span without anything says so in one line") {
  const ReportOf journal{span_promises};
  const auto lines = [&](DayRange span) { return journal.text(journal.read(span)); };
  CHECK(lines(days("2026-10-01", "2026-10-31")).find("The journal begins on Sun 1 Nov") !=
        std::string::npos);
  CHECK(lines(days("2026-12-01", "2026-12-31")).find("have not come yet") != std::string::npos);
  const ReportOf begun{"[[entry]]\nday = 2026-11-01\nkind = \"action\"\nstep = \"honesty\"\n"};
  CHECK(begun.text(begun.read(days("2026-11-09", "2026-11-15")))
            .find("Nothing is written in these days.") != std::string::npos);
  const ReportOf empty{""};
  CHECK(empty.text(empty.read()).find("Nothing is written yet.") != std::string::npos);
}

TEST_CASE("the question is the same all week and another one the next") {
  const ReportOf journal{span_promises};
  const auto first = journal.read(days("2026-11-02", "2026-11-08"));
  CHECK(first.question == journal.read(days("2026-11-02", "2026-11-08")).question);
  CHECK(first.question != journal.read().question);
}

constexpr std::string_view calls = R"(
[[entry]]
id = "a1"
day = 2026-11-05
kind = "action"
step = "consistency"
[[entry]]
id = "a2"
day = 2026-11-19
kind = "action"
step = "consistency"
action = "call"
[[entry]]
id = "a3"
day = 2026-11-21
kind = "action"
step = "consistency"
action = "ring"
)";

ReportOf with_calls(std::string_view cadence, std::string_view since, std::string_view until) {
  ReportOf journal{calls};
  OwnAction call;
  call.key = "call";
  call.was = {"ring"};
  call.step = Step::consistency;
  call.text = "call at noon";
  call.cadence = parse_cadence(cadence);
  if (!since.empty()) call.since = on(since);
  if (!until.empty()) call.until = on(until);
  journal.settings.actions = {call};
  return journal;
}

TEST_CASE("own actions stand under their step, from their first day to their last") {
  const ReportOf journal = with_calls("daily", "2026-11-18", "2026-11-21");
  const SpanReport report = journal.read();
  const StepReport& step = report.steps[index_of(Step::consistency)];
  REQUIRE(step.actions.size() == 1);
  CHECK(step.actions[0].action == "call");
  CHECK(step.actions[0].kept.kept == 2);
  CHECK(step.actions[0].kept.asked == 4);
  CHECK(step.actions[0].before.empty());
  CHECK_FALSE(step.actions[0].row.has_value());  // it ended the day before
  CHECK(journal.text(report).find("\n    /call      2 of 4") != std::string::npos);
  CHECK(report.steps[index_of(Step::honesty)].actions.empty());
  const auto before = journal.read(days("2026-11-09", "2026-11-15"));
  CHECK(before.steps[index_of(Step::consistency)].actions.empty());
}

TEST_CASE("an own action that goes on has a streak and earlier spans") {
  const SpanReport report = with_calls("3/week", "2026-11-02", "").read();
  const auto& actions = report.steps[index_of(Step::consistency)].actions;
  REQUIRE(actions.size() == 1);
  CHECK(actions[0].kept.asked == 3);
  CHECK(actions[0].kept.kept == 2);
  CHECK(actions[0].before.size() == 2);
  CHECK(actions[0].row.has_value());
}

TEST_CASE("an own action without a cadence is there when it was done") {
  const ReportOf journal = with_calls("", "", "");
  const SpanReport report = journal.read();
  const auto& actions = report.steps[index_of(Step::consistency)].actions;
  REQUIRE(actions.size() == 1);
  CHECK(actions[0].kept.days_kept == 2);
  CHECK_FALSE(actions[0].kept.asked.has_value());
  CHECK(report_json(report).find("\"action\":\"call\",\"cadence\":null") !=
        std::string::npos);
  const auto before = journal.read(days("2026-11-02", "2026-11-08"));
  CHECK(before.steps[index_of(Step::consistency)].actions.empty());
}

TEST_CASE("the next small thing is what suggest says that day, whatever the span") {
  const ReportOf journal{span_promises};
  const ReportSource source = journal.source();
  const auto all = read_suggestions(source.entries, source.settings, "main", source.moment(),
                                    Discretion::off);
  for (const DayRange span : {days("2026-11-16", "2026-11-22"), days("2026-11-01", "2026-11-08")}) {
    const SpanReport report = journal.read(span);
    REQUIRE(report.next.has_value());
    CHECK(report.next->step == all.front().step);
    CHECK(report.next->action == all.front().action);
    CHECK(journal.text(report).find("One next small thing\n") != std::string::npos);
  }
  CHECK_FALSE(journal.read(days("2026-12-01", "2026-12-31")).next.has_value());
}

TEST_CASE("open ends reach as far as there is anything") {
  const ReportOf journal{span_promises};
  CHECK(journal.read(every_day).span == days("2026-11-01", "2026-11-22"));
  CHECK(journal.read({on("2026-11-10"), every_day.last}).span == days("2026-11-10", "2026-11-22"));
}

TEST_CASE("titles of spans") {
  CHECK(span_title(days("2026-11-16", "2026-11-22")) == "16 to 22 November 2026");
  CHECK(span_title(days("2026-10-26", "2026-11-01")) == "26 October to 1 November 2026");
  CHECK(span_title(days("2025-12-29", "2026-01-04")) == "29 December 2025 to 4 January 2026");
  CHECK(span_title(days("2026-11-22", "2026-11-22")) == "Sunday 22 November 2026");
  CHECK(span_title(days("2026-11-01", "2026-11-30")) == "November 2026");
  CHECK(span_title(days("2026-10-01", "2026-12-31")) == "October to December 2026");
  CHECK(span_title(days("2026-01-01", "2026-12-31")) == "2026");
  CHECK(span_title(days("2024-01-01", "2026-12-31")) == "2024 to 2026");
}

TEST_CASE("the text fits every width") {
  const ReportOf journal{span_promises};
  const SpanReport report = journal.read();
  for (std::size_t width = 40; width <= 200; ++width) {
    CHECK(widest_line(journal.text(report, width)) <= width);
    CHECK_FALSE(has_trailing_space(journal.text(report, width)));
  }
}

TEST_CASE("the name of an own action is whole where there is room, and the text fits every width") {
  ReportOf journal = with_calls("daily", "2026-11-02", "");
  journal.settings.actions.front().key = std::string(64, 'k');
  journal.settings.actions.front().was = {"call", "ring"};
  const SpanReport report = journal.read();
  for (std::size_t width = 40; width <= 200; ++width) {
    CHECK(widest_line(journal.text(report, width)) <= width);
    CHECK_FALSE(has_trailing_space(journal.text(report, width)));
  }
  CHECK(journal.text(report, 80).find("/kkkkkkkkkkkk\u2026  2 of 6") != std::string::npos);
  CHECK(journal.text(report, 120).find("/" + std::string(64, 'k') + "  2 of 6") != std::string::npos);
}

}  // namespace
}  // namespace mend
