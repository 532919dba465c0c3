// SPDX-License-Identifier: MIT
#include "mend/cli/targets.hpp"

#include "mend/cli/errors.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

JournalSettings with_own_action() {
  JournalSettings settings;
  settings.actions = {{"call-at-noon", Step::consistency, "call at noon", {}, {}, {}}};
  return settings;
}

std::string targets_of(std::string_view list, Discretion discretion = Discretion::off) {
  try {
    std::string out;
    for (const Target& target : parse_targets(list, with_own_action(), discretion)) {
      out += (out.empty() ? "" : " ") + std::string{key_of(target.step)};
      if (!target.action.empty()) out += "/" + target.action;
    }
    return out;
  } catch (const Stop& stop) {
    CHECK(stop.code() == exit_usage);
    return "refused: " + stop.diagnostic().what + " | " + stop.diagnostic().hint;
  }
}

}  // namespace

TEST_CASE("targets are steps, their actions, or one's own") {
  CHECK(targets_of("c") == "consistency");
  CHECK(targets_of("2,4,7") == "honesty consistency patience");
  CHECK(targets_of("c/on-time") == "consistency/on-time");
  CHECK(targets_of("c/call-at-noon,e") == "consistency/call-at-noon empathy");
  CHECK(targets_of("call-at-noon") == "consistency/call-at-noon");
  CHECK(targets_of("E,Call-At-Noon,C/ON-TIME") ==
        "empathy consistency/call-at-noon consistency/on-time");
  CHECK(targets_of("cons/on-time,2,c/on-time") ==
        "consistency/on-time honesty");
}

TEST_CASE("what names nothing is refused, wherever it stands") {
  for (const std::string_view list : {"", ",", "c,", ",c", "c,,e", "zzz", "c,zzz", "c/", "c/zzz", "/on-time",
                                      "c/on-time/x", "e/on-time", "e/call-at-noon", "c /on-time", "c, e"}) {
    CAPTURE(list);
    CHECK(targets_of(list).starts_with("refused"));
  }
}

TEST_CASE("the nearest name is offered, with discretion none that somebody chose") {
  CHECK(targets_of("c/on-tme").find("Did you mean 'on-time'?") != std::string::npos);
  CHECK(targets_of("c/call-at-non").find("Did you mean 'call-at-noon'?") != std::string::npos);
  CHECK(targets_of("c/call-at-non", Discretion::on).find("call-at-noon") == std::string::npos);
  CHECK(targets_of("c/zzz", Discretion::on).find("call-at-noon") == std::string::npos);
}

TEST_CASE("a row is asked for by its step, or by one's own action with a cadence") {
  JournalSettings settings = with_own_action();
  const auto targets = [&](const std::vector<std::string>& words) {
    return parse_row_targets(words, settings, Discretion::off);
  };
  CHECK(targets({}).empty());
  CHECK(targets({"e", "5"}).at(1).step == Step::space);
  CHECK_THROWS_AS(targets({"zzz"}), Stop);
  CHECK_THROWS_AS(targets({"e", ""}), Stop);
  // Neither a built-in action nor one without a cadence has a streak.
  CHECK_THROWS_AS(targets({"c/on-time"}), Stop);
  CHECK_THROWS_AS(targets({"c/call-at-noon"}), Stop);
  settings.actions[0].cadence = parse_cadence("daily");
  CHECK(targets({"c/call-at-noon"}).at(0).action == "call-at-noon");
  CHECK_THROWS_AS(targets({"e/call-at-noon"}), Stop);
}

TEST_CASE("rows come in the order they were asked for") {
  std::vector<StepRow> rows(step_count);
  for (const Step step : all_steps) rows[index_of(step)].step = step;
  StepRow own;
  own.step = Step::space;
  own.action = "walk";
  rows[index_of(Step::space)].actions.push_back(own);
  CHECK(named_rows(rows, {}).size() == step_count);
  const auto named = named_rows(rows, {{Step::space, ""}, {Step::apology, ""}, {Step::space, "walk"}});
  REQUIRE(named.size() == 3);
  CHECK(named[0].step == Step::space);
  CHECK(named[0].action.empty());
  CHECK(named[1].step == Step::apology);
  CHECK(named[2].action == "walk");
}

TEST_CASE("words are joined by one space") {
  CHECK(joined({"last", "30", "days"}) == "last 30 days");
  CHECK(joined({"today"}) == "today");
  CHECK(joined({}).empty());
}

}  // namespace mend
