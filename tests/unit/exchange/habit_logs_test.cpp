// SPDX-License-Identifier: MIT
#include "mend/exchange/import.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

// "2026-01-05 Gym y: comment (3)", one line for each record.
std::string shown(const HabitLog& log) {
  std::string out;
  for (const HabitRecord& record : log.records) {
    out += to_iso(record.day) + " " + log.habits[record.habit].name + " " +
           (record.mark == HabitMark::done      ? "y"
            : record.mark == HabitMark::skipped ? "s"
                                                : "n");
    if (!record.comment.empty()) out += ": " + record.comment;
    if (!record.amount.empty()) out += " (" + record.amount + ")";
    out += "\n";
  }
  return out;
}

HabitLog harsh(std::string habits, std::string log) {
  return read_harsh(ImportFile{"habits", std::move(habits)}, {"log", std::move(log)});
}

HabitLog habitctl(std::string habits, std::string log) {
  return read_habitctl(ImportFile{"habits", std::move(habits)}, {"log", std::move(log)});
}

std::string first_problem(const HabitLog& log) {
  if (log.problems.empty()) return {};
  const Diagnostic& problem = log.problems.front();
  return problem.file + ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
}

TEST_CASE("harsh: the last of several lines for a day counts") {
  CHECK(shown(harsh("Gym: 1\n", "2026-01-05 : Gym : y : one\n2026-01-05 : Gym : n\n")) ==
        "2026-01-05 Gym n: one\n2026-01-05 Gym n\n");  // its words are not lost
  CHECK(shown(harsh("Gym: 1\n", "2026-01-05 : Gym : n\n2026-01-05 : Gym : y : two : 3\n")) ==
        "2026-01-05 Gym y: two (3)\n");
}

TEST_CASE("habitctl: the first of several lines for a day counts") {
  CHECK(shown(habitctl("1 Gym\n", "2026-01-05\tGym\ty\n2026-01-05\tGym\tn\n")) ==
        "2026-01-05 Gym y\n");
}

TEST_CASE("harsh: a comment may have colons in it, and only a number behind it is an amount") {
  CHECK(shown(harsh("", "2026-01-05 : Gym : y : a : b : 12.5\n")) ==
        "2026-01-05 Gym y: a : b (12.5)\n");
  CHECK(shown(harsh("", "2026-01-05 : Gym : y : a : b\n")) == "2026-01-05 Gym y: a : b\n");
  CHECK(shown(harsh("", "2026-01-05 : Gym : y : at 18:30\n")) == "2026-01-05 Gym y: at 18:30\n");
  CHECK(shown(harsh("", "2026-01-05 : Gym : y :  : 4\n")) == "2026-01-05 Gym y (4)\n");
  CHECK(shown(harsh("", "2026-01-05 : Gym : s : \n")) == "2026-01-05 Gym s\n");
}

TEST_CASE("harsh: comments, headings and old line endings are passed over") {
  const HabitLog log = harsh("\xEF\xBB\xBF# mine\r\n! Body\r\n\r\nGym: 3/7\r\nRead: 1: 2026-12-31\r\n"
                             "Note: this: 2/30\r\nTrack: 0\r\nWeekly: 1w\r\nTwice: 3/2w\r\nRare: 1/4w\r\nOpen: 1: \r\n",
                             "# log\r\n2026-01-05 : Gym : y\r\n");
  REQUIRE(log.problems.empty());
  REQUIRE(log.habits.size() == 8);
  CHECK(log.habits[0].cadence == "3/week");
  CHECK(log.habits[1].cadence == "daily");
  CHECK(log.habits[1].until == parse_iso_day("2026-12-31"));
  CHECK(log.habits[2].name == "Note: this");
  CHECK(log.habits[2].cadence == "2/month");
  CHECK_FALSE(log.habits[3].cadence);
  CHECK(log.habits[4].cadence == "1/week");
  CHECK(log.habits[5].cadence == "2/week");
  CHECK(log.habits[6].cadence == "every 28d");
  CHECK(log.habits[7].name == "Open");
  CHECK(log.habits[7].cadence == "daily");
  CHECK(shown(log) == "2026-01-05 Gym y\n");
}

