// SPDX-License-Identifier: MIT
#include "mend/domain/follow_through.hpp"

#include "support/entry_of.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

const UtcZone through_utc{};

EntryOf apology(std::string_view id) {
  return EntryOf{Kind::note, "2026-11-10"}.id(id).step(Step::apology);
}

EntryOf attached(std::string_view id, std::string_view apology) {
  EntryOf entry = promise(id, "2026-11-11", "2026-11-20");
  entry.entry.reference = apology;
  return entry;
}

// "a 1 of 2, 1 open" of each apology.
std::string told(const std::vector<Entry>& entries) {
  std::string out;
  for (const auto& each : read_follow_through(entries, read_ledger(entries, on("2026-11-22"), DayClock{through_utc}))) {
    out += (out.empty() ? "" : "; ") + each.apology->id + " " + std::to_string(each.kept) +
           " of " + std::to_string(each.of) + ", " + std::to_string(each.open) + " open";
  }
  return out;
}

std::string unsaid(const Attributes& note) {
  std::string out;
  for (const auto part : unsaid_parts(note)) out += (out.empty() ? "" : " ") + std::string{part};
  return out;
}

}  // namespace

TEST_CASE("an apology without promises has nothing to follow through") {
  CHECK(told({apology("a"), promise("p", "2026-11-11", "2026-11-20")}).empty());
}

TEST_CASE("kept and late are followed through, dropped is no longer part of it") {
  const std::vector<Entry> entries = {apology("a"), attached("p", "a"), attached("q", "a"), attached("r", "a")};
  auto with = entries;
  CHECK(told(with) == "a 0 of 3, 3 open");
  with.push_back(outcome("p", Outcome::kept, "2026-11-12"));
  CHECK(told(with) == "a 1 of 3, 2 open");
  with.push_back(outcome("q", Outcome::late, "2026-11-21"));
  CHECK(told(with) == "a 2 of 3, 1 open");
  auto missed = with;
  missed.push_back(outcome("r", Outcome::missed, "2026-11-21"));
  CHECK(told(missed) == "a 2 of 3, 0 open");
  auto dropped = with;
  dropped.push_back(outcome("r", Outcome::dropped, "2026-11-13"));
  CHECK(told(dropped) == "a 2 of 2, 0 open");
}

TEST_CASE("each apology has its own promises; what is no apology has none") {
  const Entry note = EntryOf{Kind::note, "2026-11-10"}.id("n").step(Step::empathy);
  CHECK(told({apology("a"), apology("b"), note, attached("p", "b"), attached("q", "n"), attached("r", "x"),
              attached("s", "a")}) == "a 0 of 1, 1 open; b 0 of 1, 1 open");
}

TEST_CASE("the parts of an apology that are still unsaid") {
  CHECK(unsaid({}) == "acknowledged regret asked");
  CHECK(unsaid({{"acknowledged", {false}}, {"regret", {std::string{}}}, {"asked", {std::string{"not yet"}}}}) ==
        "acknowledged regret asked");
  CHECK(unsaid({{"acknowledged", {true}}, {"regret", {std::string{"the shouting"}}}, {"asked", {std::string{"once"}}}})
            .empty());
  CHECK(unsaid({{"acknowledged", {true}}, {"asked", {std::string{"chose not to"}}}}) == "regret");
}

}  // namespace mend
