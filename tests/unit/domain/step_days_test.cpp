// SPDX-License-Identifier: MIT
#include "mend/domain/step_days.hpp"

#include "support/entry_of.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

constexpr std::string_view step_today = "2026-11-22";  // a Sunday

// The days of one step from `first` to today, one letter each: K kept, X rest, O open, Q quiet.
std::string letters(const std::vector<Entry>& entries, Step step, std::string_view first,
                    const JournalSettings& settings = {}, std::string_view until = step_today) {
  const UtcZone utc;
  const auto days = read_step_days(entries, settings, on(step_today), DayClock{utc});
  std::string out;
  for (Day day = on(first); day <= on(until); day = day + 1) {
    out += "KXOQ"[static_cast<int>(days[index_of(step)].state(day))];
  }
  return out;
}

const Entry beginning = action(Step::patience, "2026-11-12");

JournalSettings with_cadence(Step step, std::string_view cadence) {
  JournalSettings settings;
  settings.cadences[index_of(step)] = *parse_cadence(cadence);
  return settings;
}

}  // namespace

TEST_CASE("the states of a day have their words") {
  CHECK(word_of(DayState::kept) == "kept");
  CHECK(word_of(DayState::rest) == "rest");
  CHECK(word_of(DayState::open) == "open");
  CHECK(word_of(DayState::quiet) == "quiet");
}

TEST_CASE("words do not keep consistency, nor anything without a step") {
  const std::vector<Entry> entries = {beginning,
                                    EntryOf{Kind::note, "2026-11-20"}.step(Step::consistency),
                                    EntryOf{Kind::note, "2026-11-20"}};
  CHECK(letters(entries, Step::consistency, "2026-11-19") == "QQQO");
  CHECK(letters(entries, Step::honesty, "2026-11-19") == "QQQO");
}

TEST_CASE("actions and notes of a step keep their day, for that step alone") {
  const std::vector<Entry> entries = {beginning, action(Step::empathy, "2026-11-18"),
                                    EntryOf{Kind::note, "2026-11-20"}.step(Step::empathy),
                                    action(Step::empathy, "2026-11-20")};
  CHECK(letters(entries, Step::empathy, "2026-11-16") == "QQKQKQO");
  CHECK(letters(entries, Step::honesty, "2026-11-16") == "QQQQQQO");
}

TEST_CASE("a kept today is kept, not open") {
  CHECK(letters({beginning, action(Step::empathy, step_today)}, Step::empathy, "2026-11-21") == "QK");
}

TEST_CASE("before the journal's first day everything is rest") {
  CHECK(letters({beginning}, Step::honesty, "2026-11-10") == "XXQQQQQQQQQQO");
  CHECK(letters({EntryOf{Kind::note, "2026-11-20"}.step(Step::empathy)}, Step::honesty,
                "2026-11-18") == "XXQQO");
  // What keeps no day begins nothing, nor does what is yet to come.
  CHECK(letters({outcome("unknown", Outcome::kept, "2026-11-20")}, Step::honesty, "2026-11-18") ==
        "XXXXO");
  CHECK(letters({setback(Step::empathy, Severity::slip, "2026-11-20")}, Step::honesty,
                "2026-11-18") == "XXXXO");
  CHECK(letters({promise("p", "2026-11-20", "2026-11-21")}, Step::honesty, "2026-11-18") == "XXXXO");
  CHECK(letters({EntryOf{Kind::note, "2026-11-20"}.step(Step::consistency)}, Step::honesty,
                "2026-11-18") == "XXXXO");
  CHECK(letters({rest("2026-11-10", "2026-11-10")}, Step::honesty, "2026-11-18") == "XXXXO");
  CHECK(letters({action(Step::honesty, "2026-11-25")}, Step::honesty, "2026-11-18") == "XXXXO");
  CHECK(letters({}, Step::honesty, "2026-11-20") == "XXO");
}

