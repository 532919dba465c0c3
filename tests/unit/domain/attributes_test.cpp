// SPDX-License-Identifier: MIT
#include "mend/domain/attributes.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

const Attributes noted_entry = {
    {"id", {std::string{"k7q2"}}},
    {"day", {DateText{"2026-11-22"}}},
    {"text", {std::string{"home by six"}}},
    {"empty", {std::string{}}},
    {"count", {std::int64_t{3}}},
    {"tags", {Values{{std::string{"school"}}, {std::int64_t{7}}, {std::string{"call"}}}}},
};

}  // namespace

TEST_CASE("a value is found by its key") {
  REQUIRE(find_value(noted_entry, "count") != nullptr);
  CHECK(*find_value(noted_entry, "count") == Value{std::int64_t{3}});
  CHECK(find_value(noted_entry, "Count") == nullptr);
  CHECK(find_value(noted_entry, "") == nullptr);
  CHECK(find_value({}, "id") == nullptr);
}

TEST_CASE("only a text has a text") {
  CHECK(text_of(noted_entry, "text") == "home by six");
  CHECK(text_of(noted_entry, "empty").empty());
  CHECK(text_of(noted_entry, "count").empty());
  CHECK(text_of(noted_entry, "day").empty());
  CHECK(text_of(noted_entry, "tags").empty());
  CHECK(text_of(noted_entry, "none").empty());
}

TEST_CASE("tags are the texts in a list of that name") {
  CHECK(tags_of(noted_entry) == std::vector<std::string_view>{"school", "call"});
  CHECK(tags_of({}).empty());
  CHECK(tags_of({{"tags", {std::string{"school"}}}}).empty());
}

TEST_CASE("values are the same when type and content are") {
  CHECK(Value{std::string{"1"}} != Value{std::int64_t{1}});
  CHECK(Value{std::string{"2026-11-22"}} != Value{DateText{"2026-11-22"}});
  CHECK(Value{std::int64_t{1}} != Value{1.0});
  CHECK(Value{true} != Value{std::int64_t{1}});
  CHECK(Value{Values{}} != Value{Attributes{}});
  CHECK(Value{Values{{true}, {false}}} != Value{Values{{false}, {true}}});
  CHECK(Value{Attributes{{"a", {true}}}} == Value{Attributes{{"a", {true}}}});
  CHECK(Attribute{"a", {true}} != Attribute{"b", {true}});
}

TEST_CASE("numbers are compared by their bits, so that nothing that stayed has changed") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(Value{nan} == Value{nan});
  CHECK(Value{nan} != Value{std::copysign(nan, -1.0)});
  CHECK(Value{0.0} != Value{-0.0});
  CHECK(Value{0.1} == Value{0.1});
  CHECK(Value{Values{{nan}}} == Value{Values{{nan}}});
}

}  // namespace mend
