// SPDX-License-Identifier: MIT
#include "mend/domain/ledger.hpp"

#include "support/entry_of.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

const UtcZone ledger_utc{};

Ledger ledger_of(const std::vector<Entry>& entries, std::string_view today = "2026-11-30") {
  return read_ledger(entries, on(today), DayClock{ledger_utc});
}

// "open 2026-11-27" or "settled by x 2026-11-27" of the only promise.
std::string fate(const std::vector<Entry>& entries, std::string_view today = "2026-11-30") {
  const Ledger ledger = ledger_of(entries, today);
  REQUIRE(ledger.promises.size() == 1);
  const Agreement& promise = ledger.promises.front();
  const std::string due = " " + to_text(promise.deadline);
  return promise.is_open() ? "open" + due : "settled by " + promise.settlement->id + due;
}

EntryOf event(std::string_view id, Outcome result, std::string_view at) {
  return outcome("p", result, at.substr(0, 10)).id(id).at(at);
}

EntryOf moved(std::string_view id, std::string_view at, std::string_view due) {
  return event(id, Outcome::changed, at).deadline(due);
}

const Entry p = promise("p", "2026-11-20", "2026-11-27");

}  // namespace

TEST_CASE("what was written before now is in the ledger of the moment, not in that of the days") {
  const FixedZone angeles{-8 * 3600};
  const std::vector<Entry> entries = {
      promise("p", "2026-11-28", "2026-11-28T12:00:00+09:00").at("2026-11-28T00:20:00+09:00"),
      outcome("p", Outcome::kept, "2026-11-28").id("o").at("2026-11-28T09:00:00+09:00")};
  const auto ledger_at = [&](std::string_view now) {
    const Timestamp time = at(now);
    return read_ledger(entries, {time.day(), time.instant, DayClock{angeles}});
  };
  CHECK(ledger_at("2026-11-27T07:00:00-08:00").promises.empty());
  REQUIRE(ledger_at("2026-11-27T08:00:00-08:00").promises.size() == 1);
  CHECK(ledger_at("2026-11-27T08:00:00-08:00").promises[0].is_open());
  CHECK_FALSE(ledger_at("2026-11-27T16:00:00-08:00").promises[0].is_open());
  CHECK(read_ledger(entries, on("2026-11-27"), DayClock{angeles}).promises.empty());
  CHECK_FALSE(read_ledger(entries, on("2026-11-28"), DayClock{angeles}).promises[0].is_open());
}

TEST_CASE("a promise is open until something settles it") {
  CHECK(fate({p}) == "open 2026-11-27");
  for (const auto result : {Outcome::kept, Outcome::late, Outcome::missed, Outcome::dropped}) {
    CHECK(fate({p, event("x", result, "2026-11-25T10:00:00Z")}) == "settled by x 2026-11-27");
  }
  CHECK(fate({p, moved("x", "2026-11-25T10:00:00Z", "2026-12-01")}) == "open 2026-12-01");
}

TEST_CASE("of several that settle a promise the earliest counts, wherever it stands") {
  const Entry first = event("m", Outcome::missed, "2026-11-25T10:00:00+02:00");
  const Entry second = event("a", Outcome::kept, "2026-11-25T09:00:00Z");
  CHECK(fate({p, first, second}) == "settled by m 2026-11-27");
  CHECK(fate({second, first, p}) == "settled by m 2026-11-27");
}

TEST_CASE("what happened at the same instant is ordered by id") {
  const Entry a = event("a", Outcome::kept, "2026-11-25T10:00:00Z");
  const Entry b = event("b", Outcome::missed, "2026-11-25T11:00:00+01:00");
  CHECK(fate({p, b, a}) == "settled by a 2026-11-27");
  CHECK(fate({p, a, b}) == "settled by a 2026-11-27");
  const Entry change_a = moved("aa", "2026-11-25T10:00:00Z", "2026-12-01");
  const Entry change_z = moved("zz", "2026-11-25T10:00:00Z", "2026-12-02");
  CHECK(fate({p, change_z, change_a}) == "open 2026-12-02");
  // Settled between the two: the second comes too late.
  const Entry settled = event("mm", Outcome::kept, "2026-11-25T10:00:00Z");
  CHECK(fate({p, change_z, settled, change_a}) == "settled by mm 2026-12-01");
}

TEST_CASE("the latest change before the settlement gives the due") {
  const Entry one = moved("1", "2026-11-21T10:00:00Z", "2026-12-01");
  const Entry two = moved("2", "2026-11-22T10:00:00Z", "2026-11-29T18:00:00+01:00");
  const Entry settled = event("x", Outcome::kept, "2026-11-25T10:00:00Z");
  const Entry after = moved("4", "2026-11-25T10:00:01Z", "2027-01-01");
  CHECK(fate({p, one, two}) == "open 2026-11-29T18:00:00+01:00");
  CHECK(fate({p, two, one}) == "open 2026-11-29T18:00:00+01:00");
  CHECK(fate({p, after, settled, two, one}) == "settled by x 2026-11-29T18:00:00+01:00");
  // A change without a due moves nothing.
  CHECK(fate({p, one, event("5", Outcome::changed, "2026-11-24T10:00:00Z")}) == "open 2026-12-01");
}

