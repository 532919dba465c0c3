// SPDX-License-Identifier: MIT
#include "mend/text/csv.hpp"

#include "support/entries.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace mend {
namespace {

using CsvRow = std::vector<std::string>;

std::vector<CsvRow> rows_of(std::string_view text) {
  std::vector<CsvRow> rows;
  CsvReader reader{text};
  while (const auto cells = reader.next()) {
    CsvRow& row = rows.emplace_back();
    for (const CsvCell& cell : *cells) row.push_back(cell.text);
  }
  return rows;
}

TEST_CASE("cells are quoted only where they have to be") {
  CHECK(csv_row({"a", "b"}) == "a,b\r\n");
  CHECK(csv_row({"a,b", "say \"no\"", "two\nlines"}) ==
        "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
  CHECK(csv_row({" a", "b ", ""}) == "\" a\",\"b \",\r\n");
}

TEST_CASE("what a spreadsheet would run is a text") {
  CHECK(csv_row({"=1+1", "+a", "-5 kg", "@x", "'quoted'", "a=1"}) ==
        "'=1+1,'+a,'-5 kg,'@x,''quoted',a=1\r\n");
  CHECK(csv_row({"\tx", "＝1"}) == "'\tx,'＝1\r\n");
}

TEST_CASE("the mark before a formula comes off again, and no other") {
  for (const std::string text : {"=1", "'", "''", "'=1", "a", "", "'a", "-", "x'"}) {
    const std::string row = csv_row({text});
    CHECK(csv_text(std::string_view{row}.substr(0, row.size() - 2)) == text);
  }
  CHECK(csv_text("'a") == "'a");
}

TEST_CASE("nothing in a cell drives a terminal") {
  CHECK(csv_row({"\x1b[31m"}) == "\\u001B[31m\r\n");
}

TEST_CASE("hostile texts that can be shown come back as they were") {
  CsvRow row;
  for (const std::string_view text : hostile_texts) row.emplace_back(text);
  const auto rows = rows_of(csv_row(row) + csv_row(row));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].size() == row.size());
  CHECK(rows[0] == rows[1]);
}

TEST_CASE("rows are read with any ending, a mark at the start and blank lines between") {
  CHECK(rows_of("\xEF\xBB\xBF" "a,b\r\n\r\nc,\n,d") == std::vector<CsvRow>{{"a", "b"}, {"c", ""}, {"", "d"}});
  CHECK(rows_of("\"a\"\"b\",\"c\r\nd\"\n") == std::vector<CsvRow>{{"a\"b", "c\r\nd"}});
  CHECK(rows_of("").empty());
  CHECK(rows_of("\n\n").empty());
}

TEST_CASE("a CR alone ends no line, and is refused where it is") {
  for (const std::string_view text : {"a\rb,c\n", "\"a\"\rb,c\n", "x\n\r"}) {
    CAPTURE(text);
    CsvReader reader{text};
    while (reader.next()) {}
    REQUIRE(reader.fault());
    CHECK(reader.fault()->what == "this line ends in a lone carriage return (CR)");
  }
}

TEST_CASE("each cell knows where it begins, in code points") {
  CsvReader reader{"é,b\n\"x\ny\",z\n"};
  CHECK(reader.next()->at(1).column == 3);
  const auto second = reader.next();
  CHECK(second->at(0).line == 2);
  CHECK(second->at(1).line == 3);
  CHECK(second->at(1).column == 4);
}

TEST_CASE("what is wrong with a cell has its place") {
  CsvReader open{"a,b\nc,\"d\ne"};
  CHECK(open.next());
  CHECK_FALSE(open.next());
  REQUIRE(open.fault());
  CHECK(open.fault()->line == 2);
  CHECK(open.fault()->column == 3);
  CHECK_FALSE(open.next());

  CsvReader torn{"\"a\"b,c\n"};
  CHECK_FALSE(torn.next());
  REQUIRE(torn.fault());
  CHECK(torn.fault()->column == 4);
}

}  // namespace
}  // namespace mend
