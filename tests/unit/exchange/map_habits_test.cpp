// SPDX-License-Identifier: MIT
#include "mend/exchange/import.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace mend {
namespace {

const Mapping all_connection{{}, MapTarget{Step::connection, {}}};

struct NamedRecord {
  std::string name;
  HabitRecord record;
};

// With a habit for each name.
HabitLog log_of(const std::vector<NamedRecord>& records) {
  HabitLog log;
  for (const auto& [name, record] : records) {
    const auto found = std::ranges::find(log.habits, name, &Habit::name);
    const auto index = static_cast<std::size_t>(found - log.habits.begin());
    if (found == log.habits.end()) log.habits.push_back({name, {}, {}, {}});
    log.records.push_back(record);
    log.records.back().habit = index;
  }
  return log;
}

NamedRecord record(std::string name, std::string_view day, HabitMark mark,
                   std::string comment = {}, std::string amount = {}) {
  return {std::move(name), {0, *parse_iso_day(day), mark, std::move(comment), std::move(amount), {}}};
}

const JournalContent nothing_yet{{}, {}, *parse_iso_day("2026-01-20")};

// A journal into which all of that has come.
struct Imported {
  explicit Imported(const Mapped& mapped) {
    for (const ImportedEntry& each : mapped.import.entries) {
      content.entries.emplace(text_of(each.entry, "id"), &each.entry);
    }
    for (const Attributes& action : mapped.import.actions) {
      OwnAction own;
      own.key = text_of(action, "key");
      own.step = *step_from_key(text_of(action, "step"));
      own.text = text_of(action, "text");
      actions.push_back(own);
    }
    content.actions = actions;
    content.today = nothing_yet.today;
  }
  std::vector<OwnAction> actions;
  JournalContent content;
};

TEST_CASE("done is an action of one's own, skipped a rest of its step") {
  HabitLog log = log_of({record("Gym", "2026-01-05", HabitMark::done, "rain", "3"),
                         record("Gym", "2026-01-06", HabitMark::skipped, "ill"),
                         record("Gym", "2026-01-07", HabitMark::nothing)});
  log.habits.front().cadence = "3/week";
  const Mapped mapped = map_habits(log, "harsh", all_connection, nothing_yet);
  const auto& entries = mapped.import.entries;
  REQUIRE(entries.size() == 2);
  CHECK(text_of(entries[0].entry, "kind") == "action");
  CHECK(text_of(entries[0].entry, "action") == "gym");
  CHECK(text_of(entries[0].entry, "text") == "rain");
  CHECK(text_of(entries[0].entry, "amount") == "3");
  CHECK(text_of(entries[1].entry, "kind") == "rest");
  CHECK(text_of(entries[1].entry, "reason") == "Gym: ill");
  CHECK(find_value(entries[1].entry, "steps") == nullptr);
  CHECK(*find_value(entries[1].entry, "actions") == Value{Values{{std::string{"connection/gym"}}}});
  REQUIRE(mapped.import.actions.size() == 1);
  const Attributes& action = mapped.import.actions.front();
  CHECK(text_of(action, "key") == "gym");
  CHECK(text_of(action, "cadence") == "3/week");
  CHECK(*find_value(action, "since") == Value{DateText{"2026-01-05"}});
}

TEST_CASE("everything mapped is what mend can read") {
  const HabitLog log = log_of({record("Gym", "2026-01-05", HabitMark::done, "a\n[[entry]]"),
                               record("日本", "2026-01-05", HabitMark::skipped)});
  Import import = map_habits(log, "harsh", all_connection, nothing_yet).import;
  check_entries(import);
  CHECK(import.problems.empty());
}

TEST_CASE("the same line has the same id, whatever its comment; another has another") {
  const auto ids = [](const std::vector<NamedRecord>& records, std::string_view source) {
    std::set<std::string> found;
    for (const auto& each : map_habits(log_of(records), source, all_connection, nothing_yet).import.entries) {
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
  const Mapped mapped = map_habits(log, "harsh", all_connection, nothing_yet);
  REQUIRE(mapped.import.actions.size() == 4);
  CHECK(text_of(mapped.import.actions[0], "key") == "call-mum");
  CHECK(text_of(mapped.import.actions[1], "key") == "call-mum-2");
  CHECK(text_of(mapped.import.actions[2], "key") == "habit");
  CHECK(text_of(mapped.import.actions[3], "key") == "cafe");

  const Imported journal{mapped};
  const Mapped again = map_habits(log, "harsh", all_connection, journal.content);
  CHECK(again.import.actions.empty());
  CHECK(text_of(again.import.entries[1].entry, "action") == "call-mum-2");
}

TEST_CASE("a name can be mapped to an action there is") {
  Mapping mapping;
  mapping.names["Punctual"] = {Step::consistency, "on-time"};
  const Mapped mapped =
      map_habits(log_of({record("Punctual", "2026-01-05", HabitMark::done)}), "harsh", mapping, nothing_yet);
  CHECK(mapped.import.actions.empty());
  CHECK(text_of(mapped.import.entries.front().entry, "action") == "on-time");
}

TEST_CASE("what is mapped to nothing is named, and nothing comes in") {
  Mapping mapping;
  mapping.names["Gym"] = {Step::connection, {}};
  const Mapped mapped = map_habits(log_of({record("Gym", "2026-01-05", HabitMark::done),
                                           record("Read", "2026-01-05", HabitMark::done)}),
                                   "harsh", mapping, nothing_yet);
  CHECK(mapped.unmapped == std::vector<std::string>{"Read"});
  CHECK(mapped.import.entries.empty());
}

TEST_CASE("two habits of one name stay two, the next time as well") {
  HabitLog log = log_of({record("Gym", "2026-01-05", HabitMark::done)});
  log.habits.push_back(log.habits.front());
  log.records.push_back(log.records.front());
  log.records.back().habit = 1;
  const Mapped mapped = map_habits(log, "loop", all_connection, nothing_yet);
  REQUIRE(mapped.import.entries.size() == 2);
  CHECK(text_of(mapped.import.entries[0].entry, "id") != text_of(mapped.import.entries[1].entry, "id"));
  CHECK(text_of(mapped.import.entries[1].entry, "action") == "gym-2");
  const Imported journal{mapped};
  const Mapped again = map_habits(log, "loop", all_connection, journal.content);
  CHECK(again.import.actions.empty());
  CHECK(again.import.entries[1].entry == mapped.import.entries[1].entry);
}

TEST_CASE("two of one name can be mapped by their other names") {
  HabitLog log = log_of({record("Gym", "2026-01-05", HabitMark::done)});
  log.habits.push_back(log.habits.front());
  log.habits[1].other_name = "002 Gym";
  log.records.push_back(log.records.front());
  log.records.back().habit = 1;
  Mapping mapping = all_connection;
  mapping.names["002 Gym"] = {Step::patience, {}};
  const Mapped mapped = map_habits(log, "loop", mapping, nothing_yet);
  CHECK(text_of(mapped.import.entries[0].entry, "step") == "connection");
  CHECK(text_of(mapped.import.entries[1].entry, "step") == "patience");
}

TEST_CASE("another mapping makes no action for what is there already") {
  HabitLog log = log_of({record("Gym", "2026-01-05", HabitMark::done)});
  log.habits.push_back({"Sleep", {}, "daily", {}});
  const Mapped mapped = map_habits(log, "harsh", all_connection, nothing_yet);
  REQUIRE(mapped.import.actions.size() == 2);
  CHECK(*find_value(mapped.import.actions[1], "since") == Value{DateText{"2026-01-20"}});
  const Imported journal{mapped};
  const Mapping other{{}, MapTarget{Step::patience, {}}};
  CHECK(map_habits(log, "harsh", other, journal.content).import.actions.empty());
  log.records.push_back({0, *parse_iso_day("2026-01-09"), HabitMark::done, {}, {}, {}});
  const Mapped grown = map_habits(log, "harsh", other, journal.content);
  REQUIRE(grown.import.actions.size() == 1);
  CHECK(*find_value(grown.import.actions[0], "since") == Value{DateText{"2026-01-09"}});
}

TEST_CASE("an action that was given another key gets what is new") {
  HabitLog log = log_of({record("Gym", "2026-01-05", HabitMark::done)});
  const Mapped first = map_habits(log, "harsh", all_connection, nothing_yet);
  Imported renamed{first};
  renamed.actions[0].key = "training";
  renamed.actions[0].was = {"gym"};
  renamed.actions[0].text = "Trained";
  renamed.content.actions = renamed.actions;
  log.records.push_back({0, *parse_iso_day("2026-01-09"), HabitMark::done, {}, {}, {}});
  const Mapped again = map_habits(log, "harsh", all_connection, renamed.content);
  CHECK(again.import.actions.empty());
  CHECK(text_of(again.import.entries[1].entry, "action") == "training");
}

TEST_CASE("words of a day that was not done are named, or become notes") {
  const HabitLog log = log_of({record("Gym", "2026-01-05", HabitMark::nothing, "ill"),
                               record("Gym", "2026-01-06", HabitMark::nothing, {}, "2.5"),
                               record("Gym", "2026-01-07", HabitMark::nothing)});
  CHECK(map_habits(log, "harsh", all_connection, nothing_yet).import.left_out.size() == 2);
  const Mapped mapped = map_habits(log, "harsh", all_connection, nothing_yet, Comments::as_notes);
  CHECK(mapped.import.left_out.empty());
  REQUIRE(mapped.import.entries.size() == 2);
  CHECK(text_of(mapped.import.entries[0].entry, "kind") == "note");
  CHECK(text_of(mapped.import.entries[0].entry, "text") == "Gym: ill");
  CHECK(text_of(mapped.import.entries[1].entry, "amount") == "2.5");
}

}  // namespace
}  // namespace mend
