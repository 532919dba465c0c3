// SPDX-License-Identifier: MIT
#include "mend/store/attributes_file.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {

TEST_CASE("keys come in the order of the file, dates as they are spelled") {
  const auto root = read_attributes(
      "b = 1\na = 2026-11-22 # c\nz.y = 07:32:00.50\nc = [ 2026-11-22T10:00:00Z , 1979-05-27 07:32:00-08:00 ]\n"
      "t = { d = 2026-11-22 }\n",
      "x.toml");
  REQUIRE(root);
  const Attributes expected = {
      {"b", {std::int64_t{1}}},
      {"a", {DateText{"2026-11-22"}}},
      {"z", {Attributes{{"y", {DateText{"07:32:00.50"}}}}}},
      {"c", {Values{{DateText{"2026-11-22T10:00:00Z"}}, {DateText{"1979-05-27 07:32:00-08:00"}}}}},
      {"t", {Attributes{{"d", {DateText{"2026-11-22"}}}}}}};
  CHECK(*root == expected);
}

TEST_CASE("spellings are found behind wide letters, CRLF and a byte order mark") {
  const auto root =
      read_attributes("\xEF\xBB\xBF\"日本\" = 2026-11-22\r\n\"😀\" = [\"é\", 2026-11-23]\r\n", "x.toml");
  REQUIRE(root);
  const Attributes expected = {
      {"日本", {DateText{"2026-11-22"}}},
      {"😀", {Values{{std::string{"é"}}, {DateText{"2026-11-23"}}}}}};
  CHECK(*root == expected);
}

TEST_CASE("what is not TOML is told with its place") {
  const auto root = read_attributes("a = 1\nb = =\n", "x.toml");
  REQUIRE_FALSE(root);
  CHECK(root.error().file == "x.toml");
  CHECK(root.error().line == 2);
  CHECK(root.error().column == 5);
  CHECK_FALSE(read_attributes(std::string(100'000, '.') + "= 1", "x.toml"));
  CHECK_FALSE(read_attributes("a = \"\xFF\"", "x.toml"));
}

}  // namespace mend
