// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "support/records_of.hpp"

namespace mend {
namespace {

// Each of these is an entry of 5 lines or more, with its header in the first.
std::string event_entry(std::string_view id, std::string_view at, std::string_view more) {
  return "[[entry]]\nid = \"" + std::string{id} + "\"\nday = " + std::string{at.substr(0, 10)} +
         "\nat = " + std::string{at} + "\n" + std::string{more} + "\n";
}

std::string promise_text(std::string_view due, std::string_view at = "2026-11-10T12:00:00Z") {
  return event_entry("p", at, "kind = \"promise\"\nstep = \"consistency\"\ntext = \"x\"\ndue = " +
                            std::string{due});
}

std::string outcome(std::string_view id, std::string_view at, std::string_view result,
                    std::string_view more = "") {
  return event_entry(id, at, "kind = \"outcome\"\npromise = \"p\"\nresult = \"" + std::string{result} +
                           "\"\n" + std::string{more});
}

std::string space(std::string_view until) {
  return event_entry("s", "2026-11-10T12:00:00Z", "kind = \"space\"\nuntil = " + std::string{until});
}

std::string comeback(std::string_view at, std::string_view result, std::string_view more = "") {
  return event_entry("r", at, "kind = \"return\"\nspace = \"s\"\nresult = \"" + std::string{result} +
                            "\"\n" + std::string{more});
}

Lines said_of_events(const std::string& text) { return RecordsOf{text}.said_by(check_events); }

}  // namespace

TEST_CASE("promises and spaces that went their way have nothing odd") {
  CHECK(said_of_events(promise_text("2026-11-12") + outcome("a", "2026-11-11T12:00:00Z", "changed",
                                                "due = 2026-11-20") +
                outcome("b", "2026-11-20T12:00:00Z", "kept")).empty());
  CHECK(said_of_events(space("2026-11-10T13:00:00Z") +
                comeback("2026-11-10T12:40:00Z", "on-time")).empty());
}

TEST_CASE("an outcome of another clock than its promise's is judged by its own") {
  // Given where it was the 11th, and kept where it was the 10th still.
  const std::string given = promise_text("2026-11-12", "2026-11-11T00:20:00+09:00");
  CHECK(said_of_events(given + outcome("a", "2026-11-10T17:00:00-08:00", "kept")).empty());
  CHECK(said_of_events(given + outcome("a", "2026-11-10T07:00:00-08:00", "kept")).size() == 1);
  CHECK(said_of_events(given + outcome("a", "2026-11-09T17:00:00-08:00", "kept")).size() == 1);
  // Told the day after, for the 12th: here that is the day it was due.
  const std::string told = "[[entry]]\nid = \"a\"\nday = 2026-11-12\nat = 2026-11-13T08:00:00+09:00\n"
                           "kind = \"outcome\"\npromise = \"p\"\nresult = \"kept\"\n";
  CHECK(said_of_events(promise_text("2026-11-11T18:00:00-08:00") + told).empty());
  CHECK(said_of_events(promise_text("2026-11-11T06:00:00-08:00") + told).size() == 1);
}

TEST_CASE("an outcome or return of something unknown") {
  CHECK(said_of_events(outcome("a", "2026-11-11T12:00:00Z", "kept")) ==
        Lines{"2026-11.toml:1: its promise is not there, so this counts for nothing: 'p'"});
  CHECK(said_of_events(comeback("2026-11-11T12:00:00Z", "late")) ==
        Lines{"2026-11.toml:1: its space is not there, so this counts for nothing: 's'"});
  const std::string note = event_entry("p", "2026-11-10T12:00:00Z", "kind = \"note\"\nstep = \"space\"");
  CHECK(said_of_events(note + outcome("a", "2026-11-11T12:00:00Z", "kept")) ==
        Lines{"2026-11.toml:7: the entry its 'promise' names, in 2026-11.toml:1, is not a promise, so "
              "this counts for nothing"});
}

TEST_CASE("the start of an id is not the id, and the hint says which was meant") {
  const auto findings =
      RecordsOf{event_entry("p234", "2026-11-10T12:00:00Z",
                      "kind = \"promise\"\nstep = \"space\"\ntext = \"\"\ndue = 2026-11-12") +
                outcome("a", "2026-11-11T12:00:00Z", "kept")}
          .found_by(check_events);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].diagnostic.hint == "Did you mean 'p234'?");
}

TEST_CASE("of several that settle a promise, those that do not count are named") {
  CHECK(said_of_events(promise_text("2026-11-30") + outcome("b", "2026-11-12T12:00:00Z", "missed") +
                outcome("a", "2026-11-11T12:00:00Z", "kept")) ==
        Lines{"2026-11.toml:9: its promise was settled by 2026-11.toml:17, which is earlier and "
              "counts"});
}

