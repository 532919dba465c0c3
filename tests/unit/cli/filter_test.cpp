// SPDX-License-Identifier: MIT
#include "mend/cli/filter.hpp"

#include "mend/cli/errors.hpp"
#include "support/home.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

using Words = std::vector<std::string>;

// A journal with an entry of each sort, named by their ids.
class Listing {
 public:
  Listing() {
    std::filesystem::create_directories(home_ / ".local/share/mend/main");
    write_bytes(home_.month(), "format = 1\n");
    home_.append(entry("mon1", "2026-11-16", "note", "empathy",
                       "text = \"The School Call\"\ntags = [\"school\", \"call\"]\n"));
    home_.append(entry("tue1", "2026-11-17", "action", "consistency", "text = \"home by six\"\n"));
    home_.append(entry("wed1", "2026-11-18", "note", "honesty", "text = \"Straße\"\ntags = [\"School\"]\n"));
    home_.append(entry("sat1", "2026-11-21", "setback", "empathy", "severity = \"slip\"\nthey_felt = \"alone\"\n"));
    home_.append("[[entry]]\nid = \"sun1\"\nday = 2026-11-22\nkind = \"rest\"\nfrom = 2026-11-22\n"
                 "to = 2026-11-22\nreason = \"flu\"\n");
  }

  // The ids that are listed.
  std::string operator()(const Words& arguments) {
    Words words = {"list"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const RunResult result = home_.run(words);
    CHECK(result.exit_code == exit_done);
    std::string ids;
    for (std::size_t at = 0; at < result.out.size(); at = result.out.find('\n', at) + 1) {
      ids += (ids.empty() ? "" : " ") + result.out.substr(at, 4);
    }
    return ids;
  }

 private:
  static std::string entry(const std::string& id, const std::string& day, const std::string& kind,
                           const std::string& step, const std::string& more) {
    return "[[entry]]\nid = \"" + id + "\"\nday = " + day + "\nkind = \"" + kind + "\"\nstep = \"" + step +
           "\"\n" + more;
  }

  Home home_;
};

}  // namespace

TEST_CASE("a list is cut to what was asked for: any of a sort, all of the sorts") {
  Listing list;
  struct Row {
    Words arguments;
    std::string_view ids;
  };
  const std::vector<Row> rows = {
      {{}, "mon1 tue1 wed1 sat1 sun1"},
      {{"e"}, "mon1 sat1"},
      {{"e", "c"}, "mon1 tue1 sat1"},
      {{"yesterday"}, "sat1"},
      {{"mon", "wed"}, "mon1 wed1"},
      {{"week"}, "mon1 tue1 wed1 sat1 sun1"},
      {{"last-week"}, ""},
      {{"last", "2", "days"}, "sat1 sun1"},
      {{"5", "days", "ago"}, "tue1"},
      {{"last", "mon"}, "mon1"},
      {{"tue..wed"}, "tue1 wed1"},
      {{"e", "mon"}, "mon1"},
      {{"--kind", "note"}, "mon1 wed1"},
      {{"--kind", "note", "--kind", "rest"}, "mon1 wed1 sun1"},
      {{"--kind", "note", "e"}, "mon1"},
      {{"--tag", "school"}, "mon1 wed1"},
      {{"--tag", "#CALL,nothing"}, "mon1"},
      {{"--kind", "NOTE"}, "mon1 wed1"},
      {{"E", "Tue..WED"}, ""},
      {{"tue", "17", "nov"}, "tue1"},
      {{"Tue", "17", "Nov", "to", "Wed", "18", "Nov"}, "tue1 wed1"},
      {{"--tag", "school", "-t", "School"}, "mon1 wed1"},
      {{"--since", "wed"}, "wed1 sat1 sun1"},
      {{"--until", "tue"}, "mon1 tue1"},
      {{"--since", "tue", "--until", "wed"}, "tue1 wed1"},
      {{"--since", "2026-12"}, ""},
      {{"--grep", "school"}, "mon1 wed1"},
      {{"--grep", "STRASSE"}, "wed1"},
      {{"--grep", "alone"}, "sat1"},
      {{"--grep", "flu"}, "sun1"},
      {{"--grep", "mon1"}, ""},
      {{"--grep", "empathy"}, ""},
      {{"-n", "2"}, "sat1 sun1"},
      {{"-n", "0"}, ""},
      {{"-n", "99"}, "mon1 tue1 wed1 sat1 sun1"},
      {{"e", "-n", "1"}, "sat1"},
  };
  for (const Row& row : rows) {
    std::string shown;
    for (const std::string& word : row.arguments) shown += word + " ";
    CAPTURE(shown);
    CHECK(list(row.arguments) == row.ids);
  }
}

}  // namespace mend
