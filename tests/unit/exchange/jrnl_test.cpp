// SPDX-License-Identifier: MIT
#include "mend/exchange/import.hpp"

#include <doctest/doctest.h>

namespace mend {
namespace {

Mapped jrnl(std::string json, const Mapping& mapping) {
  const ImportFile file{"diary.json", std::move(json)};
  return read_jrnl({&file, 1}, mapping, UtcZone{});
}

const Mapping all_honesty{{}, MapTarget{Step::honesty, {}}};

TEST_CASE("title and body are one text, time and tags come along") {
  const Mapped mapped = jrnl(
      R"({"tags": {"@sam": 1}, "entries": [{"title": "A walk.", "body": "By the\nriver.",
          "date": "2026-01-05", "time": "21:04", "tags": ["@sam"], "starred": true, "uuid": null}]})",
      all_honesty);
  REQUIRE(mapped.import.problems.empty());
  REQUIRE(mapped.import.entries.size() == 1);
  const Attributes& entry = mapped.import.entries.front().entry;
  CHECK(text_of(entry, "text") == "A walk.\nBy the\nriver.");
  CHECK(text_of(entry, "kind") == "note");
  CHECK(*find_value(entry, "at") == Value{DateText{"2026-01-05T21:04:00+00:00"}});
  CHECK(tags_of(entry) == std::vector<std::string_view>{"sam", "starred"});
}

TEST_CASE("the first tag that is mapped decides, `*` has the rest") {
  Mapping mapping = all_honesty;
  mapping.names["@sam"] = {Step::empathy, {}};
  const Mapped mapped = jrnl(R"({"entries": [
      {"title": "a", "body": "", "date": "2026-01-05", "time": "01:00", "tags": ["@x", "@sam"]},
      {"title": "b", "body": "", "date": "2026-01-05", "time": "01:00", "tags": []}]})",
                             mapping);
  REQUIRE(mapped.import.entries.size() == 2);
  CHECK(text_of(mapped.import.entries[0].entry, "step") == "empathy");
  CHECK(text_of(mapped.import.entries[1].entry, "step") == "honesty");
}

TEST_CASE("what has no tag that is mapped is named") {
  Mapping mapping;
  mapping.names["@sam"] = {Step::empathy, {}};
  const Mapped mapped = jrnl(R"({"entries": [
      {"title": "a", "body": "", "date": "2026-01-05", "time": "01:00", "tags": ["@x"]},
      {"title": "b", "body": "", "date": "2026-01-05", "time": "01:00", "tags": []}]})",
                             mapping);
  CHECK(mapped.unmapped == std::vector<std::string>{"@x", "*"});
}

TEST_CASE("two entries that are the same in all stay two, with the same ids each time") {
  const std::string twice = R"({"entries": [
      {"title": "a", "body": "", "date": "2026-01-05", "time": "01:00", "tags": []},
      {"title": "a", "body": "", "date": "2026-01-05", "time": "01:00", "tags": []}]})";
  const Mapped mapped = jrnl(twice, all_honesty);
  REQUIRE(mapped.import.entries.size() == 2);
  const auto& first = mapped.import.entries[0].entry;
  const auto& second = mapped.import.entries[1].entry;
  CHECK(text_of(first, "id") != text_of(second, "id"));
  const Mapped again = jrnl(twice, all_honesty);
  CHECK(again.import.entries[1].entry == second);
}

TEST_CASE("an export of mend's own is refused once, with what reads it") {
  const Mapped mapped = jrnl(
      R"({"schema": "mend.export/1", "entries": [{"id": "aaaa", "day": "2026-11-20"}]})", all_honesty);
  REQUIRE(mapped.import.problems.size() == 1);
  CHECK(mapped.import.problems.front().hint == "Use --from mend-json.");
  CHECK(mapped.import.entries.empty());
}

TEST_CASE("an entry without any words is left out and counted") {
  const Mapped mapped = jrnl(R"({"entries": [{"date": "2026-01-05"},
      {"title": " \n", "body": "", "date": "2026-01-06", "time": "01:00", "tags": ["@x"]}]})",
                             Mapping{});
  CHECK(mapped.import.problems.empty());
  CHECK(mapped.unmapped.empty());
  CHECK(mapped.import.entries.empty());
  CHECK(mapped.import.counts == std::vector<std::string>{"2 entries without any words were left out."});
}

TEST_CASE("a file for each entry") {
  const std::vector<ImportFile> files = {
      {"a.json", R"({"title": "a", "body": "", "date": "2026-01-05", "time": "01:00", "tags": []})"},
      {"b.json", R"({"title": "a", "body": "", "date": "2026-01-05", "time": "01:00", "tags": []})"},
      {"c.json", R"({"entries": [{"title": "c", "date": "2026/01/06"}]})"}};
  const Mapped mapped = read_jrnl(files, all_honesty, UtcZone{});
  REQUIRE(mapped.import.entries.size() == 3);
  CHECK(mapped.import.entries[0].place.file == "a.json");
  CHECK(text_of(mapped.import.entries[0].entry, "id") != text_of(mapped.import.entries[1].entry, "id"));
  CHECK(*find_value(mapped.import.entries[2].entry, "day") == Value{DateText{"2026-01-06"}});
}

TEST_CASE("what is wrong has the place of its entry") {
  const auto place = [](const Mapped& mapped) {
    REQUIRE_FALSE(mapped.import.problems.empty());
    const Diagnostic& problem = mapped.import.problems.front();
    return std::to_string(problem.line) + ":" + std::to_string(problem.column);
  };
  CHECK(place(jrnl("{\"entries\": [\n  {\"title\": \"a\", \"date\": \"5.1.2026\"}]}", all_honesty)) == "2:3");
  CHECK(place(jrnl("{\"entries\": []}", all_honesty)) == "1:1");
  CHECK(place(jrnl("{\"tags\": {}}", all_honesty)) == "1:1");
  CHECK(place(jrnl("{\"entries\": [{\"title\": \"a\", \"date\": \"2026-01-05\", \"time\": \"25:00\"}]}",
                   all_honesty)) == "1:14");
}

}  // namespace
}  // namespace mend
