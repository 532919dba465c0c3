// SPDX-License-Identifier: MIT
#include "mend/domain/entry.hpp"

#include "support/entry_of.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Indices = std::vector<std::size_t>;

EntryOf facts_entry(std::string_view id, std::size_t file, std::size_t index) {
  return EntryOf{Kind::action, "2026-11-22"}.id(id).place(file, index);
}

}  // namespace

TEST_CASE("kinds and severities are read as they are written") {
  const std::vector<std::string_view> kinds = {"action",  "note",  "setback", "promise",
                                               "outcome", "space", "return",  "rest"};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    CHECK(word_of(static_cast<Kind>(i)) == kinds[i]);
    CHECK(kind_from_word(kinds[i]) == static_cast<Kind>(i));
  }
  CHECK(word_of(Kind::comeback) == "return");
  for (const std::string_view word : {"", "comeback", "Action", "actions", "rest "}) {
    CHECK_FALSE(kind_from_word(word));
  }
  for (const auto severity : {Severity::slip, Severity::lapse, Severity::breach}) {
    CHECK(severity_from_word(word_of(severity)) == severity);
  }
  CHECK(word_of(Severity::lapse) == "lapse");
  CHECK_FALSE(severity_from_word("failure"));
}

TEST_CASE("an entry without a time counts from the midnight of its day") {
  const FixedZone berlin{3600};
  const DayClock clock{berlin, 240};
  const Entry timeless = action(Step::honesty, "2026-11-22");
  CHECK(written_at(timeless, clock) == at("2026-11-22T00:00:00+01:00").instant);
  const Entry timed = action(Step::honesty, "2026-11-22").at("2026-11-23T02:00:00+09:00");
  CHECK(written_at(timed, clock) == at("2026-11-22T17:00:00Z").instant);
}

TEST_CASE("a deadline that is a date lasts until that day ends") {
  const FixedZone berlin{3600};
  const DayClock clock{berlin, 240};
  CHECK(end_of(deadline("2026-11-27"), clock) == at("2026-11-28T04:00:00+01:00").instant);
  CHECK(end_of(deadline("2026-11-27T18:00:00+01:00"), clock) ==
        at("2026-11-27T18:00:00+01:00").instant);
  CHECK(to_text(deadline("2026-11-27")) == "2026-11-27");
  CHECK(to_text(deadline("2026-11-27T18:00:00-03:30")) == "2026-11-27T18:00:00-03:30");
}

TEST_CASE("a deadline with a time is that time of the local clock, on the day it has there") {
  const FixedZone tokyo{9 * 3600};
  const FixedZone angeles{-8 * 3600};
  const Deadline evening = deadline("2026-11-27T18:00:00+01:00");
  CHECK(to_text(local(evening, tokyo)) == "2026-11-28T02:00:00+09:00");
  CHECK(local(evening, tokyo).day == on("2026-11-28"));
  CHECK(to_text(local(evening, angeles)) == "2026-11-27T09:00:00-08:00");
  CHECK(local(deadline("2026-11-27"), tokyo).day == on("2026-11-27"));
  CHECK(local(no_deadline, tokyo).is_never());
  CHECK(day_of(evening, {tokyo, 0}) == on("2026-11-28"));
  CHECK(day_of(evening, {tokyo, 120}) == on("2026-11-28"));
  CHECK(day_of(evening, {tokyo, 121}) == on("2026-11-27"));
  CHECK(day_of(evening, {angeles, 121}) == on("2026-11-27"));
  CHECK(day_of(deadline("2026-11-27"), {tokyo, 121}) == on("2026-11-27"));
}

TEST_CASE("an entry is known once its day has come, or when it was written before now") {
  const FixedZone angeles{-8 * 3600};
  const DayClock clock{angeles, 0};
  const auto known = [&](const Entry& entry, std::string_view now) {
    const Timestamp time = at(now);
    return is_known(entry, {time.day(), time.instant, clock});
  };
  const Entry tokyo = promise("p", "2026-11-28", "2026-11-29").at("2026-11-28T00:20:00+09:00");
  CHECK_FALSE(known(tokyo, "2026-11-27T07:19:59-08:00"));
  CHECK(known(tokyo, "2026-11-27T07:20:00-08:00"));
  const Entry timeless = promise("p", "2026-11-28", "2026-11-29");
  CHECK_FALSE(known(timeless, "2026-11-27T23:59:59-08:00"));
  CHECK(known(timeless, "2026-11-28T00:00:00-08:00"));
  const Entry late_today = promise("p", "2026-11-27", "2026-11-29").at("2026-11-27T20:00:00-08:00");
  CHECK(known(late_today, "2026-11-27T07:00:00-08:00"));
  const Moment end = last_moment_of(on("2026-11-27"), {angeles, 240});
  CHECK(end.now == at("2026-11-28T03:59:59-08:00").instant);
}

