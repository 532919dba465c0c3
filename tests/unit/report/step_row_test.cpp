// SPDX-License-Identifier: MIT
#include "mend/report/step_row.hpp"

#include "support/entry_of.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

constexpr std::string_view row_today = "2026-11-22";  // a Sunday

const UtcZone rows_utc{};

using Indices = std::vector<std::size_t>;

// Which of `all` they are.
Indices indices_of(const std::vector<const Entry*>& entries, const std::vector<Entry>& all) {
  Indices indices;
  for (const Entry* const entry : entries) {
    indices.push_back(static_cast<std::size_t>(entry - all.data()));
  }
  return indices;
}

std::vector<StepRow> rows_from(const std::vector<Entry>& entries, const JournalSettings& settings = {},
                          std::string_view day = row_today) {
  return read_step_rows(entries, settings, on(day), DayClock{rows_utc});
}

// The numbers of the steps that are asked.
std::string asked(const std::vector<Entry>& entries, const JournalSettings& settings = {},
                  std::string_view day = row_today) {
  std::string out;
  for (const StepRow& row : rows_from(entries, settings, day)) {
    if (row.is_asked) out += std::to_string(number_of(row.step));
  }
  return out;
}

std::string waiting(const std::vector<Entry>& entries, std::string_view day = row_today) {
  std::string out;
  for (const Waiting& each : read_waiting(entries, on(day), DayClock{rows_utc})) {
    CHECK(each.entry->kind == each.kind);
    out += (out.empty() ? "" : " ") + each.entry->id;
  }
  return out;
}

JournalSettings with_action(std::string_view cadence) {
  JournalSettings settings;
  settings.actions = {{"call", Step::empathy, "call at noon", {}, {}, {}}};
  if (!cadence.empty()) settings.actions[0].cadence = parse_cadence(cadence);
  return settings;
}

Entry own_facts(std::string_view day) {
  EntryOf entry = action(Step::empathy, day);
  entry.entry.action = "call";
  return entry;
}

}  // namespace

TEST_CASE("there is a row for every step, in their order, with its own cadence") {
  JournalSettings settings;
  settings.cadences[index_of(Step::space)] = *parse_cadence("2/month");
  const auto rows = rows_from({}, settings);
  REQUIRE(rows.size() == 8);
  for (const Step step : all_steps) {
    const StepRow& row = rows[index_of(step)];
    CHECK(row.step == step);
    CHECK(row.cadence.text == settings.cadence_of(step).text);
    CHECK(row.today == DayState::open);
    CHECK(row.day == on(row_today));
    CHECK(row.entries.empty());
    CHECK(row.action.empty());
    CHECK(row.actions.empty());
    const bool has_unit = row.cadence.unit() == Cadence::Unit::week ||
                          row.cadence.unit() == Cadence::Unit::month;
    CHECK(row.unit.has_value() == has_unit);
  }
  CHECK(rows[index_of(Step::space)].unit->range == days("2026-11-01", "2026-11-30"));
}

TEST_CASE("a row has the entries of its step and day, in the order they were given") {
  const std::vector<Entry> entries = {action(Step::empathy, "2026-11-21"),
                                    action(Step::empathy, row_today),
                                    action(Step::honesty, row_today),
                                    setback(Step::empathy, Severity::slip, row_today),
                                    rest(row_today, row_today),
                                    action(Step::empathy, "2026-11-23")};
  const auto rows = rows_from(entries);
  CHECK(indices_of(rows[index_of(Step::empathy)].entries, entries) == Indices{1, 3});
  CHECK(indices_of(rows[index_of(Step::honesty)].entries, entries) == Indices{2});
  CHECK(rows[index_of(Step::space)].entries.empty());
}