TEST_CASE("an event without a time counts from the start of its day") {
  const Entry timeless = outcome("p", Outcome::kept, "2026-11-25").id("x");
  const Entry at_eight = event("y", Outcome::missed, "2026-11-25T08:00:00Z");
  const Entry the_day_before = event("z", Outcome::missed, "2026-11-24T23:59:59Z");
  CHECK(fate({p, at_eight, timeless}) == "settled by x 2026-11-27");
  CHECK(fate({p, timeless, the_day_before}) == "settled by z 2026-11-27");
}

TEST_CASE("events of what is not known count for nothing") {
  CHECK(fate({p, outcome("q", Outcome::kept, "2026-11-25")}) == "open 2026-11-27");
  CHECK(fate({p, outcome("", Outcome::kept, "2026-11-25")}) == "open 2026-11-27");
  // A return does not settle a promise, nor an outcome a space, though the ids agree.
  CHECK(fate({p, comeback("p", Outcome::on_time, "2026-11-25T10:00:00Z")}) == "open 2026-11-27");
  const auto spaces = ledger_of({space("p", "2026-11-20T10:00:00Z", "2026-11-21"),
                            outcome("p", Outcome::kept, "2026-11-25")})
                          .spaces;
  REQUIRE(spaces.size() == 1);
  CHECK(spaces.front().is_open());
}

TEST_CASE("a promise without an id cannot be settled, not even by an empty reference") {
  CHECK(fate({promise("", "2026-11-20", "2026-11-27"), outcome("", Outcome::kept, "2026-11-25")}) ==
        "open 2026-11-27");
}

TEST_CASE("what lies after today has not happened") {
  const Entry kept = event("x", Outcome::kept, "2026-11-25T10:00:00Z");
  CHECK(fate({p, kept}, "2026-11-24") == "open 2026-11-27");
  CHECK(fate({p, kept}, "2026-11-25") == "settled by x 2026-11-27");
  CHECK(ledger_of({p, kept}, "2026-11-19").promises.empty());
  // Written for a day to come, though the clock says earlier: its day decides.
  const Entry ahead = outcome("p", Outcome::kept, "2026-11-26").id("x").at("2026-11-21T10:00:00Z");
  CHECK(fate({p, ahead}, "2026-11-25") == "open 2026-11-27");
}

TEST_CASE("spaces are extended and settled by returns") {
  const Entry s = space("s", "2026-11-20T10:00:00Z", "2026-11-20T18:00:00Z");
  const auto extended = comeback("s", Outcome::extended, "2026-11-20T17:00:00Z")
                            .id("e")
                            .deadline("2026-11-22T18:00:00Z");
  const auto back = comeback("s", Outcome::late, "2026-11-22T19:00:00Z").id("b");
  const std::vector<Entry> entries = {s, back, extended};
  const Ledger ledger = ledger_of(entries);
  CHECK(ledger.promises.empty());
  REQUIRE(ledger.spaces.size() == 1);
  const Agreement& agreement = ledger.spaces.front();
  CHECK(agreement.opening == &entries[0]);
  CHECK(agreement.settlement == &entries[1]);
  CHECK(to_text(agreement.deadline) == "2026-11-22T18:00:00+00:00");
}

TEST_CASE("agreements do not mix") {
  const std::vector<Entry> entries = {promise("a", "2026-11-20", "2026-11-27"),
                                    promise("b", "2026-11-20", "2026-11-28"),
                                    outcome("b", Outcome::kept, "2026-11-21").id("x"),
                                    outcome("a", Outcome::changed, "2026-11-21").deadline("2026-12-05")};
  const Ledger ledger = ledger_of(entries);
  REQUIRE(ledger.promises.size() == 2);
  CHECK(ledger.promises[0].is_open());
  CHECK(to_text(ledger.promises[0].deadline) == "2026-12-05");
  CHECK(ledger.promises[1].settlement == &entries[2]);
  CHECK(to_text(ledger.promises[1].deadline) == "2026-11-28");
}

TEST_CASE("promises are counted by what became of them, changes beside that") {
  const std::vector<Entry> entries = {
      promise("a", "2026-11-01", "2026-11-27"), promise("b", "2026-11-01", "2026-11-05"),
      promise("c", "2026-11-01", "2026-11-05"), promise("d", "2026-11-01", "2026-11-05"),
      promise("e", "2026-11-01", "2026-11-05"), promise("f", "2026-11-01", "2026-11-05"),
      outcome("b", Outcome::kept, "2026-11-05"), outcome("c", Outcome::late, "2026-11-06"),
      outcome("d", Outcome::missed, "2026-11-06"), outcome("e", Outcome::dropped, "2026-11-03"),
      outcome("f", Outcome::changed, "2026-11-02").at("2026-11-02T10:00:00Z").deadline("2026-11-08"),
      outcome("f", Outcome::changed, "2026-11-03").at("2026-11-03T10:00:00Z").deadline("2026-11-09"),
      outcome("f", Outcome::kept, "2026-11-04").at("2026-11-04T10:00:00Z"),
      outcome("f", Outcome::changed, "2026-11-05").at("2026-11-05T10:00:00Z").deadline("2026-11-10"),
      outcome("x", Outcome::kept, "2026-11-05")};
  const PromiseCounts counts = count_promises(ledger_of(entries).promises);
  CHECK(counts.open == 1);
  CHECK(counts.kept == 2);
  CHECK(counts.late == 1);
  CHECK(counts.missed == 1);
  CHECK(counts.dropped == 1);
  CHECK(counts.changed == 2);
  CHECK(counts.rated() == 4);
}

}  // namespace mend
