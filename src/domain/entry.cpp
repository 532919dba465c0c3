// SPDX-License-Identifier: MIT
#include "mend/domain/entry.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <unordered_map>

namespace mend {
namespace {

constexpr std::array<std::string_view, 3> severity_words = {"slip", "lapse", "breach"};

constexpr std::array<std::string_view, 10> outcome_words = {
    "kept", "late", "changed", "missed", "dropped", "released", "on-time", "extended", "ended", "lifted"};

template <typename Enum, std::size_t N>
std::optional<Enum> from_word(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

// Does `a` replace `b`, which has the same id? Both stand in some file; no `edited` is the oldest.
bool supersedes(const Standing& a, const Standing& b) {
  if (a.edited && b.edited && a.edited->instant != b.edited->instant) {
    return a.edited->instant > b.edited->instant;
  }
  if (a.edited.has_value() != b.edited.has_value()) return a.edited.has_value();
  return a.place < b.place;
}

template <typename T>
std::vector<std::size_t> counted_among(std::span<const T> entries) {
  std::unordered_map<std::string_view, std::size_t> by_id;
  by_id.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].id.empty()) continue;
    const auto [found, is_new] = by_id.emplace(entries[i].id, i);
    if (!is_new && supersedes(entries[i], entries[found->second])) found->second = i;
  }
  std::vector<std::size_t> indices;
  indices.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].id.empty() || by_id.at(entries[i].id) == i) indices.push_back(i);
  }
  return indices;
}

template <typename T>
std::vector<std::size_t> listed_among(std::span<const T> entries) {
  std::vector<std::size_t> order = counted_among(entries);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return listed_before(entries[a], entries[b]);
  });
  return order;
}

}  // namespace

Entry::Entry() = default;
Entry::Entry(const Entry& other) = default;
Entry::Entry(Entry&& other) noexcept = default;
Entry& Entry::operator=(const Entry& other) = default;
Entry& Entry::operator=(Entry&& other) noexcept = default;
Entry::~Entry() = default;

std::string_view word_of(Severity severity) {
  return severity_words[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity_from_word(std::string_view word) {
  return from_word<Severity>(severity_words, word);
}

std::string_view word_of(Outcome outcome) {
  return outcome_words[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> outcome_from_word(std::string_view word) {
  return from_word<Outcome>(outcome_words, word);
}

bool is_entry_id(std::string_view text) {
  constexpr std::size_t longest = 64;
  return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

Instant written_at(const Entry& entry, const DayClock& clock) {
  return entry.at ? entry.at->instant : clock.zone.instant_at(entry.day, 0);
}

std::string to_text(const Deadline& deadline) {
  if (deadline.is_never()) return {};
  return deadline.time ? to_rfc3339(*deadline.time) : to_iso(deadline.day);
}

Instant end_of(const Deadline& deadline, const DayClock& clock) {
  if (deadline.is_never()) return Instant{std::numeric_limits<std::int64_t>::max() / 2};
  return deadline.time ? deadline.time->instant : clock.start_of(deadline.day + 1);
}

Deadline local(const Deadline& deadline, const Zone& zone) {
  if (!deadline.time) return deadline;
  const Timestamp time = zone.local(deadline.time->instant);
  return {time.day(), time};
}

Day day_of(const Deadline& deadline, const DayClock& clock) {
  const Deadline here = local(deadline, clock.zone);
  const bool is_of_the_night = here.time && here.time->second_of_day() < clock.day_start * 60;
  return here.day - (is_of_the_night ? 1 : 0);
}

bool is_over(const Deadline& deadline, Instant now, const DayClock& clock) {
  return deadline.time ? now > deadline.time->instant : now >= end_of(deadline, clock);
}

Moment last_moment_of(Day day, const DayClock& clock) {
  return {day, Instant{clock.start_of(day + 1).seconds - 1}, clock};
}

bool is_known(const Entry& entry, const Moment& moment) {
  return entry.day <= moment.today || written_at(entry, moment.clock) <= moment.now;
}

std::vector<const Entry*> newest_written_first(std::span<const Entry> entries, const Moment& moment) {
  const auto was_later = [&](const Entry& a, const Entry& b) {
    const Instant at_a = written_at(a, moment.clock);
    const Instant at_b = written_at(b, moment.clock);
    const bool is_ahead_a = at_a > moment.now;
    const bool is_ahead_b = at_b > moment.now;
    if (is_ahead_a != is_ahead_b) return is_ahead_b;
    if (at_a != at_b) return at_a > at_b;
    return a.place > b.place;
  };
  std::vector<const Entry*> order;
  order.reserve(entries.size());
  for (const Entry& entry : entries) order.push_back(&entry);
  std::ranges::stable_sort(order,
                           [&](const Entry* a, const Entry* b) { return was_later(*a, *b); });
  return order;
}

bool listed_before(const Standing& a, const Standing& b) {
  if (a.day != b.day) return a.day < b.day;
  if (a.at.has_value() != b.at.has_value()) return !a.at.has_value();
  if (a.at && a.at->instant != b.at->instant) return a.at->instant < b.at->instant;
  return a.place < b.place;
}

std::vector<std::size_t> counted(std::span<const Entry> entries) { return counted_among(entries); }

std::vector<std::size_t> listed(std::span<const Entry> entries) { return listed_among(entries); }

std::vector<std::size_t> listed(std::span<const Standing> standings) {
  return listed_among(standings);
}

}  // namespace mend
