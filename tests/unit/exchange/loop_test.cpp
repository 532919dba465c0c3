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

std::string shown_loop(const HabitLog& log) {
  std::string out;
  for (const HabitRecord& record : log.records) {
    const bool says_something =
        record.mark != HabitMark::nothing || !record.comment.empty() || !record.amount.empty();
    if (!says_something) continue;
    out += to_iso(record.day) + " " + log.habits[record.habit].name +
           (record.mark == HabitMark::skipped ? " s" : record.mark == HabitMark::done ? " y" : " n");
    if (!record.comment.empty()) out += ": " + record.comment;
    if (!record.amount.empty()) out += " (" + record.amount + ")";
    out += "\n";
  }
  return out;
}

std::string habit_line(const std::string& position, const std::string& name, const std::string& goal) {
  return position + "," + name + "," + goal + "\n";
}

constexpr const char* yes_no = "YES_NO,,,3,7,#FF8F00,,AT_LEAST,0.0,false";

TEST_CASE("a folder for each habit: done, implied, skipped, with notes") {
  const HabitLog log = loop(
      {{"Habits.csv",
        std::string{new_header} + "001,\"Gym, or a run\",YES_NO,Did you?,,3,7,#FF8F00,,AT_LEAST,0.0,false\n"},
       {"001 Gym or a run/Checkmarks.csv",
        "Date,Value,Notes\n2026-01-05,YES_MANUAL,\"rain, and\nwind\"\n2026-01-04,YES_AUTO,\n"
        "2026-01-03,SKIP,\n2026-01-02,NO,\n2026-01-01,UNKNOWN,\n"}});
  REQUIRE(log.problems.empty());
  CHECK(shown_loop(log) ==
        "2026-01-05 Gym, or a run y: rain, and\nwind\n2026-01-03 Gym, or a run s\n");
  CHECK(log.habits.front().cadence == "3/week");
  CHECK(log.habits.front().words == "Did you?");
  CHECK(log.records.size() == 3);  // what nobody said is no record
}

TEST_CASE("older exports: fewer columns, no header, numbers for words") {
  const HabitLog log =
      loop({{"Habits.csv",
             "Position,Name,Description,NumRepetitions,Interval,Color\n001,Gym,Did you?,1,1,#FF8F00\n"},
            {"001 Gym/Checkmarks.csv", "2016-01-05,2\n2016-01-04,1\n2016-01-03,0\n2016-01-02,3\n"}});
  REQUIRE(log.problems.empty());
  CHECK(shown_loop(log) == "2016-01-05 Gym y\n2016-01-02 Gym s\n");
  CHECK(log.habits.front().cadence == "daily");
}

TEST_CASE("one table for all, each row with a comma at its end") {
  const HabitLog log =
      loop({{"Checkmarks.csv", "Date,Gym,Read ,\n2026-01-05,YES_MANUAL,SKIP,\n2026-01-04,NO,YES_MANUAL,\n"}});
  REQUIRE(log.problems.empty());
  CHECK(shown_loop(log) == "2026-01-05 Gym y\n2026-01-05 Read s\n2026-01-04 Read y\n");
}

TEST_CASE("with Habits.csv beside it the columns of the table are its habits") {
  const std::string habits = std::string{new_header} + habit_line("001", "\"Gym, or run\"", yes_no) +
                             habit_line("002", "Read ", yes_no) + habit_line("003", "Gym", yes_no) +
                             habit_line("004", "Gym", yes_no);
  const auto table = [&](const std::string& text) {
    const HabitLog log = loop({{"Habits.csv", habits}, {"Checkmarks.csv", text}});
    REQUIRE(log.problems.empty());
    REQUIRE(log.habits.size() == 4);
    std::string marks;
    for (const HabitRecord& record : log.records) {
      marks += std::to_string(record.habit) + (record.mark == HabitMark::skipped ? "s" : "y");
    }
    return marks;
  };
  CHECK(table("Date,Gym, or run,Read ,Gym,Gym,\n2026-01-05,SKIP,YES_MANUAL,YES_MANUAL,SKIP,\n") ==
        "0s1y2y3s");
  // Where only some were exported, or in another order.
  CHECK(table("Date,Gym,Read ,\n2026-01-05,SKIP,YES_MANUAL,\n") == "2s1y");
  CHECK(table("Date,Read ,Gym, or run,\n2026-01-05,SKIP,YES_MANUAL,\n") == "1s0y");
  // Renamed since, or saved again by a spreadsheet.
  CHECK(table("Date,A,B,C,D,\n2026-01-05,SKIP,YES_MANUAL,UNKNOWN,SKIP,\n") == "0s1y3s");
}

TEST_CASE("names with commas need Habits.csv, unless they are quoted") {
  const HabitLog log = loop({{"Checkmarks.csv", "Date,Gym, or run,\n2026-01-05,YES_MANUAL,\n"}});
  REQUIRE(log.problems.size() == 1);
  CHECK(log.problems.front().line == 1);
  CHECK(shown_loop(loop({{"Checkmarks.csv", "Date,\"Gym, or run\",\n2026-01-05,YES_MANUAL,\n"}})) ==
        "2026-01-05 Gym, or run y\n");
  CHECK(shown_loop(loop({{"Checkmarks.csv", "Date,\"Gym\" twice,\n2026-01-05,YES_MANUAL,\n"}})) ==
        "2026-01-05 \"Gym\" twice y\n");
}