TEST_CASE("harsh: what is wrong has its place") {
  CHECK(first_problem(harsh("Gym: often\n", "")) == "habits:1:6");
  CHECK(first_problem(harsh("", "2026-01-05 : Gym : y\n2026-02-30 : Gym : y\n")) == "log:2:1");
  CHECK(first_problem(harsh("", "  2026-01-05 : Gym : maybe\n")) == "log:1:22");
  CHECK(first_problem(harsh("", "nonsense\n")) == "log:1:1");
}

TEST_CASE("harsh: a line of habits that harsh would skip is named and stops nothing") {
  const HabitLog log = harsh("Gym\nRead:1\n: 1\nSwim:\nRun: 1\n", "2026-01-05 : Gym : y\n");
  CHECK(log.problems.empty());
  REQUIRE(log.counts.size() == 4);
  CHECK(log.counts[0].starts_with("habits:1: harsh skips this line"));
  REQUIRE(log.habits.size() == 2);
  CHECK(log.habits[0].name == "Run");
}

TEST_CASE("harsh: a day of a habit that is in the log alone comes in as needed") {
  const HabitLog log = harsh("Run: 1\n", "2026-01-05 : Old one : y\n");
  REQUIRE(log.habits.size() == 2);
  CHECK(log.habits[1].name == "Old one");
  CHECK_FALSE(log.habits[1].cadence);
  CHECK(log.remarks.size() == 1);
}

TEST_CASE("dates with slashes are read when the year comes first") {
  CHECK(shown(harsh("", "2026/01/05 : Gym : y\n2026/1/6 : Gym : y\n")) ==
        "2026-01-05 Gym y\n2026-01-06 Gym y\n");
  CHECK(first_problem(harsh("", "05/01/2026 : Gym : y\n")) == "log:1:1");
  for (const std::string_view text : {"2026/13/01", "2026/1", "2026/1/", "2026//1", "2026/1/1/1", "26/01/05",
                                      "2026/001/1", "2026/-1/1", "", "/", "2026-1-5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_foreign_day(text));
  }
}

TEST_CASE("line ends of a lone CR are refused where the first is") {
  CHECK(first_problem(harsh("", "2026-01-05 : Gym : y : rain\r2026-01-06 : Gym : y\r")) == "log:1:28");
  CHECK(first_problem(habitctl("1 Gym\r2 Read\r", "")) == "habits:1:6");
}

TEST_CASE("habitctl: dates with an offset, and habits by days") {
  const HabitLog log = habitctl("1 Stretch\n7 Call home\n0 Coffee\n3 Run\n# x\n",
                                "2018-09-15+02:00\tCall home\ts\n2018-09-16\tRun\tn\n");
  REQUIRE(log.problems.empty());
  CHECK(shown(log) == "2018-09-15 Call home s\n2018-09-16 Run n\n");
  CHECK(log.habits[1].cadence == "1/week");
  CHECK_FALSE(log.habits[2].cadence);
  CHECK(log.habits[3].cadence == "every 3d");
  CHECK(first_problem(habitctl("Run 3\n", "")) == "habits:1:1");
  CHECK(first_problem(habitctl("", "2018-09-15\tRun\n")) == "log:1:1");
  CHECK(first_problem(habitctl("", "2018-09-15\tRun\tx\n")) == "log:1:16");
  CHECK(first_problem(habitctl("", "2018-09-15x\tRun\ty\n")) == "log:1:1");
}

TEST_CASE("a tracker without its list of habits has no rhythms") {
  const HabitLog log = read_harsh(std::nullopt, {"log", "2026-01-05 : Gym : y\n"});
  REQUIRE(log.habits.size() == 1);
  CHECK_FALSE(log.habits.front().cadence);
  CHECK(log.remarks.empty());
  CHECK(log.records.size() == 1);
}

}  // namespace
}  // namespace mend
