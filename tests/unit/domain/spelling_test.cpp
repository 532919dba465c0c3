// SPDX-License-Identifier: MIT
#include "mend/domain/spelling.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

constexpr std::array<std::string_view, 9> commands = {"log",  "note", "today", "streak", "list",
                                                      "undo", "rm",   "check", "journals"};

}  // namespace

TEST_CASE("the nearest word is found through every kind of slip") {
  struct Row {
    std::string_view word;
    std::string_view nearest;
  };
  const std::vector<Row> rows = {
      {"log", "log"},      {"lgo", "log"},       {"lo", "log"},           {"logg", "log"},
      {"lig", "log"},      {"ntoe", "note"},     {"tody", "today"},       {"toaday", "today"},
      {"tday", "today"},   {"straek", "streak"}, {"streka", "streak"},    {"sterak", "streak"},
      {"jouranls", "journals"}, {"journal", "journals"}, {"jour", "journals"}, {"ch", "check"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(nearest(row.word, commands) == row.nearest);
  }
}

TEST_CASE("nothing is offered for what is far from everything") {
  for (const std::string_view word : {"", "gardening", "xyzzy", "q", "12", "ööö", "--"}) {
    CAPTURE(word);
    CHECK(nearest(word, commands).empty());
    CHECK(did_you_mean(word, commands).empty());
  }
  CHECK(nearest("log", std::array<std::string_view, 0>{}).empty());
  // A whole text must not cost a whole second.
  CHECK(nearest(std::string(1'000'000, 'l'), commands).empty());
}

TEST_CASE("of equally near words the first is offered, and the nearer before the first") {
  constexpr std::array<std::string_view, 3> words = {"mode", "more", "mole"};
  CHECK(nearest("mofe", words) == "mode");
  CHECK(nearest("mole", words) == "mole");
}

TEST_CASE("the offer is a question") {
  CHECK(did_you_mean("tody", commands) == "Did you mean 'today'?");
}

}  // namespace mend
