// SPDX-License-Identifier: MIT
#include "mend/exchange/import.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

constexpr std::string_view new_header =
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,"
    "Target Type,Target Value,Archived?\n";

HabitLog loop(const std::map<std::string, std::string>& texts) {
  std::map<std::string, ImportFile> files;
  for (const auto& [path, text] : texts) files[path] = {path, text};
  return read_loop(files);
}

std::string shown(const HabitLog& log) {
  std::string out;
  for (const HabitRecord& record : log.records) {
    if (record.mark == HabitMark::nothing) continue;
    out += to_iso(record.day) + " " + record.name +
           (record.mark == HabitMark::skipped ? " s" : " y") + record.comment;
    if (!record.amount.empty()) out += " (" + record.amount + ")";
    out += "\n";
  }
  return out;
}

TEST_CASE("a folder for each habit: done, implied, skipped, with notes") {
  const HabitLog log = loop(
      {{"Habits.csv", std::string{new_header} +
                          "001,\"Gym, or a run\",YES_NO,Did you?,,3,7,#FF8F00,,,,false\n"},
       {"001 Gym or a run/Checkmarks.csv",
        "Date,Value,Notes\n2026-01-05,YES_MANUAL,\"rain, and\nwind\"\n2026-01-04,YES_AUTO,\n"
        "2026-01-03,SKIP,\n2026-01-02,NO,\n2026-01-01,UNKNOWN,\n"}});
  REQUIRE(log.problems.empty());
  CHECK(shown(log) ==
        "2026-01-05 Gym, or a run yrain, and\nwind\n2026-01-03 Gym, or a run s\n");
  CHECK(log.habits.front().cadence == "3/week");
  CHECK(log.habits.front().words == "Did you?");
}

TEST_CASE("older exports: fewer columns, no header, numbers for words") {
  const HabitLog log =
      loop({{"Habits.csv",
             "Position,Name,Description,NumRepetitions,Interval,Color\n001,Gym,Did you?,1,1,#FF8F00\n"},
            {"001 Gym/Checkmarks.csv", "2016-01-05,2\n2016-01-04,1\n2016-01-03,0\n2016-01-02,3\n"}});
  REQUIRE(log.problems.empty());
  CHECK(shown(log) == "2016-01-05 Gym y\n2016-01-02 Gym s\n");
  CHECK(log.habits.front().cadence == "daily");
}

TEST_CASE("one table for all, each row with a comma at its end") {
  const HabitLog log =
      loop({{"Checkmarks.csv", "Date,Gym,Read,\n2026-01-05,YES_MANUAL,SKIP,\n2026-01-04,NO,YES_MANUAL,\n"}});
  REQUIRE(log.problems.empty());
  CHECK(shown(log) == "2026-01-05 Gym y\n2026-01-05 Read s\n2026-01-04 Read y\n");
}

TEST_CASE("what is measured: some is done, of at most something all that stays within") {
  const std::string habits = std::string{new_header} +
                             "001,Pages,NUMERICAL,,,1,1,#FF8F00,pages,AT_LEAST,10,false\n"
                             "002,Cigarettes,NUMERICAL,,,1,1,#FF8F00,,AT_MOST,2,false\n";
  const HabitLog log = loop({{"Habits.csv", habits},
                             {"001 Pages/Checkmarks.csv", "Date,Value,Notes\n2026-01-05,2.5,\n2026-01-04,0,\n"},
                             {"002 Cigarettes/Checkmarks.csv",
                              "Date,Value,Notes\n2026-01-05,3,\n2026-01-04,1,\n2026-01-03,0,\n2026-01-02,-1,\n"}});
  REQUIRE(log.problems.empty());
  CHECK(shown(log) ==
        "2026-01-05 Pages y (2.5)\n2026-01-04 Cigarettes y (1)\n2026-01-03 Cigarettes y (0)\n");
}

TEST_CASE("older amounts are thousandths") {
  const std::string habits = std::string{new_header} +
                             "001,Pages,NUMERICAL,,,1,1,#FF8F00,pages,AT_LEAST,10,false\n";
  const HabitLog log =
      loop({{"Habits.csv", habits}, {"001 Pages/Checkmarks.csv", "2026-01-05,2500\n2026-01-04,3000\n"}});
  CHECK(shown(log) == "2026-01-05 Pages y (2.5)\n2026-01-04 Pages y (3)\n");
}

TEST_CASE("an archived habit ends with its last day") {
  const HabitLog log = loop(
      {{"Habits.csv", std::string{new_header} + "001,Gym,YES_NO,,,1,7,#FF8F00,,,,true\n"},
       {"001 Gym/Checkmarks.csv",
        "Date,Value,Notes\n2026-01-05,NO,\n2026-01-04,YES_MANUAL,\n2026-01-03,YES_MANUAL,\n"}});
  CHECK(log.habits.front().until == parse_iso_day("2026-01-04"));
}

TEST_CASE("what is wrong has its place") {
  const auto place = [](const HabitLog& log) {
    REQUIRE_FALSE(log.problems.empty());
    const Diagnostic& problem = log.problems.front();
    return problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
  };
  CHECK(place(loop({{"Checkmarks.csv", "Date,Gym,\n2026-01-05,PERHAPS,\n"}})) == "Checkmarks.csv:2:12");
  CHECK(place(loop({{"Checkmarks.csv", "Date,Gym,\n05.01.2026,NO,\n"}})) == "Checkmarks.csv:2:1");
  CHECK(place(loop({{"Checkmarks.csv", "Date,Gym,\n2026-01-05,NO,NO,\n"}})) == "Checkmarks.csv:2:15");
  CHECK(place(loop({{"Habits.csv", "Position,Title\n1,Gym\n"}})) == "Habits.csv:1:1");
  CHECK(place(loop({{"Habits.csv", "Position,Name\n1,\"Gym\n"}})) == "Habits.csv:2:3");
}

}  // namespace
}  // namespace mend