TEST_CASE("setbacks keep nothing and take nothing; a breach is noted once a day") {
  const std::vector<Entry> entries = {beginning,
                                    action(Step::honesty, "2026-11-20"),
                                    setback(Step::honesty, Severity::breach, "2026-11-20"),
                                    setback(Step::honesty, Severity::breach, "2026-11-20"),
                                    setback(Step::honesty, Severity::breach, "2026-11-16"),
                                    setback(Step::honesty, Severity::lapse, "2026-11-17"),
                                    setback(Step::honesty, Severity::breach, "2026-11-23")};
  CHECK(letters(entries, Step::honesty, "2026-11-16") == "QQQQKQO");
  const UtcZone utc;
  const auto days = read_step_days(entries, {}, on(step_today), DayClock{utc});
  CHECK(days[index_of(Step::honesty)].breaches() ==
        std::vector<Day>{on("2026-11-16"), on("2026-11-20")});
  CHECK(days[index_of(Step::empathy)].breaches().empty());
}

TEST_CASE("a promise kept keeps the day of its outcome, for the promise's step") {
  const Entry promised = promise("p", "2026-11-14", "2026-11-20").step(Step::empathy);
  const auto on_day = [&](Outcome result) {
    return letters({beginning, promised, outcome("p", result, "2026-11-18")}, Step::empathy,
                   "2026-11-16");
  };
  CHECK(on_day(Outcome::kept) == "QQKQQQO");
  for (const auto result : {Outcome::late, Outcome::missed, Outcome::dropped, Outcome::released,
                            Outcome::changed}) {
    CHECK(on_day(result) == "QQQQQQO");
  }
  // Missed first: that it was kept as well counts for nothing.
  CHECK(letters({beginning, promised,
                 outcome("p", Outcome::kept, "2026-11-18").at("2026-11-18T11:00:00Z"),
                 outcome("p", Outcome::missed, "2026-11-18").at("2026-11-18T10:00:00Z")},
                Step::empathy, "2026-11-16") == "QQQQQQO");
  CHECK(letters({beginning, outcome("p", Outcome::kept, "2026-11-18")}, Step::empathy,
                "2026-11-16") == "QQQQQQO");
}

TEST_CASE("a return on time keeps the day for space") {
  const Entry agreed = space("s", "2026-11-18T10:00:00Z", "2026-11-18T12:00:00Z");
  CHECK(letters({beginning, agreed, comeback("s", Outcome::on_time, "2026-11-19T00:10:00Z")},
                Step::space, "2026-11-17") == "QQKQQO");
  CHECK(letters({beginning, agreed, comeback("s", Outcome::late, "2026-11-19T00:10:00Z")},
                Step::space, "2026-11-17") == "QQQQQO");
  CHECK(letters({beginning, comeback("s", Outcome::on_time, "2026-11-19T00:10:00Z")}, Step::space,
                "2026-11-17") == "QQQQQO");
}

TEST_CASE("a rest covers both its ends, all steps or those it names, and no kept day") {
  const std::vector<Entry> entries = {beginning, action(Step::empathy, "2026-11-18"),
                                    rest("2026-11-17", "2026-11-19")};
  CHECK(letters(entries, Step::empathy, "2026-11-16") == "QXKXQQO");
  CHECK(letters(entries, Step::honesty, "2026-11-16") == "QXXXQQO");
  const std::vector<Entry> named = {beginning,
                                    rest("2026-11-17", "2026-11-19", {Step::empathy, Step::space})};
  CHECK(letters(named, Step::empathy, "2026-11-16") == "QXXXQQO");
  CHECK(letters(named, Step::space, "2026-11-16") == "QXXXQQO");
  CHECK(letters(named, Step::honesty, "2026-11-16") == "QQQQQQO");
  CHECK(letters({beginning, rest(step_today, step_today)}, Step::honesty, "2026-11-20") == "QQX");
  CHECK(letters({beginning, rest("2026-11-19", "2026-11-17")}, Step::honesty, "2026-11-16") ==
        "QQQQQQO");
}

TEST_CASE("planned rest lies ahead; all else from the future is ignored") {
  const std::vector<Entry> entries = {beginning, rest("2026-11-24", "2026-12-31"),
                                    action(Step::empathy, "2026-11-23"),
                                    promise("p", "2026-11-23", "2026-11-30").step(Step::honesty),
                                    outcome("p", Outcome::kept, "2026-11-21")};
  CHECK(letters(entries, Step::empathy, "2026-11-21", {}, "2026-11-26") == "QOOXXX");
  CHECK(letters(entries, Step::honesty, "2026-11-20") == "QQO");
}

