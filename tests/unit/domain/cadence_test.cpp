// SPDX-License-Identifier: MIT
#include "mend/domain/cadence.hpp"

#include <doctest/doctest.h>

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Form = Cadence::Form;
using CadenceUnit = Cadence::Unit;

}  // namespace

TEST_CASE("cadences are read as they are written") {
  struct Row {
    std::string_view text;
    Form form;
    CadenceUnit unit;
    int count;
    std::string_view named_days;  // Sunday first, as bitset writes them
  };
  const std::vector<Row> rows = {
      {"daily", Form::weekdays, CadenceUnit::day, 0, "1111111"},
      {"weekdays", Form::weekdays, CadenceUnit::day, 0, "0011111"},
      {"mon", Form::weekdays, CadenceUnit::day, 0, "0000001"},
      {"mon,wed,fri", Form::weekdays, CadenceUnit::day, 0, "0010101"},
      {"sun,sat", Form::weekdays, CadenceUnit::day, 0, "1100000"},
      {"mon,tue,wed,thu,fri,sat,sun", Form::weekdays, CadenceUnit::day, 0, "1111111"},
      {"1/week", Form::weekly, CadenceUnit::week, 1, "0000000"},
      {"7/week", Form::weekly, CadenceUnit::week, 7, "0000000"},
      {"1/month", Form::monthly, CadenceUnit::month, 1, "0000000"},
      {"31/month", Form::monthly, CadenceUnit::month, 31, "0000000"},
      {"every 2d", Form::every_n_days, CadenceUnit::time, 2, "0000000"},
      {"every 365d", Form::every_n_days, CadenceUnit::time, 365, "0000000"},
      {"as-needed", Form::as_needed, CadenceUnit::none, 0, "0000000"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto cadence = parse_cadence(row.text);
    REQUIRE(cadence);
    CHECK(cadence->form == row.form);
    CHECK(cadence->unit() == row.unit);
    CHECK(cadence->count == row.count);
    CHECK(cadence->named_days.to_string() == row.named_days);
    CHECK(cadence->text == row.text);
  }
}

TEST_CASE("named weekdays ask on themselves alone") {
  const auto cadence = parse_cadence("mon,wed,fri");
  REQUIRE(cadence);
  CHECK(cadence->asks_on(Weekday::monday));
  CHECK_FALSE(cadence->asks_on(Weekday::tuesday));
  CHECK(cadence->asks_on(Weekday::friday));
  CHECK_FALSE(cadence->asks_on(Weekday::sunday));
}

TEST_CASE("any other spelling is refused") {
  const std::vector<std::string_view> refused = {
      "",          " ",          "Daily",      "daily ",     "every day",  "weekly",
      "monthly",   "0/week",     "8/week",     "01/week",    "+1/week",    "-1/week",
      "1.5/week",  "/week",      "1 /week",    "1/ week",    "1/weeks",    "1/Week",
      "x/week",    "0/month",    "32/month",   "001/month",  "1/months",   "1/year",
      "every 1d",  "every 0d",   "every 366d", "every 02d",  "every d",    "every  2d",
      "every 2 d", "every 2days", "every 2w",  "every2d",    "2d",         "every -2d",
      "every 9999999999d",       "as needed",  "as-needed ", "none",       "mon,",
      ",mon",      "mon, wed",   "mon,,wed",   "monday",     "mon,tuesday", "Mon",
      "mon wed",   "mon;wed",    "weekdays,sat", "1/week,mon", "mon/week",
  };
  for (const auto text : refused) {
    CAPTURE(text);
    CHECK_FALSE(parse_cadence(text));
  }
  CHECK_FALSE(parse_cadence(std::string_view{"daily\0", 6}));
}

TEST_CASE("every count in its range is read, and no other") {
  for (int count = 0; count <= 400; ++count) {
    CAPTURE(count);
    const std::string text = std::to_string(count);
    CHECK(parse_cadence(text + "/week").has_value() == (count >= 1 && count <= 7));
    CHECK(parse_cadence(text + "/month").has_value() == (count >= 1 && count <= 31));
    CHECK(parse_cadence("every " + text + "d").has_value() == (count >= 2 && count <= 365));
  }
}

TEST_CASE("the hint names every form") {
  for (const std::string_view form : {"daily", "weekdays", "mon,wed,fri", "/week", "/month", "every 2d",
                          "as-needed"}) {
    CAPTURE(form);
    CHECK(cadence_forms().find(form) != std::string_view::npos);
  }
}

}  // namespace mend
