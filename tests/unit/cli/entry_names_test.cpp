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
    Entry& entry = history.entries.emplace_back();
    entry.id = id;
    entry.place.index = history.entries.size();
  }
  return history;
}

Names names_of(const History& history) {
  const EntryNames by_entry = entry_names(history, moment);
  Names names;
  for (const Entry& entry : history.entries) names.push_back(by_entry.at(&entry));
  return names;
}

Indices found_by(const History& history, const Names& words) {
  Indices found;
  for (const Entry* const entry : find_entries(history, words, moment)) {
    found.push_back(entry->place.index - 1);
  }
  return found;
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
  CHECK(names_of(with_ids({"abcdefghjk", "zzzzzzzzzz"})) == Names{"abcd", "zzzz"});
  CHECK(names_of(with_ids({"abcdefghjk", "abcdeXghjk", "abcdefZhjk"})) ==
        Names{"abcdefg", "abcdeX", "abcdefZ"});
  CHECK(names_of(with_ids({"a", "ab"})) == Names{"a", "ab"});
  CHECK(names_of(with_ids({"abcd", "abcde"})) == Names{"abcd", "abcde"});
  CHECK(names_of(with_ids({"", "abcdefghjk", ""})) == Names{"@3", "abcd", "@1"});
  CHECK(names_of(with_ids({})).empty());
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
    const Names names = names_of(history);
    for (std::size_t at = 0; at < ids.size(); ++at) {
      CAPTURE(names[at]);
      REQUIRE(found_by(history, {names[at]}) == Indices{at});
    }
  }
}

TEST_CASE("entries are found by whole id, start, or place from the end, each once") {
  const History history = with_ids({"aaaa1", "aaaa2", "aaaa", "b"});
  CHECK(found_by(history, {"aaaa1"}) == Indices{0});
  CHECK(found_by(history, {"aaaa"}) == Indices{2});
  CHECK(found_by(history, {"b"}) == Indices{3});
  CHECK(found_by(history, {"@1", "@4", "b"}) == Indices{3, 0});
  CHECK(found_by(history, {}).empty());
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
