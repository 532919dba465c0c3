// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "mend/domain/spelling.hpp"
#include "mend/domain/step_days.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace mend {
namespace {

// Which of them came first, and how long they lasted, decides what they mean.
bool is_ordered_by_time(Kind kind) {
  return kind == Kind::promise || kind == Kind::outcome || kind == Kind::space ||
         kind == Kind::comeback;
}

// Checks one entry after the other.
class EntryChecker {
 public:
  explicit EntryChecker(const Records& records) : records_(records) {}

  std::vector<Finding> run() {
    check_beginning();
    for (const Facts& facts : records_.facts) {
      check_identity(facts);
      check_day(facts);
      check_rest(facts);
      check_action(facts);
    }
    return std::move(findings_);
  }

 private:
  Finding& report(const Facts& facts, std::string what, std::string hint = {}) {
    return findings_.emplace_back(
        odd_entry(records_, facts, std::move(what), std::move(hint)));
  }

  void check_identity(const Facts& facts) {
    if (facts.id.empty()) {
      report(facts, "this entry has no id",
             "Any 1 to 64 characters of a-z 0-9 _ - will do that no other entry has.");
    }
    if (!facts.at && is_ordered_by_time(facts.kind)) {
      report(facts, "this entry does not say when it was written, so its day's start is taken",
             "The key is 'at', its value a time such as 2026-11-22T19:04:11+01:00.");
    }
    if (facts.at && facts.edited && facts.edited->instant < facts.at->instant) {
      report(facts, "this entry was edited before it was written");
    }
  }

  void check_day(const Facts& facts) {
    const Month month = month_of(facts.day);
    if (month != records_.files[facts.place.file].month) {
      report(facts, "this entry belongs in " + to_iso(month) + ".toml");
    }
    // Where it was written its day had come.
    const bool was_its_day = facts.at && facts.at->instant <= records_.moment.now &&
                             current_day(*facts.at, records_.settings) == facts.day;
    if (facts.day > records_.moment.today && facts.kind != Kind::rest && !was_its_day) {
      // What is agreed is known at once; days are counted as they come.
      const bool is_in_ledger = is_ordered_by_time(facts.kind) && is_known(facts, records_.moment);
      report(facts, "this entry's day has not come yet",
             "Until " + to_iso(facts.day) +
                 (is_in_ledger ? " it keeps no step and rests none." : " it counts for nothing."));
    }
  }

  void check_rest(const Facts& facts) {
    if (facts.kind != Kind::rest) return;
    if (facts.rest.first > facts.rest.last) {
      report(facts, "this rest ends before it begins, so it covers no day");
    } else if (facts.day != facts.rest.first) {
      report(facts, "the day of a rest is its first one, " + to_iso(facts.rest.first));
    }
    for (const ActionName& name : facts.rest_actions) {
      const auto is_it = [&](const OwnAction& own) {
        return own.step == name.step && own.is_named(name.key);
      };
      if (std::ranges::any_of(records_.settings.actions, is_it)) continue;
      report(facts, "this rest names an action that is none of your own",
             "Only your own actions can rest alone: 'mend action list' shows them.")
          .typed = std::string{key_of(name.step)} + "/" + name.key;
    }
  }

  // A year that was mistyped.
  void check_beginning() {
    std::vector<Facts> facts_that_count;
    for (const std::size_t index : counted(records_.facts)) {
      facts_that_count.push_back(records_.facts[index]);
    }
    const Beginning beginning = read_beginning(facts_that_count, records_.moment.today, records_.moment.clock);
    if (!is_far_before(beginning)) return;
    const auto first = std::ranges::find_if(facts_that_count, [&](const Facts& facts) {
      return facts.day == *beginning.first && facts.kind != Kind::rest && facts.kind != Kind::setback;
    });
    report(*first, "the journal begins with this entry, long before the next, of " +
                       to_iso(*beginning.next),
           "Is its year right?");
  }

  void check_action(const Facts& facts) {
    if (facts.action.empty() || !facts.step) return;
    if (find_action(*facts.step, facts.action) != nullptr) return;
    const std::string step{key_of(*facts.step)};
    std::optional<Day> last_until;
    for (const OwnAction& own : records_.settings.actions) {
      if (own.step != *facts.step || !own.is_named(facts.action)) continue;
      if (!own.until || facts.day <= *own.until) return;
      last_until = std::max(last_until, own.until);
    }
    Finding& finding =
        last_until ? report(facts, "this action had ended on " + to_iso(*last_until))
                   : report(facts, step + " has no such action", nearest_action(facts));
    finding.typed = facts.action;
  }

  std::string nearest_action(const Facts& facts) const {
    std::vector<std::string_view> keys;
    for (const ActionContent& action : content_of(*facts.step).actions) keys.push_back(action.key);
    for (const OwnAction& own : records_.settings.actions) {
      if (own.step == *facts.step) keys.push_back(own.key);
    }
    return did_you_mean(facts.action, keys);
  }

  const Records& records_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_entries(const Records& records) { return EntryChecker{records}.run(); }

std::vector<Finding> check_ids(const Records& records) {
  std::unordered_map<std::string_view, std::size_t> counting;
  for (const std::size_t index : counted(records.facts)) {
    counting.emplace(records.facts[index].id, index);
  }
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < records.facts.size(); ++i) {
    const Facts& facts = records.facts[i];
    if (facts.id.empty() || counting.at(facts.id) == i) continue;
    findings.push_back(odd_entry(
        records, facts,
        "the entry in " + place_text(records, records.facts[counting.at(facts.id)]) +
            " has the same id, '" + facts.id + "', and counts instead of this one",
        "If both say the same, remove this one; if not, give it an id of its own."));
  }
  return findings;
}

}  // namespace mend
