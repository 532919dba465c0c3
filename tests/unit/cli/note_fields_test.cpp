// SPDX-License-Identifier: MIT
#include "mend/cli/note_fields.hpp"

#include "mend/cli/errors.hpp"
#include "support/home.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

// The line that a field becomes in the file, or what was wrong with it.
std::string line_of(const std::string& step, const std::string& field) {
  Home home;
  const RunResult result = home.run({"note", step, "-f", field});
  if (result.exit_code != exit_done) {
    CHECK(result.exit_code == exit_usage);
    CHECK_FALSE(home.has_files());
    return "refused";
  }
  const std::string bytes = read_bytes(home.month());
  const std::string name = "\n" + field.substr(0, field.find('=')) + " = ";
  const auto at = bytes.find(name);
  REQUIRE(at != std::string::npos);
  return bytes.substr(at + 1, bytes.find('\n', at + 1) - at - 1);
}

}  // namespace

TEST_CASE("fields are saved as the type they have") {
  struct Row {
    std::string step;
    std::string field;
    std::string_view line;
  };
  const std::vector<Row> rows = {
      {"empathy", "they_felt=alone with it", "they_felt = \"alone with it\""},
      {"empathy", "they_felt=a=b", "they_felt = \"a=b\""},
      {"empathy", "they_felt=3", "they_felt = \"3\""},
      {"empathy", "they_felt=[a,b]", "they_felt = \"[a,b]\""},
      {"honesty", "listened_min=20", "listened_min = 20"},
      {"honesty", "listened_min=0", "listened_min = 0"},
      {"honesty", "listened_min=1440", "listened_min = 1440"},
      {"honesty", "defended=yes", "defended = true"},
      {"honesty", "defended=no", "defended = false"},
      {"honesty", "defended=true", "defended = true"},
      {"patience", "strength=1", "strength = 1"},
      {"patience", "strength=5", "strength = 5"},
      {"apology", "asked=not yet", "asked = \"not yet\""},
      {"responsibility", "look_again=+30d", "look_again = 2026-12-22"},
      {"responsibility", "look_again=12-24", "look_again = 2026-12-24"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.field);
    CHECK(line_of(row.step, row.field) == row.line);
  }
}

TEST_CASE("what does not fit a field is refused") {
  struct Row {
    std::string step;
    std::string field;
  };
  const std::vector<Row> refused = {
      {"honesty", "listened_min="},   {"honesty", "listened_min"},      {"honesty", "listened_min=-1"},
      {"honesty", "listened_min=1.5"}, {"honesty", "listened_min=20m"}, {"honesty", "listened_min=1441"},
      {"honesty", "listened_min= 5"}, {"honesty", "listened_min=+5"},   {"honesty", "defended=maybe"},
      {"honesty", "defended=YESS"},   {"patience", "strength=0"},       {"patience", "strength=6"},
      {"patience", "strength=99999999999999999999"},                    {"apology", "asked=twice"},
      {"responsibility", "look_again=someday"},                         {"responsibility", "look_again=mon..tue"},
      {"empathy", "listened_min=5"},  {"empathy", "=x"},                {"empathy", "text=x"},
      {"empathy", "id=x"},            {"empathy", "they_felt "},        {"empathy", ""},
  };
  for (const Row& row : refused) {
    CAPTURE(row.field);
    CHECK(line_of(row.step, row.field) == "refused");
  }
}

}  // namespace mend