TEST_CASE("entries are listed by day, then time, then place, the timeless first") {
  const std::vector<Entry> ordered = {
      action(Step::honesty, "2026-11-20").at("2026-11-25T09:00:00Z").place(9, 9),
      action(Step::honesty, "2026-11-21").place(0, 7),
      action(Step::honesty, "2026-11-21").place(1, 0),
      action(Step::honesty, "2026-11-21").at("2026-11-21T10:00:00+02:00").place(1, 1),
      action(Step::honesty, "2026-11-21").at("2026-11-21T09:00:00Z").place(0, 3),
      action(Step::honesty, "2026-11-21").at("2026-11-21T10:00:00+01:00").place(0, 4),
      action(Step::honesty, "2026-11-22").place(0, 0),
  };
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    for (std::size_t j = 0; j < ordered.size(); ++j) {
      CAPTURE(i);
      CAPTURE(j);
      CHECK(listed_before(ordered[i], ordered[j]) == (i < j));
    }
  }
}

TEST_CASE("of entries with one id the later edited counts, else the first in the files") {
  struct Row {
    std::string_view what;
    std::vector<Entry> entries;
    Indices counted;
  };
  const auto early = "2026-11-22T10:00:00+02:00";
  const auto late = "2026-11-22T09:00:00Z";
  const std::vector<Row> rows = {
      {"no entries", {}, {}},
      {"all different", {facts_entry("a", 0, 0), facts_entry("b", 0, 1)}, {0, 1}},
      {"first of two", {facts_entry("a", 0, 0), facts_entry("a", 0, 1)}, {0}},
      {"first in file order, not in memory", {facts_entry("a", 1, 0), facts_entry("a", 0, 5)}, {1}},
      {"edited beats unedited", {facts_entry("a", 0, 0), facts_entry("a", 0, 1).edited(early)}, {1}},
      {"edited stays before unedited", {facts_entry("a", 0, 0).edited(early), facts_entry("a", 0, 1)}, {0}},
      {"later by instant",
       {facts_entry("a", 0, 0).edited(early), facts_entry("a", 0, 1).edited(late), facts_entry("a", 0, 2)},
       {1}},
      {"edited at once: first",
       {facts_entry("a", 0, 0).edited(late), facts_entry("a", 0, 1).edited("2026-11-22T10:00:00+01:00")},
       {0}},
      {"those without an id all count", {facts_entry("", 0, 0), facts_entry("", 0, 1), facts_entry("", 0, 1)},
       {0, 1, 2}},
      {"each id by itself",
       {facts_entry("a", 0, 0), facts_entry("b", 0, 1).edited(early), facts_entry("", 0, 2), facts_entry("a", 0, 3),
        facts_entry("b", 0, 4).edited(late), facts_entry("c", 0, 5)},
       {0, 2, 4, 5}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(counted(row.entries) == row.counted);
  }
}

TEST_CASE("which of three duplicates counts does not hang on the order they are read in") {
  std::vector<Entry> entries = {facts_entry("a", 0, 0), facts_entry("a", 0, 1).edited("2026-11-22T09:00:00Z"),
                              facts_entry("a", 1, 0).edited("2026-11-22T09:00:00Z")};
  std::ranges::sort(entries, {}, &Entry::place);
  do {
    const auto indices = counted(entries);
    REQUIRE(indices.size() == 1);
    CHECK(entries[indices.front()].place == Place{0, 1});
  } while (std::ranges::next_permutation(entries, {}, &Entry::place).found);
}

TEST_CASE("a deadline is over after its instant, or once its day has ended") {
  const FixedZone berlin{3600};
  const DayClock midnight{berlin, 0};
  const DayClock four{berlin, 240};
  const Deadline time = deadline("2026-11-27T18:00:00+01:00");
  CHECK_FALSE(is_over(time, at("2026-11-27T17:00:00Z").instant, midnight));
  CHECK(is_over(time, at("2026-11-27T17:00:01Z").instant, midnight));
  const Deadline day = deadline("2026-11-27");
  CHECK_FALSE(is_over(day, at("2026-11-27T23:59:59+01:00").instant, midnight));
  CHECK(is_over(day, at("2026-11-28T00:00:00+01:00").instant, midnight));
  CHECK_FALSE(is_over(day, at("2026-11-28T03:59:59+01:00").instant, four));
  CHECK(is_over(day, at("2026-11-28T04:00:00+01:00").instant, four));
}

TEST_CASE("a deadline in the small hours belongs to the day that is not over") {
  const FixedZone berlin{3600};
  CHECK(day_of(deadline("2026-11-28T01:00:00+01:00"), DayClock{berlin, 0}) == on("2026-11-28"));
  CHECK(day_of(deadline("2026-11-28T01:00:00+01:00"), DayClock{berlin, 240}) == on("2026-11-27"));
  CHECK(day_of(deadline("2026-11-28T04:00:00+01:00"), DayClock{berlin, 240}) == on("2026-11-28"));
  CHECK(day_of(deadline("2026-11-28"), DayClock{berlin, 240}) == on("2026-11-28"));
}

}  // namespace mend