TEST_CASE("outcomes are entries of their promise's step, and returns of space") {
  const std::vector<Entry> entries = {
      EntryOf{promise("call", "2026-11-20", row_today)}.step(Step::empathy),
      promise("bread", "2026-11-20", row_today),
      space("walk", "2026-11-22T10:00:00+01:00", "2026-11-22T12:00:00+01:00"),
      outcome("call", Outcome::kept, row_today),
      outcome("bread", Outcome::changed, "2026-11-21"),
      outcome("bread", Outcome::missed, row_today),
      outcome("nothing", Outcome::kept, row_today),
      outcome("walk", Outcome::kept, row_today),
      comeback("walk", Outcome::on_time, "2026-11-22T11:00:00+01:00"),
      comeback("call", Outcome::on_time, "2026-11-22T11:00:00+01:00"),
      promise("ahead", "2026-11-23", "2026-11-24"),
      outcome("ahead", Outcome::kept, row_today),
      promise("tokyo", "2026-11-23", "2026-11-24").at("2026-11-23T00:20:00+09:00"),
      outcome("tokyo", Outcome::kept, row_today).at("2026-11-22T17:00:00Z"),
      outcome("tokyo", Outcome::kept, row_today).at("2026-11-22T15:00:00Z"),
  };
  const auto rows = rows_from(entries);
  CHECK(indices_of(rows[index_of(Step::empathy)].entries, entries) == Indices{3});
  CHECK(indices_of(rows[index_of(Step::consistency)].entries, entries) == Indices{5, 13});
  CHECK(indices_of(rows[index_of(Step::space)].entries, entries) == Indices{8});
  CHECK(indices_of(rows_from(entries, {}, "2026-11-21")[index_of(Step::consistency)].entries, entries) ==
        Indices{4});
}

TEST_CASE("a row looks at its own day") {
  const std::vector<Entry> entries = {action(Step::honesty, "2026-11-19"), rest("2026-11-20", "2026-11-20"),
                                    action(Step::honesty, row_today)};
  const auto of = [&](std::string_view day) {
    const StepRow row = rows_from(entries, {}, day)[index_of(Step::honesty)];
    return word_of(row.today);
  };
  CHECK(of("2026-11-19") == "kept");
  CHECK(of("2026-11-20") == "rest");
  CHECK(of("2026-11-21") == "open");
  CHECK(of(row_today) == "kept");
}

TEST_CASE("which steps are asked follows from the cadence, rest, and what was kept before today") {
  const Entry begun = action(Step::patience, "2026-11-01");
  // Daily steps always; a week on its last chance, and no more once that is past.
  CHECK(asked({begun}) == "1245");
  CHECK(asked({begun}, {}, "2026-11-16") == "24");
  CHECK(asked({begun}, {}, "2026-11-19") == "246");
  CHECK(asked({begun}, {}, "2026-11-01") == "24");  // never in the journal's first week
  CHECK(asked({begun, rest(row_today, row_today)}).empty());
  CHECK(asked({begun, rest(row_today, row_today, {Step::honesty, Step::space})}) == "14");
  CHECK(asked({begun, action(Step::apology, "2026-11-18")}) == "245");
  // What is kept today was asked all the same.
  CHECK(asked({begun, action(Step::apology, row_today)}) == "1245");
  CHECK(asked({begun, action(Step::apology, "2026-11-18"), action(Step::apology, row_today)}) == "245");
  JournalSettings settings;
  for (auto& cadence : settings.cadences) cadence = *parse_cadence("as-needed");
  CHECK(asked({begun}, settings).empty());
  settings.cadences[index_of(Step::space)] = *parse_cadence("sun");
  settings.cadences[index_of(Step::empathy)] = *parse_cadence("mon");
  CHECK(asked({begun}, settings) == "5");
}

