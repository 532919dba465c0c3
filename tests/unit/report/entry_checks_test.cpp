// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "support/records_of.hpp"

namespace mend {
namespace {

Lines said_of_entries(std::string_view text) { return RecordsOf{text}.said_by(check_entries); }

// An entry with nothing odd in it but what is added.
std::string plain_entry(std::string_view more, std::string_view day = "2026-11-20") {
  return "[[entry]]\nid = \"k7q2\"\nday = " + std::string{day} +
         "\nat = 2026-11-20T19:00:00Z\n" + std::string{more} + "\n";
}

constexpr std::string_view action_entry = "kind = \"action\"\nstep = \"consistency\"";
constexpr std::string_view evening_list = R"(kind = "action"
step = "consistency"
action = "evening-list")";

OwnAction ended_action(std::string key, std::string_view until) {
  OwnAction ended_action;
  ended_action.key = std::move(key);
  ended_action.step = Step::consistency;
  ended_action.until = parse_iso_day(until);
  return ended_action;
}

}  // namespace

TEST_CASE("an entry as mend writes it has nothing odd") {
  CHECK(said_of_entries(plain_entry(action_entry)).empty());
  CHECK(said_of_entries(plain_entry("kind = \"action\"\nstep = \"consistency\"\naction = \"on-time\"")).empty());
  CHECK(said_of_entries(plain_entry("kind = \"rest\"\nfrom = 2026-11-20\nto = 2026-12-04")).empty());
}

TEST_CASE("an entry without id is named, at the line of its header") {
  const std::string bare = "[[entry]]\nday = 2026-11-20\nkind = \"action\"\nstep = \"space\"\n";
  CHECK(said_of_entries("# comment\n\n" + bare) == Lines{"2026-11.toml:3: this entry has no id"});
}

TEST_CASE("an entry without at is named where its time decides something") {
  const std::string bare = "[[entry]]\nid = \"aa\"\nday = 2026-11-20\n";
  CHECK(said_of_entries(bare + "kind = \"space\"\nuntil = 2026-11-20\n") ==
        Lines{"2026-11.toml:1: this entry does not say when it was written, so its day's start is "
              "taken"});
  CHECK(said_of_entries(bare + "kind = \"action\"\nstep = \"space\"\n").empty());
}

TEST_CASE("edited before it was written, as instants") {
  const std::string early = "edited = 2026-11-20T20:59:59+02:00\n";
  CHECK(said_of_entries(plain_entry(early + std::string{action_entry})) ==
        Lines{"2026-11.toml:1: this entry was edited before it was written"});
  CHECK(said_of_entries(plain_entry("edited = 2026-11-20T20:00:00+01:00\n" + std::string{action_entry})).empty());
}

TEST_CASE("an entry belongs in the file of the month of its day") {
  CHECK(said_of_entries(plain_entry(action_entry, "2026-10-31")) ==
        Lines{"2026-11.toml:1: this entry belongs in 2026-10.toml"});
}

TEST_CASE("days that have not come yet are odd, but for rest") {
  CHECK(said_of_entries(plain_entry(action_entry, "2026-11-22")).empty());
  CHECK(said_of_entries(plain_entry(action_entry, "2026-11-23")) ==
        Lines{"2026-11.toml:1: this entry's day has not come yet"});
  const std::string rest = "kind = \"rest\"\nfrom = 2026-11-30\nto = 2026-11-30";
  CHECK(said_of_entries(plain_entry(rest, "2026-11-30")).empty());
}

TEST_CASE("rest that covers no day") {
  CHECK(said_of_entries(plain_entry("kind = \"rest\"\nfrom = 2026-11-20\nto = 2026-11-19")) ==
        Lines{"2026-11.toml:1: this rest ends before it begins, so it covers no day"});
  CHECK(said_of_entries(plain_entry("kind = \"rest\"\nfrom = 2026-11-21\nto = 2026-11-21")) ==
        Lines{"2026-11.toml:1: the day of a rest is its first one, 2026-11-21"});
  // Empty lists are as good as none: it is for everything.
  CHECK(said_of_entries(plain_entry("kind = \"rest\"\nfrom = 2026-11-20\nto = 2026-11-20\nsteps = []")).empty());
}

TEST_CASE("an action is the step's own or one of the journal's") {
  CHECK(said_of_entries(plain_entry("kind = \"action\"\nstep = \"consistency\"\naction = \"on-tme\"")) ==
        Lines{"2026-11.toml:1: consistency has no such action: 'on-tme'"});
  RecordsOf journal{plain_entry(evening_list)};
  CHECK(journal.said_by(check_entries) ==
        Lines{"2026-11.toml:1: consistency has no such action: 'evening-list'"});
  journal.own_action(ended_action("evening-list", "2026-11-19"));
  CHECK(journal.said_by(check_entries) ==
        Lines{"2026-11.toml:1: this action had ended on 2026-11-19: 'evening-list'"});
  SUBCASE("it holds on its last day") {
    journal.own_action(ended_action("evening-list", "2026-11-20"));
    CHECK(journal.said_by(check_entries).empty());
  }
  SUBCASE("an action of another step is none") {
    OwnAction other = ended_action("evening-list", "2026-12-31");
    other.step = Step::empathy;
    CHECK(RecordsOf{plain_entry(evening_list)}.own_action(other).said_by(check_entries).size() == 1);
  }
}

TEST_CASE("of one id, what does not count is named, with what counts") {
  const std::string plain = plain_entry(action_entry);
  const std::string edited = plain_entry("edited = 2026-11-21T08:00:00Z\n" + std::string{action_entry});
  CHECK(RecordsOf{plain}.month("2026-11.pending-a.toml", plain).said_by(check_ids) ==
        Lines{"2026-11.pending-a.toml:1: the entry in 2026-11.toml:1 has the same id, 'k7q2', and "
              "counts instead of this one"});
  CHECK(RecordsOf{plain + edited}.said_by(check_ids) ==
        Lines{"2026-11.toml:1: the entry in 2026-11.toml:7 has the same id, 'k7q2', and counts "
              "instead of this one"});
  const std::string nameless = "[[entry]]\nday = 2026-11-20\nkind = \"action\"\nstep = \"space\"\n";
  CHECK(RecordsOf{nameless + nameless}.said_by(check_ids).empty());
}

}  // namespace mend