TEST_CASE("two habits of one name stay two, told apart by their folders") {
  const HabitLog log = loop({{"Habits.csv", std::string{new_header} + habit_line("001", "Gym", yes_no) +
                                                habit_line("002", "Gym", yes_no)},
                             {"001 Gym/Checkmarks.csv", "Date,Value,Notes\n2026-01-05,YES_MANUAL,\n"},
                             {"002 Gym/Checkmarks.csv", "Date,Value,Notes\n2026-01-05,SKIP,\n"}});
  REQUIRE(log.habits.size() == 2);
  CHECK(log.habits[1].other_name == "002 Gym");
  CHECK(shown_loop(log) == "2026-01-05 Gym y\n2026-01-05 Gym s\n");
}

TEST_CASE("measured amounts are whole thousandths, with a decimal point ones; NO is none at all") {
  const std::string habits =
      std::string{new_header} +
      habit_line("001", "Pages", "NUMERICAL,,,1,1,#FF8F00,pages,AT_LEAST,10.0,false") +
      habit_line("002", "Cigarettes", "NUMERICAL,,,1,1,#FF8F00,,AT_MOST,2.0,false") +
      habit_line("003", "Steps", "NUMERICAL,,,1,1,#FF8F00,,AT_LEAST,0.0,false");
  const HabitLog log = loop(
      {{"Habits.csv", habits},
       {"001 Pages/Checkmarks.csv",
        "Date,Value,Notes\n2026-01-07,25000,\n2026-01-06,12.5,\n2026-01-05,10000,\n"
        "2026-01-04,9999,tired\n2026-01-03,NO,\n2026-01-02,SKIP,\n"},
       {"002 Cigarettes/Checkmarks.csv",
        "Date,Value,Notes\n2026-01-05,2001,\n2026-01-04,2000,\n2026-01-03,NO,\n2026-01-02,UNKNOWN,\n"},
       {"003 Steps/Checkmarks.csv", "Date,Value,Notes\n2026-01-05,100000000,\n2026-01-04,NO,\n"}});
  REQUIRE(log.problems.empty());
  CHECK(shown_loop(log) ==
        "2026-01-07 Pages y (25)\n2026-01-06 Pages y (12.5)\n2026-01-05 Pages y (10)\n"
        "2026-01-04 Pages n: tired (9.999)\n2026-01-02 Pages s\n"
        "2026-01-05 Cigarettes n (2.001)\n2026-01-04 Cigarettes y (2)\n2026-01-03 Cigarettes y (0)\n"
        "2026-01-05 Steps y (100000)\n");
}

TEST_CASE("an archived habit ends with its last day") {
  const HabitLog log = loop(
      {{"Habits.csv", std::string{new_header} + "001,Gym,YES_NO,,,1,7,#FF8F00,,,,true\n"},
       {"001 Gym/Checkmarks.csv",
        "Date,Value,Notes\n2026-01-05,NO,\n2026-01-04,YES_MANUAL,\n2026-01-03,YES_MANUAL,\n"}});
  CHECK(log.habits.front().until == parse_iso_day("2026-01-04"));
  const HabitLog never = loop({{"Habits.csv", std::string{new_header} + "001,Gym,YES_NO,,,1,7,#FF8F00,,,,true\n"}});
  CHECK_FALSE(never.habits.front().cadence);
}

TEST_CASE("what is wrong has its place") {
  const auto place = [](const HabitLog& log) {
    REQUIRE_FALSE(log.problems.empty());
    const Diagnostic& problem = log.problems.front();
    return problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
  };
  CHECK(place(loop({{"Checkmarks.csv", "Date,Gym,\n2026-01-05,PERHAPS,\n"}})) == "Checkmarks.csv:2:12");
  CHECK(place(loop({{"Checkmarks.csv", "Date,Gym,\n05.01.2026,NO,\n"}})) == "Checkmarks.csv:2:1");
  CHECK(place(loop({{"Checkmarks.csv", "Date,Gym,\n2026-01-05,NO,\n2026-01-04,NO,NO,\n"}})) == "Checkmarks.csv:3:15");
  CHECK(place(loop({{"Checkmarks.csv", "Date,Gym,Read,\n2026-01-05,NO,NO,\n2026-01-04,NO,"}})) == "Checkmarks.csv:3:12");
  CHECK(place(loop({{"001 Gym/Checkmarks.csv", "Date,Value,Notes\n2026-01-05,NO,\n2026-01-04,YES_MANUAL"}})) ==
        "001 Gym/Checkmarks.csv:3:12");
  CHECK(place(loop({{"001 Gym/Checkmarks.csv", "Date,Value,Notes\r2026-01-05,NO,\r"}})) ==
        "001 Gym/Checkmarks.csv:1:17");
  CHECK(place(loop({{"Habits.csv", "Position,Title\n1,Gym\n"}})) == "Habits.csv:1:1");
  CHECK(place(loop({{"Habits.csv", "Position,Name\n1,\"Gym\n"}})) == "Habits.csv:2:3");
}

}  // namespace
}  // namespace mend
