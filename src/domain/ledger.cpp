// SPDX-License-Identifier: MIT
#include "mend/domain/ledger.hpp"

#include <tuple>
#include <unordered_map>

namespace mend {
namespace {

template <typename IsKnown>
class Follower {
 public:
  Follower(std::span<const Facts> facts, const DayClock& clock, IsKnown is_known)
      : facts_(facts), clock_(clock), is_known_(is_known) {}

  // All agreements opened by `opening` entries, settled and moved by `event` entries.
  std::vector<Agreement> follow(Kind opening, Kind event) const {
    std::vector<Agreement> agreements;
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (const Facts& facts : facts_) {
      if (facts.kind != opening || !is_known_(facts)) continue;
      if (!facts.id.empty()) by_id.emplace(facts.id, agreements.size());
      agreements.push_back({&facts, nullptr, facts.deadline.value_or(no_deadline)});
    }
    for_each_event(event, by_id, agreements, [this](Agreement& agreement, const Facts& found) {
      if (!settles(found)) return;
      const Facts* const first = agreement.settlement;
      if (first == nullptr || happened_before(found, *first, clock_)) {
        agreement.settlement = &found;
      }
    });
    std::vector<const Facts*> moved(agreements.size(), nullptr);
    for_each_event(event, by_id, agreements, [&](Agreement& agreement, const Facts& found) {
      if (settles(found) || !found.deadline) return;
      const Facts* const settlement = agreement.settlement;
      if (settlement != nullptr && !happened_before(found, *settlement, clock_)) return;
      agreement.moves.push_back(&found);
      const Facts*& last = moved[static_cast<std::size_t>(&agreement - agreements.data())];
      if (last == nullptr || happened_before(*last, found, clock_)) {
        last = &found;
        agreement.deadline = *found.deadline;
      }
    });
    return agreements;
  }

 private:
  template <typename Visit>
  void for_each_event(Kind event, const std::unordered_map<std::string_view, std::size_t>& by_id,
                      std::vector<Agreement>& agreements, Visit visit) const {
    for (const Facts& facts : facts_) {
      if (facts.kind != event || !is_known_(facts)) continue;
      const auto found = by_id.find(facts.reference);
      if (found != by_id.end()) visit(agreements[found->second], facts);
    }
  }

  std::span<const Facts> facts_;
  DayClock clock_;
  IsKnown is_known_;
};

template <typename IsKnown>
Ledger ledger_of(std::span<const Facts> facts, const DayClock& clock, IsKnown is_known) {
  const Follower<IsKnown> follower{facts, clock, is_known};
  return {follower.follow(Kind::promise, Kind::outcome),
          follower.follow(Kind::space, Kind::comeback)};
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

bool settles(const Facts& event) {
  return event.result != Outcome::changed && event.result != Outcome::extended;
}

bool happened_before(const Facts& a, const Facts& b, const DayClock& clock) {
  return std::make_tuple(written_at(a, clock), std::string_view{a.id}) <
         std::make_tuple(written_at(b, clock), std::string_view{b.id});
}

Ledger read_ledger(std::span<const Facts> facts, const Moment& moment) {
  return ledger_of(facts, moment.clock,
                   [&moment](const Facts& entry) { return is_known(entry, moment); });
}

Ledger read_ledger(std::span<const Facts> facts, Day today, const DayClock& clock) {
  return ledger_of(facts, clock, [today](const Facts& entry) { return entry.day <= today; });
}

}  // namespace mend