TEST_CASE("of the asked steps the kept ones are counted") {
  const auto count = [](const std::vector<Entry>& entries, std::string_view day) {
    const AskedCount counted = count_asked(rows_from(entries, {}, day));
    return std::to_string(counted.kept) + "/" + std::to_string(counted.asked);
  };
  const Entry begun = action(Step::patience, "2026-11-01");
  CHECK(count({begun}, "2026-11-16") == "0/2");
  CHECK(count({begun, action(Step::honesty, "2026-11-16")}, "2026-11-16") == "1/2");
  CHECK(count({begun, action(Step::honesty, "2026-11-16"), action(Step::apology, "2026-11-16")},
              "2026-11-16") == "1/2");
  CHECK(count({begun, rest("2026-11-16", "2026-11-16")}, "2026-11-16") == "0/0");
}

TEST_CASE("own actions that are asked count beside the steps, and are named after theirs") {
  const Entry begun = action(Step::patience, "2026-11-01");
  JournalSettings settings = with_action("daily");
  settings.actions[0].since = on("2026-11-10");
  const auto rows = rows_from({begun, own_facts("2026-11-16")}, settings, "2026-11-16");
  CHECK(count_asked(rows).asked == 3);
  CHECK(count_asked(rows).kept == 1);
  std::string names;
  for (const StepRow& row : asked_rows(rows)) names += std::to_string(number_of(row.step)) + row.action + " ";
  CHECK(names == "2 4 6call ");
}

TEST_CASE("promises wait from the day they are due, open spaces always, the most urgent first") {
  const std::vector<Entry> entries = {
      promise("later", "2026-11-20", "2026-11-23"),
      promise("today", "2026-11-20", row_today),
      promise("tonight", "2026-11-20", "2026-11-22T18:00:00Z"),
      promise("overdue", "2026-11-20", "2026-11-21"),
      promise("settled", "2026-11-20", "2026-11-21"),
      promise("moved", "2026-11-20", "2026-11-21"),
      promise("future", "2026-11-23", "2026-11-21"),
      outcome("settled", Outcome::kept, "2026-11-21"),
      outcome("moved", Outcome::changed, "2026-11-21").deadline("2026-12-24"),
      space("apart", "2026-11-21T10:00:00Z", "2026-11-22T12:00:00Z"),
      space("long", "2026-11-21T10:00:00Z", "2026-12-22T12:00:00Z"),
      space("back", "2026-11-21T10:00:00Z", "2026-11-21T12:00:00Z"),
      comeback("back", Outcome::on_time, "2026-11-21T11:00:00Z"),
  };
  CHECK(waiting(entries) == "overdue apart tonight today long");
  CHECK(waiting(entries, "2026-11-20") == "");
  CHECK(waiting(entries, "2026-11-23") == "overdue future apart tonight today later long");
  CHECK(waiting({}).empty());
}

TEST_CASE("quiet days are counted back from yesterday, until something was written or nothing asked") {
  const auto count = [](const std::vector<Entry>& entries) {
    return count_quiet_days(entries, {}, on(row_today), DayClock{rows_utc});
  };
  CHECK(count({}) == 0);
  CHECK(count({action(Step::space, row_today)}) == 0);
  CHECK(count({action(Step::space, "2026-11-21")}) == 0);
  CHECK(count({action(Step::space, "2026-11-20")}) == 1);
  CHECK(count({action(Step::space, "2026-11-15")}) == 6);
  CHECK(count({action(Step::space, "2026-11-15"), rest("2026-11-18", "2026-11-18")}) == 3);
  CHECK(count({action(Step::space, "2026-11-15"), setback(Step::space, Severity::slip, "2026-11-19")}) ==
        2);
  CHECK(count({action(Step::space, "2026-11-15"), promise("p", "2026-11-19", "2026-12-01")}) == 2);
}

