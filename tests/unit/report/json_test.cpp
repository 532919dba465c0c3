// SPDX-License-Identifier: MIT
#include "mend/report/json.hpp"

#include "mend/text/utf8.hpp"
#include "support/entries.hpp"
#include "support/entry_of.hpp"
#include "support/json.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

const UtcZone json_utc{};

bool json_mentions(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// One valid value on one line, without a character that acts unseen.
std::string fault_in_json(const std::string& json) {
  if (!json.ends_with('\n') || std::ranges::count(json, '\n') != 1) return "not one line";
  std::string_view rest = json;
  for (rest.remove_suffix(1); !rest.empty();) {
    const Decoded decoded = decode_first(rest);
    if (is_invisible_control(decoded.code_point)) return "an unseen character";
    rest.remove_prefix(decoded.length);
  }
  return json_fault(json);
}

std::string keys_of(const Attributes& entry) {
  std::string keys;
  for (const Attribute& attribute : entry) keys += (keys.empty() ? "" : " ") + attribute.key;
  return keys;
}

Attributes json_entry_of(std::string_view kind, const Attributes& more) {
  Attributes entry = {{"id", {std::string{"a"}}},
                      {"day", {DateText{"2026-11-22"}}},
                      {"at", {DateText{"2026-11-22T10:00:00Z"}}},
                      {"edited", {DateText{"2026-11-22T11:00:00Z"}}},
                      {"kind", {std::string{kind}}}};
  entry.insert(entry.end(), more.begin(), more.end());
  return entry;
}

Attribute text(std::string key, std::string value) { return {std::move(key), {std::move(value)}}; }

}  // namespace

TEST_CASE("the judge of JSON can tell") {
  for (const std::string_view good : {"{}", "[]", "0", "-1.5e+3", "\"\\u00e9\\n\"", "[1,{\"a\":null}]",
                                      " true ", "\"日\""}) {
    CAPTURE(good);
    CHECK(json_fault(good) == "");
  }
  for (const std::string_view bad : {"", "{", "{a:1}", "[1,]", "{\"a\":1,}", "01", "1.", "nan", "\"a\nb\"",
                                     "\"\\x\"", "\"\xFF\"", "{} {}", "'a'", "+1", "\"a", "[1 2]"}) {
    CAPTURE(bad);
    CHECK(json_fault(bad) != "");
  }
}

TEST_CASE("entries are their keys in order, with dates as they are written") {
  const Attributes entry = {{"id", {std::string{"a"}}},
                            {"day", {DateText{"2026-11-22"}}},
                            {"defended", {false}},
                            {"listened_min", {std::int64_t{20}}},
                            {"ratio", {0.5}},
                            {"tags", {Values{{std::string{"x"}}}}},
                            {"mine", {Attributes{{"b", {Values{}}}}}}};
  CHECK(entries_json("list", std::vector<Attributes>{entry}, Discretion::off) ==
        "{\"schema\":\"mend.list/1\",\"entries\":[{\"id\":\"a\",\"day\":\"2026-11-22\",\"defended\":false,"
        "\"listened_min\":20,\"ratio\":0.5,\"tags\":[\"x\"],\"mine\":{\"b\":[]}}]}\n");
  CHECK(entries_json("list", {}, Discretion::off) == "{\"schema\":\"mend.list/1\",\"entries\":[]}\n");
  CHECK(entries_json("log", {}, Discretion::off, true) ==
        "{\"schema\":\"mend.log/1\",\"dry_run\":true,\"entries\":[]}\n");
  CHECK(fault_in_json(entries_json("list", std::vector<Attributes>{entry, {}, entry}, Discretion::off)) == "");
}

TEST_CASE("whatever is in an entry, the answer is JSON and drives no terminal") {
  std::vector<Attributes> entries;
  for (const auto hostile : hostile_texts) {
    const std::string owned{hostile};
    entries.push_back({{"text", {owned}}, {"key " + owned, {Values{{owned}}}}});
  }
  entries.push_back({{"not UTF-8 \xFF", {std::string{"\xC3\x28 \xED\xA0\x80"}}},
                     {"nan", {std::numeric_limits<double>::quiet_NaN()}},
                     {"inf", {-std::numeric_limits<double>::infinity()}},
                     {"huge", {std::numeric_limits<double>::max()}},
                     {"least", {std::numeric_limits<std::int64_t>::min()}},
                     {"nul", {std::string("\0", 1)}}});
  CHECK(fault_in_json(entries_json("list", entries, Discretion::off)) == "");
  CHECK(fault_in_json(entries_json("list", entries, Discretion::on)) == "");
  Random random{21};
  for (int i = 0; i < 300; ++i) {
    std::string bytes;
    for (std::size_t j = random.below(30); j > 0; --j) bytes += static_cast<char>(random.below(256));
    const std::vector<Attributes> entry = {{{bytes, {bytes}}}};
    REQUIRE(fault_in_json(entries_json("list", entry, Discretion::off)) == "");
    REQUIRE(fault_in_json(texts_json("path", {{"journal", bytes}})) == "");
  }
}

