// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "support/records_of.hpp"

namespace mend {
namespace {

OwnAction declared_action(std::string key, int line) {
  OwnAction own;
  own.key = std::move(key);
  own.step = Step::consistency;
  own.line = line;
  return own;
}

Lines said_of_actions(std::vector<OwnAction> actions) {
  JournalSettings settings;
  settings.actions = std::move(actions);
  return lines_of(check_own_actions(settings, "journal.toml"));
}

}  // namespace

TEST_CASE("own actions each have a key of their own") {
  CHECK(said_of_actions({declared_action("call-at-noon", 2), declared_action("evening-list", 7)}).empty());
  OwnAction of_another_step = declared_action("call-at-noon", 12);
  of_another_step.step = Step::empathy;
  CHECK(said_of_actions({declared_action("call-at-noon", 2), declared_action("call-at-noon", 7), of_another_step}) ==
        Lines{"journal.toml:7: the action in line 2 has this key too, 'call-at-noon'"});
}

TEST_CASE("an own action cannot have a key that another one had") {
  OwnAction renamed = declared_action("noon-call", 2);
  renamed.was = {"call-at-noon"};
  CHECK(said_of_actions({renamed, declared_action("call-at-noon", 7)}) ==
        Lines{"journal.toml:7: the action in line 2 used to have this key, 'call-at-noon'"});
  renamed.line = 12;
  CHECK(said_of_actions({declared_action("call-at-noon", 7), renamed}) ==
        Lines{"journal.toml:12: the action in line 7 has this key too, 'call-at-noon'"});
}

TEST_CASE("an own action cannot take the place of one that the step has") {
  CHECK(said_of_actions({declared_action("on-time", 2)}) ==
        Lines{"journal.toml:2: 'on-time' is an action that consistency already has"});
  OwnAction of_another_step = declared_action("on-time", 2);
  of_another_step.step = Step::apology;
  CHECK(said_of_actions({of_another_step}).empty());
}

TEST_CASE("an own action ends on or after the day it begins") {
  OwnAction call = declared_action("call-at-noon", 2);
  call.since = parse_iso_day("2026-11-20");
  call.until = parse_iso_day("2026-11-20");
  CHECK(said_of_actions({call}).empty());
  call.until = parse_iso_day("2026-11-19");
  CHECK(said_of_actions({call}) ==
        Lines{"journal.toml:2: the 'since' of 'call-at-noon' comes after its 'until'"});
}

}  // namespace mend
