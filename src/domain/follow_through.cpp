// SPDX-License-Identifier: MIT
#include "mend/domain/follow_through.hpp"

#include <unordered_map>

namespace mend {
namespace {

void add(FollowThrough& through, const Agreement& promise) {
  if (promise.is_open()) {
    ++through.open;
    ++through.of;
    return;
  }
  const bool is_part = promise.outcome() != Outcome::dropped && promise.outcome() != Outcome::released;
  if (is_part) ++through.of;
  if (promise.outcome() == Outcome::kept || promise.outcome() == Outcome::late) ++through.kept;
}

bool is_yes(const Value* value) {
  const bool* const answer = value == nullptr ? nullptr : std::get_if<bool>(&value->content);
  return answer != nullptr && *answer;
}

}  // namespace

bool is_apology(const Entry& entry) {
  return entry.kind == Kind::note && entry.step == Step::apology;
}

std::vector<FollowThrough> read_follow_through(std::span<const Entry> entries, const Ledger& ledger) {
  std::unordered_map<std::string_view, std::vector<const Agreement*>> by_apology;
  for (const Agreement& promise : ledger.promises) {
    if (!promise.opening->reference.empty()) {
      by_apology[promise.opening->reference].push_back(&promise);
    }
  }
  std::vector<FollowThrough> all;
  if (by_apology.empty()) return all;
  for (const Entry& entry : entries) {
    const auto found = is_apology(entry) && !entry.id.empty() ? by_apology.find(entry.id)
                                                              : by_apology.end();
    if (found == by_apology.end()) continue;
    FollowThrough through{&entry};
    for (const Agreement* promise : found->second) add(through, *promise);
    all.push_back(through);
  }
  return all;
}

std::vector<std::string_view> unsaid_parts(const Attributes& note) {
  std::vector<std::string_view> unsaid;
  if (!is_yes(find_value(note, "acknowledged"))) unsaid.emplace_back("acknowledged");
  if (text_of(note, "regret").empty()) unsaid.emplace_back("regret");
  const auto asked = text_of(note, "asked");
  if (asked.empty() || asked == "not yet") unsaid.emplace_back("asked");
  return unsaid;
}

}  // namespace mend
