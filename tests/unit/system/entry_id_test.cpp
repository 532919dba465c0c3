// SPDX-License-Identifier: MIT
#include "mend/system/entry_id.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

namespace mend {

TEST_CASE("ids are ten characters that cannot be mistaken for others, and each is new") {
  constexpr int count = 20000;
  const std::string look_alikes = "01ilo";
  std::set<std::string> ids;
  std::map<char, int> times;
  std::size_t wrong = 0;
  for (int i = 0; i < count; ++i) {
    const std::string id = make_entry_id();
    if (id.size() != 10 || !ids.insert(id).second) ++wrong;
    for (const char c : id) {
      const bool is_allowed = (c >= 'a' && c <= 'z') || (c >= '2' && c <= '9');
      if (!is_allowed || look_alikes.find(c) != std::string::npos) ++wrong;
      ++times[c];
    }
  }
  CHECK(wrong == 0);
  // a-z and 2-9 without i, l and o, each as likely: 6451 times, give or take 80.
  CHECK(times.size() == 31);
  for (const auto& time : times) {
    CAPTURE(time.first);
    CHECK(time.second > 5900);
    CHECK(time.second < 7000);
  }
}

}  // namespace mend
