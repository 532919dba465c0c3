// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The walk of 3-streaks.md sentence by sentence, on units written K kept, Q quiet, X rest, O open,
// oldest first. Slow and plain on purpose: it is what the program is compared with.
namespace mend::naive {

struct Walk {
  int length = 0;
  int bridged = 0;
  std::size_t oldest = 0;  // kept units that added 1; meaningless while length is 0
  std::size_t newest = 0;
};

// "the next older unit that is not rest is kept"
inline bool is_next_older_kept(std::string_view units, std::size_t at) {
  while (at-- > 0) {
    if (units[at] != 'X') return units[at] == 'K';
  }
  return false;
}

// How far apart two units lie, "counted in units that are not rest".
inline int distance(std::string_view units, std::size_t older, std::size_t newer) {
  int count = 0;
  for (std::size_t i = older; i < newer; ++i) count += units[i] != 'X' ? 1 : 0;
  return count;
}

// Walk from the newest unit to the oldest.
inline Walk walk(std::string_view units, bool grace, int gap) {
  Walk result;
  std::vector<std::size_t> bridged;
  for (std::size_t at = units.size(); at-- > 0;) {
    switch (units[at]) {
      case 'O':
      case 'X': continue;
      case 'K':
        if (result.length == 0) result.newest = at;
        result.oldest = at;
        ++result.length;
        continue;
      default: break;
    }
    bool can_bridge = grace && is_next_older_kept(units, at);
    for (const std::size_t other : bridged) {
      if (distance(units, at, other) < gap) can_bridge = false;
    }
    if (!can_bridge) break;
    bridged.push_back(at);
    ++result.bridged;
  }
  return result;
}

// Every N days: "walk the days back from today, adding 1 for each kept day, and stop as soon as N
// quiet days have been passed since the last kept day met (or since today)".
inline Walk walk_times(std::string_view days, int count) {
  Walk result;
  int quiet = 0;
  for (std::size_t at = days.size(); at-- > 0 && quiet < count;) {
    if (days[at] == 'K') {
      if (result.length == 0) result.newest = at;
      result.oldest = at;
      ++result.length;
      quiet = 0;
    } else if (days[at] == 'Q') {
      ++quiet;
    }
  }
  return result;
}

// The largest walk from the end of any unit so far that is not open; on a tie the later one.
template <typename WalkFrom>
Walk best(std::string_view units, WalkFrom walk_from) {
  Walk best;
  for (std::size_t end = 1; end <= units.size(); ++end) {
    if (units[end - 1] == 'O') continue;
    const Walk here = walk_from(units.substr(0, end));
    if (here.length == 0 || here.length < best.length) continue;
    if (here.length == best.length && here.newest <= best.newest) continue;
    best = here;
  }
  return best;
}

// The units of each chapter: everything outside it is rest. `breaches` are indices, ascending.
inline std::vector<std::string> chapters(std::string_view units,
                                         const std::vector<std::size_t>& breaches) {
  std::vector<std::string> all;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= breaches.size(); ++i) {
    const std::size_t end = i < breaches.size() ? breaches[i] + 1 : units.size();
    std::string chapter(units.size(), 'X');
    for (std::size_t at = begin; at < end; ++at) chapter[at] = units[at];
    all.push_back(chapter);
    begin = end;
  }
  return all;
}

}  // namespace mend::naive