TEST_CASE("an own action with a cadence has a row of its own under its step") {
  const std::vector<Entry> entries = {own_facts("2026-11-19"), own_facts("2026-11-20"), own_facts("2026-11-21"),
                                    action(Step::empathy, row_today)};
  const auto rows = rows_from(entries, with_action("daily"));
  REQUIRE(rows[index_of(Step::empathy)].actions.size() == 1);
  const StepRow& row = rows[index_of(Step::empathy)].actions.front();
  CHECK(row.action == "call");
  CHECK(row.step == Step::empathy);
  CHECK(row.cadence.text == "daily");
  CHECK(row.streak.current == 3);
  CHECK(row.streak.total == 3);
  CHECK(row.today == DayState::open);
  CHECK(row.is_asked);
  CHECK(row.is_current);
  CHECK(rows_from(entries, with_action(""))[index_of(Step::empathy)].actions.empty());
  CHECK(rows[index_of(Step::honesty)].actions.empty());
}

TEST_CASE("an own action begins on its since, ends on its until, and rests with its step") {
  JournalSettings settings = with_action("daily");
  const std::vector<Entry> entries = {action(Step::patience, "2026-11-10"), own_facts("2026-11-20"),
                                    own_facts("2026-11-21"), rest("2026-11-19", "2026-11-19", {Step::empathy})};
  const auto row = [&] { return rows_from(entries, settings)[index_of(Step::empathy)].actions.front(); };
  CHECK(row().streak.steadiness->asked == 2);  // from its earliest day
  settings.actions[0].since = on("2026-11-18");
  CHECK(row().streak.steadiness->asked == 3);  // 18 quiet, 19 rest, 20 and 21 kept
  CHECK(row().streak.current == 2);
  settings.actions[0].until = on("2026-11-21");
  CHECK_FALSE(row().is_current);
  CHECK_FALSE(row().is_asked);
  settings.actions[0].until = on(row_today);
  CHECK(row().is_current);
  CHECK(row().is_asked);
  settings.actions[0].since = on("2026-11-23");
  settings.actions[0].until.reset();
  CHECK_FALSE(row().is_current);
  CHECK_FALSE(row().is_asked);
}

TEST_CASE("what waits has gone by by the clock, or without one by its day") {
  const std::vector<Entry> entries = {promise("day", "2026-11-01", "2026-11-22"),
                                    promise("time", "2026-11-01", "2026-11-22T18:00:00Z"),
                                    promise("past", "2026-11-01", "2026-11-21")};
  const auto over = [&](std::optional<Instant> now) {
    std::string out;
    for (const Waiting& each : read_waiting(entries, on("2026-11-22"), DayClock{rows_utc}, now)) {
      if (each.is_over) out += (out.empty() ? "" : " ") + each.entry->id;
    }
    return out;
  };
  CHECK(over({}) == "past");
  CHECK(over(at("2026-11-22T18:00:00Z").instant) == "past");
  CHECK(over(at("2026-11-22T18:00:01Z").instant) == "past time");
}

TEST_CASE("a due in the small hours waits on the day that is not over") {
  const std::vector<Entry> entries = {promise("night", "2026-11-01", "2026-11-23T01:00:00Z")};
  CHECK(read_waiting(entries, on("2026-11-22"), DayClock{rows_utc, 0}).empty());
  CHECK(read_waiting(entries, on("2026-11-22"), DayClock{rows_utc, 240}).size() == 1);
}

TEST_CASE("a space is worth a reminder once its end is near") {
  const auto due = [](std::string_view until, std::string_view now) {
    const std::vector<Entry> entries = {space("s", "2026-11-20T10:00:00Z", until)};
    return read_due(entries, at(now).day(), DayClock{rows_utc}, at(now).instant).size();
  };
  CHECK(due("2026-11-22T18:00:00Z", "2026-11-22T08:00:00Z") == 1);
  CHECK(due("2026-11-22T18:00:00Z", "2026-11-23T08:00:00Z") == 1);
  CHECK(due("2026-11-23T00:30:00Z", "2026-11-22T23:29:59Z") == 0);
  CHECK(due("2026-11-23T00:30:00Z", "2026-11-22T23:30:00Z") == 1);
  CHECK(due("2026-11-24", "2026-11-22T12:00:00Z") == 0);
}

}  // namespace mend
