// SPDX-License-Identifier: MIT
#include "mend/domain/ledger.hpp"

#include <tuple>
#include <unordered_map>

namespace mend {
namespace {

template <typename IsKnown>
class Follower {
 public:
  Follower(std::span<const Entry> entries, const DayClock& clock, IsKnown is_known)
      : entries_(entries), clock_(clock), is_known_(is_known) {}

  // All agreements opened by entries of that kind, settled and moved by events about them.
  std::vector<Agreement> follow(Kind opening) const {
    std::vector<Agreement> agreements;
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (const Entry& entry : entries_) {
      if (entry.kind != opening || !is_known_(entry)) continue;
      if (!entry.id.empty()) by_id.emplace(entry.id, agreements.size());
      agreements.push_back({&entry, nullptr, entry.deadline.value_or(no_deadline)});
    }
    for_each_event(opening, by_id, agreements, [this](Agreement& agreement, const Entry& found) {
      if (!settles(found)) return;
      const Entry* const first = agreement.settlement;
      if (first == nullptr || happened_before(found, *first, clock_)) {
        agreement.settlement = &found;
      }
    });
    std::vector<const Entry*> moved(agreements.size(), nullptr);
    for_each_event(opening, by_id, agreements, [&](Agreement& agreement, const Entry& found) {
      if (settles(found) || !found.deadline) return;
      const Entry* const settlement = agreement.settlement;
      if (settlement != nullptr && !happened_before(found, *settlement, clock_)) return;
      agreement.moves.push_back(&found);
      const Entry*& last = moved[static_cast<std::size_t>(&agreement - agreements.data())];
      if (last == nullptr || happened_before(*last, found, clock_)) {
        last = &found;
        agreement.deadline = *found.deadline;
      }
    });
    return agreements;
  }

 private:
  template <typename Visit>
  void for_each_event(Kind opening, const std::unordered_map<std::string_view, std::size_t>& by_id,
                      std::vector<Agreement>& agreements, Visit visit) const {
    for (const Entry& entry : entries_) {
      if (!entry.result || entry.about != opening || !is_known_(entry)) continue;
      const auto found = by_id.find(entry.reference);
      if (found != by_id.end()) visit(agreements[found->second], entry);
    }
  }

  std::span<const Entry> entries_;
  DayClock clock_;
  IsKnown is_known_;
};

template <typename IsKnown>
Ledger ledger_of(std::span<const Entry> entries, const DayClock& clock, IsKnown is_known) {
  const Follower<IsKnown> follower{entries, clock, is_known};
  return {follower.follow(Kind::promise), follower.follow(Kind::space),
          follower.follow(Kind::limit)};
}

}  // namespace

PromiseCounts count_promises(std::span<const Agreement> promises) {
  PromiseCounts counts;
  for (const Agreement& promise : promises) {
    counts.changed += static_cast<int>(promise.moves.size());
    if (!promise.outcome()) {
      ++counts.open;
      continue;
    }
    switch (*promise.outcome()) {
      case Outcome::late: ++counts.late; break;
      case Outcome::missed: ++counts.missed; break;
      case Outcome::dropped: ++counts.dropped; break;
      case Outcome::released: ++counts.released; break;
      default: ++counts.kept; break;
    }
  }
  return counts;
}

LimitState limit_state(const Agreement& limit, const Moment& moment) {
  if (!limit.is_open()) return LimitState::lifted;
  return is_over(limit.deadline, moment.now, moment.clock) ? LimitState::over : LimitState::in_force;
}

std::vector<Agreement> limits_in_force(const Ledger& ledger, const Moment& moment) {
  std::vector<Agreement> limits;
  for (const Agreement& limit : ledger.limits) {
    if (limit_state(limit, moment) == LimitState::in_force) limits.push_back(limit);
  }
  return limits;
}

bool settles(const Entry& event) {
  return event.result != Outcome::changed && event.result != Outcome::extended;
}

bool happened_before(const Entry& a, const Entry& b, const DayClock& clock) {
  return std::make_tuple(written_at(a, clock), std::string_view{a.id}) <
         std::make_tuple(written_at(b, clock), std::string_view{b.id});
}

Ledger read_ledger(std::span<const Entry> entries, const Moment& moment) {
  return ledger_of(entries, moment.clock,
                   [&moment](const Entry& entry) { return is_known(entry, moment); });
}

Ledger read_ledger(std::span<const Entry> entries, Day today, const DayClock& clock) {
  return ledger_of(entries, clock, [today](const Entry& entry) { return entry.day <= today; });
}

}  // namespace mend
