// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/entry.hpp"

#include <optional>
#include <span>
#include <vector>

namespace mend {

// A promise or a space agreement with what became of it.
struct Agreement {
  const Entry* opening = nullptr;        // the promise or space
  const Entry* settlement = nullptr;     // the outcome or return that settled it, null while open
  Deadline deadline;                     // its last agreed due or until, or `no_deadline`
  std::vector<const Entry*> moves = {};  // what moved its time before it was settled

  // Null while open.
  std::optional<Outcome> outcome() const {
    return settlement == nullptr ? std::nullopt : settlement->result;
  }
  bool is_open() const { return settlement == nullptr; }
};

struct Ledger {
  std::vector<Agreement> promises;
  std::vector<Agreement> spaces;
  std::vector<Agreement> limits;
};

// Is a limit in force, was it lifted, or has the time come that was agreed for its end?
enum class LimitState { in_force, lifted, over };

LimitState limit_state(const Agreement& limit, const Moment& moment);

std::vector<Agreement> limits_in_force(const Ledger& ledger, const Moment& moment);

// What became of promises. The kept rate is kept of (kept + late + missed): those one was let off are
// neither.
struct PromiseCounts {
  int open = 0;
  int kept = 0;
  int late = 0;
  int changed = 0;  // times a due was moved
  int missed = 0;
  int dropped = 0;
  int released = 0;

  int rated() const { return kept + late + missed; }
};

PromiseCounts count_promises(std::span<const Agreement> promises);

// Does this outcome or return settle its promise or space, or only move its time?
bool settles(const Entry& event);

// Which of two events came first: by `at` as an instant, then by id.
bool happened_before(const Entry& a, const Entry& b, const DayClock& clock);

// Reads the ledger of what is known at that moment. Of several events that settle the same agreement the
// earliest counts; of those that move its time, the latest strictly before it was settled. Events
// of unknown agreements count for nothing.
// The pointers point into `entries`.
Ledger read_ledger(std::span<const Entry> entries, const Moment& moment);

// The same from entries up to `today` alone, whenever they were written: what streaks go by, and what
// looks back on days.
Ledger read_ledger(std::span<const Entry> entries, Day today, const DayClock& clock);

}  // namespace mend
