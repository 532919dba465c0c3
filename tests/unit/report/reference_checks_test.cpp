// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "support/records_of.hpp"

namespace mend {
namespace {

constexpr std::string_view head = "day = 2026-11-20\nat = 2026-11-20T19:00:00Z\n";

std::string referring_entry(std::string_view id, std::string_view more) {
  return "[[entry]]\nid = \"" + std::string{id} + "\"\n" + std::string{head} + std::string{more} +
         "\n";
}

const std::string referring_promise = referring_entry(
    "p", "kind = \"promise\"\nstep = \"consistency\"\ntext = \"x\"\ndue = 2026-11-27\n"
         "apology = \"a234\"");
const std::string referring_note = referring_entry("n", "kind = \"note\"\nstep = \"patience\"\nsetback = \"b234\"");

Lines said_of_references(const std::string& text) { return RecordsOf{text}.said_by(check_references); }

}  // namespace

TEST_CASE("a promise may follow a note of an apology, and nothing else") {
  CHECK(said_of_references(referring_promise) ==
        Lines{"2026-11.toml:1: its 'apology' names an entry that is not there: 'a234'"});
  CHECK(said_of_references(referring_promise + referring_entry("a234", "kind = \"note\"\nstep = \"apology\"")).empty());
  for (const auto* const other : {"kind = \"action\"\nstep = \"apology\"",
                                  "kind = \"note\"\nstep = \"honesty\""}) {
    CHECK(said_of_references(referring_promise + referring_entry("a234", other)) ==
          Lines{"2026-11.toml:1: the entry its 'apology' names, in 2026-11.toml:10, is no note of "
                "an apology"});
  }
}

TEST_CASE("a note of patience may belong to a setback, and nothing else") {
  CHECK(said_of_references(referring_note) ==
        Lines{"2026-11.toml:1: its 'setback' names an entry that is not there: 'b234'"});
  CHECK(said_of_references(referring_note + referring_entry("b234", "kind = \"setback\"\nstep = \"space\"\nseverity = \"slip\""))
            .empty());
  CHECK(said_of_references(referring_note + referring_entry("b234", "kind = \"note\"\nstep = \"space\"")).size() == 1);
}

TEST_CASE("a setback that another step's note mentions is a word of its own") {
  CHECK(said_of_references(referring_entry("n", "kind = \"note\"\nstep = \"empathy\"\nsetback = \"b\"")).empty());
}

TEST_CASE("the start of an id is hinted at when only one begins so") {
  const std::string start = referring_entry("n", "kind = \"note\"\nstep = \"patience\"\nsetback = \"b2\"");
  const std::string one =
      referring_entry("b234", "kind = \"setback\"\nstep = \"space\"\nseverity = \"slip\"");
  const std::string two = referring_entry("b2xy", "kind = \"note\"\nstep = \"space\"");
  CHECK(RecordsOf{start + one}.found_by(check_references).at(0).diagnostic.hint ==
        "Did you mean 'b234'?");
  CHECK(RecordsOf{start + one + two}.found_by(check_references).at(0).diagnostic.hint.empty());
}

}  // namespace mend
