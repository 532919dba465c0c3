// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "counted_entries.hpp"
#include "mend/domain/ledger.hpp"
#include "mend/domain/schema.hpp"

#include <unordered_map>

namespace mend {
namespace {

constexpr std::int64_t shortest_space = 20 * 60;  // seconds

enum class Timing { in_time, late, unclear };

// What people call a kind of agreement and what becomes of it.
struct Words {
  Kind opening;
  std::string_view agreement;
  std::string_view deadline_key;
  std::string_view in_time;  // the result of an event that was

  Words(Kind kind, Outcome outcome)
      : opening(kind), agreement(word_of(kind)), in_time(word_of(outcome)) {
    for (const EntryKey& key : schema_of(kind).keys) {
      if (key.type == ValueType::deadline) deadline_key = key.name;
    }
  }
};

class EventChecker {
 public:
  explicit EventChecker(const Records& records) : records_(records), entries_(records) {}

  std::vector<Finding> run() {
    const Ledger ledger = read_ledger(entries_.all(), records_.moment);
    check_agreements(ledger.promises, {Kind::promise, Outcome::kept});
    check_agreements(ledger.spaces, {Kind::space, Outcome::on_time});
    check_agreements(ledger.limits, {Kind::limit, Outcome::lifted});
    for (const Agreement& space : ledger.spaces) check_length(space);
    return std::move(findings_);
  }

 private:
  Finding& report(const Entry& entry, std::string what, std::string hint = {}) {
    return findings_.emplace_back(odd_entry(records_, entry, std::move(what), std::move(hint)));
  }

  void check_agreements(const std::vector<Agreement>& agreements, const Words& words) {
    std::unordered_map<std::string_view, const Agreement*> by_id;
    for (const Agreement& agreement : agreements) by_id.emplace(agreement.opening->id, &agreement);
    for (const Entry& entry : entries_.all()) {
      if (!entry.result || entry.about != words.opening) continue;
      const Entry* const opening = entries_.find(entry.reference);
      if (opening == nullptr || opening->kind != words.opening) {
        report_unknown(entry, opening, words);
        continue;
      }
      check_order(entry, *opening, words);
      check_move(entry, words);
      const auto agreement = by_id.find(entry.reference);
      if (!is_known(entry, records_.moment) || agreement == by_id.end()) continue;
      check_settlement(entry, *agreement->second, words);
    }
  }

  void report_unknown(const Entry& event, const Entry* found, const Words& words) {
    const std::string agreement{words.agreement};
    if (found != nullptr) {
      report(event, "the entry its '" + agreement + "' names, in " + place_text(records_, *found) +
                        ", is not a " + agreement + ", so this counts for nothing");
      return;
    }
    report(event, "its " + agreement + " is not there, so this counts for nothing",
           entries_.did_you_mean(event.reference))
        .typed = event.reference;
  }

  void check_order(const Entry& event, const Entry& opening, const Words& words) {
    const bool is_written_earlier =
        event.at && opening.at && event.at->instant < opening.at->instant;
    const bool is_of_earlier_day = event.day < opening.day && !was_today(opening, event);
    if (is_of_earlier_day || is_written_earlier) {
      report(event, "this comes before its " + std::string{words.agreement} + ", which is in " +
                        place_text(records_, opening));
    }
  }

  // Had it been written by then, on a clock that was ahead of the event's?
  bool was_today(const Entry& opening, const Entry& event) const {
    if (!event.at || !opening.at) return false;
    const bool is_of_its_day = current_day(*opening.at, records_.settings) == opening.day;
    const Timestamp there{opening.at->instant, event.at->offset_seconds};
    return is_of_its_day && current_day(there, records_.settings) <= event.day;
  }

  void check_move(const Entry& event, const Words& words) {
    if (settles(event) || event.deadline) return;
    report(event, "without a new '" + std::string{words.deadline_key} + "' this moves nothing");
  }

  void check_settlement(const Entry& event, const Agreement& agreement, const Words& words) {
    if (agreement.is_open()) return;
    const Entry& settlement = *agreement.settlement;
    const std::string settled = "its " + std::string{words.agreement} + " was settled by " +
                                place_text(records_, settlement);
    if (&event == &settlement) {
      check_timing(event, agreement, words);
    } else if (settles(event)) {
      report(event, settled + ", which is earlier and counts");
    } else if (!happened_before(event, settlement, records_.moment.clock)) {
      report(event, settled + " before this, which changes nothing any more");
    }
  }

  void check_timing(const Entry& settlement, const Agreement& agreement, const Words& words) {
    const bool says_in_time =
        settlement.result == Outcome::kept || settlement.result == Outcome::on_time;
    const bool says_late = settlement.result == Outcome::late;
    const Timing timing = timing_of(settlement, agreement.deadline);
    const std::string deadline = "the '" + std::string{words.deadline_key} + "' of its " +
                                 std::string{words.agreement} + ", " + to_text(agreement.deadline);
    if (says_in_time && timing == Timing::late) {
      report(settlement,
             "this says '" + std::string{words.in_time} + "', and comes after " + deadline);
    }
    if (says_late && agreement.deadline.is_never()) {
      report(settlement, "this says 'late', and its space has no 'until'");
    } else if (says_late && timing == Timing::in_time) {
      report(settlement, "this says 'late', and is within " + deadline);
    }
  }

  // By the instant when it was written down on its own day; else its day is all that is known, which
  // is one of the clock that it was written by.
  Timing timing_of(const Entry& settlement, const Deadline& deadline) const {
    const bool is_of_its_day =
        settlement.at && current_day(*settlement.at, records_.settings) == settlement.day;
    if (deadline.time && is_of_its_day) {
      return settlement.at->instant > deadline.time->instant ? Timing::late : Timing::in_time;
    }
    const auto due_there = [&](Timestamp time) {
      if (settlement.at) time.offset_seconds = settlement.at->offset_seconds;
      return current_day(time, records_.settings);
    };
    const Day due = deadline.time ? due_there(*deadline.time) : deadline.day;
    if (settlement.day > due) return Timing::late;
    if (settlement.day < due || !deadline.time) return Timing::in_time;
    return Timing::unclear;
  }

  void check_length(const Agreement& space) {
    if (space.deadline.is_never()) return;
    const std::int64_t length = end_of(space.deadline, records_.moment.clock).seconds -
                                written_at(*space.opening, records_.moment.clock).seconds;
    if (length < 0) {
      report(*space.opening, "this space ends before it begins");
    } else if (length < shortest_space) {
      report(*space.opening, "this space is shorter than 20 minutes");
    }
  }

  const Records& records_;
  CountedEntries entries_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_events(const Records& records) { return EventChecker{records}.run(); }

}  // namespace mend
