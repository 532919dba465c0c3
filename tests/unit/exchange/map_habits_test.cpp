// SPDX-License-Identifier: MIT
#include "mend/exchange/import.hpp"

#include <doctest/doctest.h>

#include <set>

namespace mend {
namespace {

const Mapping all_connection{{}, MapTarget{Step::connection, {}}};

HabitLog log_of(std::vector<HabitRecord> records) {
  HabitLog log;
  log.records = std::move(records);
  return log;
}

HabitRecord record(std::string name, std::string_view day, HabitMark mark,
                   std::string comment = {}, std::string amount = {}) {
  return {std::move(name), *parse_iso_day(day), mark, std::move(comment), std::move(amount), {}};
}

TEST_CASE("done is an action of one's own, skipped a rest of its step") {
  HabitLog log = log_of({record("Gym", "2026-01-05", HabitMark::done, "rain", "3"),
                         record("Gym", "2026-01-06", HabitMark::skipped, "ill"),
                         record("Gym", "2026-01-07", HabitMark::nothing)});
  log.habits.push_back({"Gym", "", "3/week", {}});
  const Mapped mapped = map_habits(log, "harsh", all_connection, {});
  const auto& entries = mapped.import.entries;
  REQUIRE(entries.size() == 2);
  CHECK(text_of(entries[0].entry, "kind") == "action");
  CHECK(text_of(entries[0].entry, "action") == "gym");
  CHECK(text_of(entries[0].entry, "text") == "rain");
  CHECK(text_of(entries[0].entry, "amount") == "3");
  CHECK(text_of(entries[1].entry, "kind") == "rest");
  CHECK(text_of(entries[1].entry, "reason") == "Gym: ill");
  REQUIRE(mapped.import.actions.size() == 1);
  const Attributes& action = mapped.import.actions.front();
  CHECK(text_of(action, "key") == "gym");
  CHECK(text_of(action, "cadence") == "3/week");
  CHECK(*find_value(action, "since") == Value{DateText{"2026-01-05"}});
}

TEST_CASE("everything mapped is what mend can read") {
  const HabitLog log = log_of({record("Gym", "2026-01-05", HabitMark::done, "a\n[[entry]]"),
                               record("日本", "2026-01-05", HabitMark::skipped)});
  Import import = map_habits(log, "harsh", all_connection, {}).import;
  check_entries(import);
  CHECK(import.problems.empty());
}

TEST_CASE("the same line has the same id, whatever its comment; another has another") {
  const auto ids = [](const std::vector<HabitRecord>& records, std::string_view source) {
    std::set<std::string> found;
    for (const auto& each : map_habits(log_of(records), source, all_connection, {}).import.entries) {
      found.emplace(text_of(each.entry, "id"));
    }
    return found;
  };
  const auto gym = record("Gym", "2026-01-05", HabitMark::done);
  CHECK(ids({gym}, "harsh") == ids({record("Gym", "2026-01-05", HabitMark::done, "x")}, "harsh"));
  CHECK(ids({gym}, "harsh") != ids({gym}, "loop"));
  CHECK(ids({gym, record("Gym", "2026-01-06", HabitMark::done),
             record("Gim", "2026-01-05", HabitMark::done)}, "harsh").size() == 3);
}

TEST_CASE("names that look alike get keys of their own, and the same ones again") {
  const HabitLog log = log_of({record("Call Mum!", "2026-01-05", HabitMark::done),
                               record("call mum", "2026-01-05", HabitMark::done),
                               record("日本", "2026-01-05", HabitMark::done),
                               record("Café", "2026-01-05", HabitMark::done)});
  const Mapped mapped = map_habits(log, "harsh", all_connection, {});
  REQUIRE(mapped.import.actions.size() == 4);
  CHECK(text_of(mapped.import.actions[0], "key") == "call-mum");
  CHECK(text_of(mapped.import.actions[1], "key") == "call-mum-2");
  CHECK(text_of(mapped.import.actions[2], "key") == "habit");
  CHECK(text_of(mapped.import.actions[3], "key") == "cafe");

  std::vector<OwnAction> existing;
  for (const Attributes& action : mapped.import.actions) {
    OwnAction own;
    own.key = text_of(action, "key");
    own.step = Step::connection;
    own.text = text_of(action, "text");
    existing.push_back(own);
  }
  const Mapped again = map_habits(log, "harsh", all_connection, existing);
  CHECK(again.import.actions.empty());
  CHECK(text_of(again.import.entries[1].entry, "action") == "call-mum-2");
}

TEST_CASE("a name can be mapped to an action there is") {
  Mapping mapping;
  mapping.names["Punctual"] = {Step::consistency, "on-time"};
  const Mapped mapped =
      map_habits(log_of({record("Punctual", "2026-01-05", HabitMark::done)}), "harsh", mapping, {});
  CHECK(mapped.import.actions.empty());
  CHECK(text_of(mapped.import.entries.front().entry, "action") == "on-time");
}

TEST_CASE("what is mapped to nothing is named, and nothing comes in") {
  Mapping mapping;
  mapping.names["Gym"] = {Step::connection, {}};
  const Mapped mapped = map_habits(log_of({record("Gym", "2026-01-05", HabitMark::done),
                                           record("Read", "2026-01-05", HabitMark::done)}),
                                   "harsh", mapping, {});
  CHECK(mapped.unmapped == std::vector<std::string>{"Read"});
  CHECK(mapped.import.entries.empty());
}

TEST_CASE("a comment that has no place is told") {
  const Mapped mapped = map_habits(log_of({record("Gym", "2026-01-05", HabitMark::nothing, "ill")}),
                                   "harsh", all_connection, {});
  REQUIRE(mapped.import.remarks.size() == 1);
  CHECK(mapped.import.remarks.front().starts_with("1 comment stands"));
}

}  // namespace
}  // namespace mend