TEST_CASE("unnamed weekdays are rest unless kept") {
  // 2026-11-16 is a Monday.
  const std::vector<Entry> entries = {beginning, action(Step::empathy, "2026-11-17"),
                                    action(Step::empathy, "2026-11-18")};
  CHECK(letters(entries, Step::empathy, "2026-11-16", with_cadence(Step::empathy, "mon,wed,fri"),
                "2026-11-25") == "QKKXQXXOXO");
  CHECK(letters(entries, Step::honesty, "2026-11-16", with_cadence(Step::empathy, "mon,wed,fri")) ==
        "QQQQQQO");
  CHECK(letters(entries, Step::honesty, "2026-11-16", with_cadence(Step::honesty, "2/week")) ==
        "QQQQQQO");
}

TEST_CASE("a rest that names actions alone rests no step") {
  EntryOf named = rest("2026-11-17", "2026-11-19");
  named.entry.rest_steps = StepSet{};
  named.entry.rest_actions = {{Step::empathy, "old"}};
  const std::vector<Entry> entries = {beginning, named};
  CHECK(letters(entries, Step::empathy, "2026-11-16") == "QQQQQQO");
  OwnAction own{"new", Step::empathy, "words", parse_cadence("daily"), on("2026-11-16"), {}};
  own.was = {"old"};
  const UtcZone utc;
  const auto steps = read_step_days(entries, {}, on(step_today), DayClock{utc});
  const StepDays days = read_action_days(entries, own, steps[index_of(Step::empathy)]);
  CHECK(days.state(on("2026-11-16")) == DayState::quiet);
  CHECK(days.state(on("2026-11-17")) == DayState::rest);
  CHECK(days.state(on("2026-11-20")) == DayState::quiet);
}

TEST_CASE("after the closed day everything rests that is not kept") {
  JournalSettings settings;
  settings.closed = on("2026-11-18");
  CHECK(letters({beginning, action(Step::honesty, "2026-11-20")}, Step::honesty, "2026-11-16", settings) ==
        "QQQXKXX");
}