TEST_CASE("a change after the promise was settled") {
  CHECK(said_of_events(promise_text("2026-11-30") + outcome("a", "2026-11-11T12:00:00Z", "kept") +
                outcome("b", "2026-11-12T12:00:00Z", "changed", "due = 2026-12-01")) ==
        Lines{"2026-11.toml:17: its promise was settled by 2026-11.toml:9 before this, which "
              "changes nothing any more"});
  CHECK(said_of_events(space("2026-11-30") + comeback("2026-11-11T12:00:00Z", "extended")) ==
        Lines{"2026-11.toml:7: without a new 'until' this moves nothing"});
}

TEST_CASE("an outcome before its promise, by day or by instant") {
  CHECK(said_of_events(promise_text("2026-11-30") + outcome("a", "2026-11-10T11:59:59Z", "kept")) ==
        Lines{"2026-11.toml:9: this comes before its promise, which is in 2026-11.toml:1"});
  CHECK(said_of_events(promise_text("2026-11-30") + outcome("a", "2026-11-09T13:00:00Z", "kept")).size() == 1);
}

TEST_CASE("kept and late have to agree with the due") {
  const auto settled = [](std::string_view due, std::string_view at, std::string_view result) {
    return said_of_events(promise_text(due) + outcome("a", at, result)).size();
  };
  SUBCASE("a date lasts until its day ends") {
    CHECK(settled("2026-11-12", "2026-11-12T23:59:59Z", "kept") == 0);
    CHECK(settled("2026-11-12", "2026-11-12T23:59:59Z", "late") == 1);
    CHECK(settled("2026-11-12", "2026-11-13T00:00:00Z", "late") == 0);
    CHECK(settled("2026-11-12", "2026-11-13T00:00:00Z", "kept") == 1);
  }
  SUBCASE("a time is exact") {
    CHECK(settled("2026-11-12T18:00:00Z", "2026-11-12T19:00:00+01:00", "kept") == 0);
    CHECK(settled("2026-11-12T18:00:00Z", "2026-11-12T19:00:01+01:00", "kept") == 1);
    CHECK(settled("2026-11-12T18:00:00Z", "2026-11-12T19:00:01+01:00", "late") == 0);
    CHECK(settled("2026-11-12T18:00:00Z", "2026-11-12T19:00:00+01:00", "late") == 1);
  }
  SUBCASE("what was written down on another day is judged by its day alone") {
    std::string later = outcome("a", "2026-11-12T12:00:00Z", "late");
    later.replace(later.find("at = 2026-11-12"), 15, "at = 2026-11-14");
    CHECK(said_of_events(promise_text("2026-11-12T18:00:00Z") + later).empty());
    CHECK(said_of_events(promise_text("2026-11-11T18:00:00Z") + later).empty());
    CHECK(said_of_events(promise_text("2026-11-13T18:00:00Z") + later).size() == 1);
  }
  SUBCASE("a day that begins late ends late") {
    std::string night = outcome("a", "2026-11-13T01:00:00Z", "kept");
    night.replace(night.find("day = 2026-11-13"), 16, "day = 2026-11-12");
    CHECK(RecordsOf{promise_text("2026-11-12") + night}.day_start(240).said_by(check_events).empty());
    CHECK(RecordsOf{promise_text("2026-11-13T00:30:00Z") + night}
              .day_start(240)
              .said_by(check_events)
              .size() == 1);
  }
  SUBCASE("the due that was agreed last is the one that holds") {
    const std::string moved =
        outcome("a", "2026-11-11T12:00:00Z", "changed", "due = 2026-11-20");
    CHECK(said_of_events(promise_text("2026-11-12") + moved + outcome("b", "2026-11-13T12:00:00Z", "late")) ==
          Lines{"2026-11.toml:17: this says 'late', and is within the 'due' of its promise, "
                "2026-11-20"});
  }
  SUBCASE("a return too") {
    CHECK(said_of_events(space("2026-11-10T13:00:00Z") + comeback("2026-11-10T13:00:01Z", "on-time")) ==
          Lines{"2026-11.toml:7: this says 'on-time', and comes after the 'until' of its space, "
                "2026-11-10T13:00:00+00:00"});
  }
}

TEST_CASE("a space needs twenty minutes") {
  CHECK(said_of_events(space("2026-11-10T12:20:00Z")).empty());
  CHECK(said_of_events(space("2026-11-10T12:19:59Z")) ==
        Lines{"2026-11.toml:1: this space is shorter than 20 minutes"});
  CHECK(said_of_events(space("2026-11-10T11:59:00Z")) ==
        Lines{"2026-11.toml:1: this space ends before it begins"});
  CHECK(said_of_events(space("2026-11-10T12:10:00Z") +
                comeback("2026-11-10T12:05:00Z", "extended", "until = 2026-11-10T14:00:00Z"))
            .empty());
}

TEST_CASE("what has not come yet settles nothing") {
  CHECK(said_of_events(promise_text("2026-11-12") + outcome("a", "2026-11-12T12:00:00Z", "kept") +
                outcome("b", "2026-11-23T12:00:00Z", "missed")).empty());
}

}  // namespace mend