TEST_CASE("texts are exact: what cannot be seen is escaped, nothing is changed") {
  const auto shown = [](std::string value) {
    const std::vector<Attributes> entry = {{text("t", std::move(value))}};
    const std::string json = entries_json("x", entry, Discretion::off);
    const std::size_t begin = json.find("{\"t\":") + 5;
    return json.substr(begin, json.rfind("}]}") - begin);
  };
  CHECK(shown("häß 日本 😀 👩‍👩‍👧") == "\"häß 日本 😀 👩‍👩‍👧\"");
  CHECK(shown("a\n\t\"\\") == "\"a\\n\\t\\\"\\\\\"");
  CHECK(shown("\x1b\x7f") == "\"\\u001b\\u007f\"");
  CHECK(shown("\xC2\x9B") == "\"\\u009b\"");
  CHECK(shown("\u202E") == "\"\\u202e\"");
  CHECK(shown("\U000E0041") == "\"\\udb40\\udc41\"");
}

TEST_CASE("with discretion only what mend itself wrote or chose is left of an entry") {
  const Attributes action = json_entry_of("action", {text("step", "space"), text("action", "came-back"),
                                                text("text", "w"), text("mine", "w"),
                                                {"tags", {Values{{std::string{"w"}}}}}});
  CHECK(keys_of(without_words(action)) == "id day at edited kind step action");
  const Attributes own = json_entry_of("action", {text("step", "space"), text("action", "w")});
  CHECK(keys_of(without_words(own)) == "id day at edited kind step");
  const Attributes note = json_entry_of("note", {text("step", "empathy"), text("text", "w"),
                                            text("they_felt", "w"), {"listened_min", {std::int64_t{3}}}});
  CHECK(keys_of(without_words(note)).starts_with("id day at edited kind step"));
  CHECK_FALSE(json_mentions(keys_of(without_words(note)), "text"));
  CHECK_FALSE(json_mentions(keys_of(without_words(note)), "they_felt"));
  const Attributes promise = json_entry_of("promise", {text("step", "space"), text("text", "w"),
                                                  {"due", {DateText{"2026-11-27"}}}, text("to", "w"),
                                                  text("effort", "some"), text("if_then", "w")});
  CHECK(keys_of(without_words(promise)) == "id day at edited kind step due effort");
  const Attributes rest = json_entry_of("rest", {{"from", {DateText{"2026-11-22"}}},
                                            {"to", {DateText{"2026-11-23"}}}, text("reason", "w"),
                                            {"steps", {Values{{std::string{"space"}}}}}});
  CHECK(keys_of(without_words(rest)) == "id day at edited kind from to steps");
  const Attributes setback = json_entry_of("setback", {text("step", "space"), text("severity", "slip"),
                                                  text("told", "no"), text("text", "w")});
  CHECK(keys_of(without_words(setback)) == "id day at edited kind step");
  const Attributes outcome = json_entry_of("outcome", {text("promise", "p"), text("result", "changed"),
                                                  {"due", {DateText{"2026-11-27"}}}});
  CHECK(keys_of(without_words(outcome)) == "id day at edited kind promise result due");
  CHECK(without_words({}).empty());
}