TEST_CASE("a space that nobody came back from goes on until there is contact again") {
  struct Row {
    std::string_view what;
    std::vector<Entry> entries;
    std::string_view apology;
  };
  const EntryOf practical = space("s", "2026-11-13T20:00:00Z", "2026-11-15T20:00:00Z");
  const Entry apart = EntryOf{practical}.no_contact();
  EntryOf open = practical;
  open.entry.deadline.reset();
  const Entry ended = comeback("s", Outcome::ended, "2026-11-18T20:00:00Z");
  const Entry contact = action(Step::connection, "2026-11-20");
  const std::vector<Row> rows = {
      {"its date has passed", {practical}, "XXXXXXX"},
      {"contact again", {practical, contact}, "XXXXQQO"},
      {"contact on its last day is within it", {practical, action(Step::connection, "2026-11-15")}, "XXXXXXX"},
      {"a note is no contact", {practical, EntryOf{Kind::note, "2026-11-20"}.step(Step::connection)}, "XXXXXXX"},
      {"without contact, only the return ends it", {apart, contact}, "XXXXXXX"},
      {"ended, and no contact since", {apart, action(Step::connection, "2026-11-18"), ended}, "XXXXXXX"},
      {"ended, and contact again", {apart, ended, contact}, "XXXXQQO"},
      {"without a date", {open}, "XXXXXXX"},
      {"without a date, contact again", {open, contact}, "XXXXQQO"},
      {"without a date, back", {open, comeback("s", Outcome::on_time, "2026-11-18T20:00:00Z")}, "XXXQQQO"},
      {"ended before its date",
       {space("s", "2026-11-13T20:00:00Z", "2026-11-19T20:00:00Z"),
        comeback("s", Outcome::ended, "2026-11-14T20:00:00Z"), action(Step::connection, "2026-11-17")},
       "XXXXXXX"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::vector<Entry> entries = row.entries;
    entries.push_back(beginning);
    CHECK(letters(entries, Step::apology, "2026-11-16") == row.apology);
  }
}

TEST_CASE("what keeps connection today may have ended the rest that a space had brought") {
  const UtcZone utc;
  const auto rests = [&](std::vector<Entry> entries) {
    entries.push_back(beginning);
    entries.push_back(space("s", "2026-11-13T20:00:00Z", "2026-11-15T20:00:00Z"));
    return read_step_days(entries, {}, on(step_today), DayClock{utc})[index_of(Step::connection)]
        .rests_without_today();
  };
  CHECK_FALSE(rests({}));
  CHECK(rests({action(Step::connection, step_today)}));
  CHECK_FALSE(rests({action(Step::connection, "2026-11-20"), action(Step::connection, step_today)}));
}

TEST_CASE("the journal begins on the first kept day, and a year mistyped is far before the next") {
  const UtcZone utc;
  const auto begin = [&](const std::vector<Entry>& entries) {
    return read_beginning(entries, on(step_today), DayClock{utc});
  };
  CHECK_FALSE(begin({}).first);
  CHECK(begin({beginning}).first == beginning.day);
  CHECK_FALSE(is_far_before(begin({beginning})));
  CHECK(is_far_before(begin({beginning, action(Step::honesty, "1926-11-12")})));
  CHECK(begin({beginning, action(Step::honesty, "1926-11-12")}).next == beginning.day);
  CHECK_FALSE(is_far_before(begin({beginning, action(Step::honesty, "2025-11-12")})));
}

TEST_CASE("a space of a day or more is rest for apology and connection") {
  struct Row {
    std::string_view what;
    std::vector<Entry> entries;
    std::string_view apology;
  };
  const auto of = [](std::string_view until) {
    return space("s", "2026-11-17T20:00:00Z", until);
  };
  const Entry back = comeback("s", Outcome::late, "2026-11-18T23:00:00Z");
  const std::vector<Row> rows = {
      {"a second short", {of("2026-11-18T19:59:59Z")}, "QQQQQQO"},
      {"a day to the second", {of("2026-11-18T20:00:00Z"), back}, "QXXQQQO"},
      {"elapsed time, not clocks", {of("2026-11-18T20:30:00+01:00")}, "QQQQQQO"},
      {"until the end of a date", {of("2026-11-18"), back}, "QXXQQQO"},
      {"back early: as long as agreed, up to the return",
       {of("2026-11-20T20:00:00Z"), comeback("s", Outcome::on_time, "2026-11-18T08:00:00Z")},
       "QXXQQQO"},
      {"back at once",
       {of("2026-11-20T20:00:00Z"), comeback("s", Outcome::on_time, "2026-11-17T21:00:00Z")},
       "QXQQQQO"},
      {"back late: up to the return",
       {of("2026-11-19T20:00:00Z"), comeback("s", Outcome::late, "2026-11-20T08:00:00Z")},
       "QXXXXQO"},
      {"extended to a day and more",
       {of("2026-11-17T22:00:00Z"),
        comeback("s", Outcome::extended, "2026-11-17T21:00:00Z").deadline("2026-11-19T21:00:00Z")},
       "QXXXXXX"},
      {"shortened below a day",
       {of("2026-11-19T20:00:00Z"),
        comeback("s", Outcome::extended, "2026-11-17T21:00:00Z").deadline("2026-11-18T12:00:00Z")},
       "QQQQQQO"},
      {"extended after the return",
       {of("2026-11-17T22:00:00Z"), comeback("s", Outcome::late, "2026-11-18T08:00:00Z"),
        comeback("s", Outcome::extended, "2026-11-18T09:00:00Z").deadline("2026-11-20")},
       "QQQQQQO"},
      {"still going on", {of("2026-12-10T20:00:00Z")}, "QXXXXXX"},
      {"nobody came back", {of("2026-11-18T20:00:00Z")}, "QXXXXXX"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    std::vector<Entry> entries = row.entries;
    entries.push_back(beginning);
    CHECK(letters(entries, Step::apology, "2026-11-16") == row.apology);
    CHECK(letters(entries, Step::connection, "2026-11-16") == row.apology);
    CHECK(letters(entries, Step::honesty, "2026-11-16") == "QQQQQQO");
    CHECK(letters(entries, Step::empathy, "2026-11-16") == "QQQQQQO");
  }
}

TEST_CASE("a space without any contact is rest for honesty and empathy as well") {
  const std::vector<Entry> entries = {
      beginning, space("s", "2026-11-17T20:00:00Z", "2026-11-19T20:00:00Z").no_contact(),
      comeback("s", Outcome::late, "2026-11-19T21:00:00Z")};
  CHECK(letters(entries, Step::honesty, "2026-11-16") == "QXXXQQO");
  CHECK(letters(entries, Step::empathy, "2026-11-16") == "QXXXQQO");
  CHECK(letters(entries, Step::apology, "2026-11-16") == "QXXXQQO");
  CHECK(letters(entries, Step::patience, "2026-11-16") == "QQQQQQO");
}

TEST_CASE("a space without a time is as long as from the midnight of its day") {
  EntryOf timeless{Kind::space, "2026-11-17"};
  CHECK(letters({beginning, timeless.id("s").deadline("2026-11-17"),
                 comeback("s", Outcome::on_time, "2026-11-17T21:00:00Z")},
                Step::apology, "2026-11-16") == "QXQQQQO");
  CHECK(letters({beginning, timeless.deadline("2026-11-17T23:59:59Z")}, Step::apology,
                "2026-11-16") == "QQQQQQO");
}

TEST_CASE("days are kept, rested and left out one by one") {
  StepDays days{on("2026-11-20"), on(step_today)};
  days.keep(on("2026-11-19"));
  days.keep(on("2026-11-23"));
  CHECK_FALSE(days.is_kept(on("2026-11-19")));
  CHECK_FALSE(days.is_kept(on("2026-11-23")));
  CHECK(days.is_rest(on("2026-11-19")));
  days.keep(on(step_today));
  days.keep(on("2026-11-20"));
  days.rest({on("0001-01-01"), on("9999-12-31")});
  CHECK(days.state(on(step_today)) == DayState::kept);
  CHECK(days.state(on("2026-11-21")) == DayState::rest);
  CHECK(days.is_covered(on(step_today)));
  CHECK(days.kept_days() == std::vector<Day>{on("2026-11-20"), on(step_today)});
  const StepDays alike = days.resting_alike();
  CHECK(alike.state(on(step_today)) == DayState::rest);
  CHECK(alike.kept_days().empty());
}

TEST_CASE("an own action is kept by entries with its key and with those it had") {
  const auto with = [](Entry own, std::string key) {
    own.action = std::move(key);
    return own;
  };
  const std::vector<Entry> entries = {with(action(Step::empathy, "2026-11-18"), "old"),
                                    with(action(Step::empathy, "2026-11-19"), "new"),
                                    with(action(Step::empathy, "2026-11-20"), "other"),
                                    with(action(Step::honesty, "2026-11-21"), "new")};
  OwnAction own{"new", Step::empathy, "words", parse_cadence("daily"), on("2026-11-18"), {}};
  own.was = {"older", "old"};
  const UtcZone utc;
  const auto steps = read_step_days(entries, {}, on(step_today), DayClock{utc});
  const StepDays days = read_action_days(entries, own, steps[index_of(Step::empathy)]);
  CHECK(days.state(on("2026-11-17")) == DayState::rest);
  CHECK(days.state(on("2026-11-18")) == DayState::kept);
  CHECK(days.state(on("2026-11-19")) == DayState::kept);
  CHECK(days.state(on("2026-11-20")) == DayState::quiet);
  CHECK(days.state(on("2026-11-21")) == DayState::quiet);
}

TEST_CASE("a space lets steps rest from a day on, and honesty only without contact") {
  const UtcZone utc;
  const DayClock clock{utc};
  Entry space;
  space.kind = Kind::space;
  space.day = on("2026-11-20");
  space.at = parse_rfc3339("2026-11-20T12:00:00Z");
  const auto rested = [&](std::string_view until) {
    return rested_by({&space, nullptr, {on("2026-11-21"), parse_rfc3339(until)}}, clock).to_string();
  };
  CHECK(rested("2026-11-21T11:59:59Z") == "00000000");
  CHECK(rested("2026-11-21T12:00:00Z") == "10000001");
  space.no_contact = true;
  CHECK(rested("2026-11-21T12:00:00Z") == "10100011");
  const Agreement without_a_date{&space, nullptr, no_deadline};
  CHECK(rested_by(without_a_date, clock).to_string() == "10100011");
}

}  // namespace mend
