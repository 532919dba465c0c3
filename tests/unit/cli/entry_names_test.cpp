// SPDX-License-Identifier: MIT
#include "mend/cli/entry_names.hpp"

#include "mend/cli/errors.hpp"
#include "support/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Names = std::vector<std::string>;
using Indices = std::vector<std::size_t>;

const UtcZone names_utc;
const Moment moment{Day{}, Instant{}, DayClock{names_utc, 0}};

History with_ids(const Names& ids) {
  History history;
  for (const std::string& id : ids) {
    Facts& facts = history.facts.emplace_back();
    facts.id = id;
    facts.place.index = history.facts.size();
  }
  history.attributes.resize(ids.size());
  return history;
}

int code_of(const History& history, const Names& words) {
  try {
    find_entries(history, words, moment);
  } catch (const Stop& stop) {
    CHECK_FALSE(stop.diagnostic().what.empty());
    return stop.code();
  }
  return exit_done;
}

}  // namespace

TEST_CASE("a name is the shortest start of an id that no other has, four characters at least") {
  CHECK(entry_names(with_ids({"abcdefghjk", "zzzzzzzzzz"}), moment) == Names{"abcd", "zzzz"});
  CHECK(entry_names(with_ids({"abcdefghjk", "abcdeXghjk", "abcdefZhjk"}), moment) ==
        Names{"abcdefg", "abcdeX", "abcdefZ"});
  CHECK(entry_names(with_ids({"a", "ab"}), moment) == Names{"a", "ab"});
  CHECK(entry_names(with_ids({"abcd", "abcde"}), moment) == Names{"abcd", "abcde"});
  CHECK(entry_names(with_ids({"", "abcdefghjk", ""}), moment) == Names{"@3", "abcd", "@1"});
  CHECK(entry_names(with_ids({}), moment).empty());
}

TEST_CASE("every name finds its own entry") {
  Random random{29};
  for (int i = 0; i < 200; ++i) {
    Names ids;
    for (std::size_t j = 1 + random.below(30); j > 0; --j) {
      std::string id;
      for (std::size_t k = 1 + random.below(7); k > 0; --k) id += random.pick(std::string_view{"ab-"});
      if (random.one_in(6)) id.clear();
      if (std::ranges::find(ids, id) == ids.end() || id.empty()) ids.push_back(id);
    }
    const History history = with_ids(ids);
    const Names names = entry_names(history, moment);
    for (std::size_t at = 0; at < ids.size(); ++at) {
      CAPTURE(names[at]);
      REQUIRE(find_entries(history, {names[at]}, moment) == Indices{at});
    }
  }
}

TEST_CASE("entries are found by whole id, start, or place from the end, each once") {
  const History history = with_ids({"aaaa1", "aaaa2", "aaaa", "b"});
  CHECK(find_entries(history, {"aaaa1"}, moment) == Indices{0});
  CHECK(find_entries(history, {"aaaa"}, moment) == Indices{2});
  CHECK(find_entries(history, {"b"}, moment) == Indices{3});
  CHECK(find_entries(history, {"@1", "@4", "b"}, moment) == Indices{3, 0});
  CHECK(find_entries(history, {}, moment).empty());
}

TEST_CASE("what is not there, could be several, or is no name, is refused") {
  const History history = with_ids({"aaaa1", "aaaa2", "b"});
  CHECK(code_of(history, {"aaaa"}) == exit_no);
  CHECK(code_of(history, {"a"}) == exit_no);
  CHECK(code_of(history, {"zzzz"}) == exit_no);
  CHECK(code_of(history, {"aaaa11"}) == exit_no);
  CHECK(code_of(history, {"@4"}) == exit_no);
  CHECK(code_of(history, {"b", "zzzz"}) == exit_no);
  CHECK(code_of(with_ids({}), {"@1"}) == exit_no);
  for (const std::string word : {"@", "@0", "@-1", "@x", "@1x", "@99999999999999999999", "@ 1"}) {
    CAPTURE(word);
    CHECK(code_of(history, {word}) == exit_usage);
  }
  // Nothing is picked for somebody who names nothing.
  CHECK(code_of(history, {""}) != exit_done);
  CHECK(code_of(with_ids({"only"}), {""}) != exit_done);
  CHECK(code_of(with_ids({""}), {""}) != exit_done);
}

}  // namespace mend