TEST_CASE("the row of a step has every key of the manual, null where there is nothing") {
  JournalSettings settings;
  settings.cadences[index_of(Step::space)] = *parse_cadence("as-needed");
  settings.cadences[index_of(Step::patience)] = *parse_cadence("every 3d");
  const std::vector<Entry> entries = {action(Step::consistency, "2026-11-21"),
                                    action(Step::consistency, "2026-11-22")};
  const auto rows = read_step_rows(entries, settings, on("2026-11-22"), DayClock{json_utc});
  const std::string json = streak_json(rows, on("2026-11-22"));
  CHECK(fault_in_json(json) == "");
  CHECK(json.starts_with("{\"schema\":\"mend.streak/1\",\"today\":\"2026-11-22\",\"steps\":[{\"number\":1,"));
  CHECK(json_mentions(json,
                 "{\"number\":4,\"step\":\"consistency\",\"cadence\":\"daily\",\"unit\":\"day\",\"state\":\"kept\","
                 "\"current\":2,\"bridged\":0,\"at_risk\":false,\"best\":{\"length\":2,\"from\":\"2026-11-21\","
                 "\"to\":\"2026-11-22\"},\"steadiness\":{\"kept\":2,\"asked\":2},\"total\":2,"
                 "\"last\":\"2026-11-22\",\"chapter\":1}"));
  CHECK(json_mentions(json,
                 "{\"number\":5,\"step\":\"space\",\"cadence\":\"as-needed\",\"unit\":null,\"state\":null,"
                 "\"current\":null,\"bridged\":null,\"at_risk\":false,\"best\":null,\"steadiness\":null,"
                 "\"total\":0,\"last\":null,\"chapter\":1}"));
  CHECK(json_mentions(json, "\"cadence\":\"every 3d\",\"unit\":\"time\",\"state\":\"open\",\"current\":0,\"bridged\":0,"
                       "\"at_risk\":false,\"best\":null,\"steadiness\":null"));
  CHECK_FALSE(json_mentions(json, "\"actions\""));
}

TEST_CASE("the page of a day has its steps, what waits, and the setbacks by id") {
  std::vector<Entry> entries = {action(Step::honesty, "2026-11-22").id("a"),
                              EntryOf{Kind::note, "2026-11-22"}.step(Step::honesty),
                              promise("p", "2026-11-20", "2026-11-22"),
                              space("s", "2026-11-22T10:00:00Z", "2026-11-23T10:00:00Z"),
                              setback(Step::space, Severity::slip, "2026-11-22").id("b")};
  entries[2].keys = {{"text", {std::string{"be home"}}}};
  const auto rows = read_step_rows(entries, {}, on("2026-11-22"), DayClock{json_utc});
  const auto waiting = read_waiting(entries, on("2026-11-22"), DayClock{json_utc});
  DayReport report;
  report.command = "today";
  report.day = on("2026-11-22");
  report.rows = rows;
  report.entries = entries;
  report.waiting = waiting;
  report.setbacks = {&entries[4]};
  const std::string json = day_json(report, Discretion::off);
  CHECK(fault_in_json(json) == "");
  CHECK(json.starts_with("{\"schema\":\"mend.today/1\",\"day\":\"2026-11-22\",\"steps\":["));
  CHECK(json_mentions(json, "{\"number\":2,\"step\":\"honesty\",\"state\":\"kept\",\"asked\":true,\"current\":1,"
                       "\"got\":null,\"asked_now\":null,\"strip\":\"XXXXXXXXXXXXXK\",\"entries\":[\"a\"]}"));
  CHECK(json_mentions(json, "\"waiting\":[{\"kind\":\"promise\",\"id\":\"p\",\"due\":\"2026-11-22\",\"text\":\"be home\"},"
                       "{\"kind\":\"space\",\"id\":\"s\",\"until\":\"2026-11-23T10:00:00+00:00\"}]"));
  CHECK(json_mentions(json, "\"setbacks\":[\"b\"]"));
  CHECK_FALSE(json_mentions(day_json(report, Discretion::on), "be home"));
  CHECK(fault_in_json(day_json(report, Discretion::on)) == "");
}

TEST_CASE("the answers for scripts are small objects") {
  const auto rows = read_step_rows({}, {}, on("2026-11-22"), DayClock{json_utc});
  CHECK(check_json(true, {}, Discretion::off) == "{\"schema\":\"mend.check/1\",\"kept\":true,\"steps\":[]}\n");
  CHECK(fault_in_json(check_json(false, rows, Discretion::off)) == "");
  CHECK(status_json({1, 2}, 12, 3) ==
        "{\"schema\":\"mend.status/1\",\"kept\":1,\"asked\":2,\"consistency\":12,\"waiting\":3}\n");
  CHECK(texts_json("path", {{"journal", "/a"}}) == "{\"schema\":\"mend.path/1\",\"journal\":\"/a\"}\n");
  const std::vector<JournalEntry> journals = {{"main", "/a", true}, {"\"", "/b", false}};
  CHECK(fault_in_json(journals_json(journals, Discretion::off)) == "");
  CHECK(journals_json({}, Discretion::off) == "{\"schema\":\"mend.journals/1\",\"journals\":[]}\n");
  CHECK(fault_in_json(help_json(std::vector<CommandSummary>{{"log", "log STEP", "Record."}})) == "");
}

}  // namespace mend
