// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "mend/domain/schema.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/domain/step_days.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace mend {
namespace {

// Which of them came first, and how long they lasted, decides what they mean.
bool is_ordered_by_time(Kind kind) {
  return is_event(kind) || event_about(kind);
}

// Checks one entry after the other.
class EntryChecker {
 public:
  explicit EntryChecker(const Records& records) : records_(records) {}

  std::vector<Finding> run() {
    check_beginning();
    for (const Entry& entry : records_.entries) {
      check_identity(entry);
      check_day(entry);
      check_rest(entry);
      check_action(entry);
    }
    return std::move(findings_);
  }

 private:
  Finding& report(const Entry& entry, std::string what, std::string hint = {}) {
    return findings_.emplace_back(
        odd_entry(records_, entry, std::move(what), std::move(hint)));
  }

  void check_identity(const Entry& entry) {
    if (entry.id.empty()) {
      report(entry, "this entry has no id",
             "Any 1 to 64 characters of a-z 0-9 _ - will do that no other entry has.");
    }
    if (!entry.at && is_ordered_by_time(entry.kind)) {
      report(entry, "this entry does not say when it was written, so its day's start is taken",
             "The key is 'at', its value a time such as 2026-11-22T19:04:11+01:00.");
    }
    if (entry.at && entry.edited && entry.edited->instant < entry.at->instant) {
      report(entry, "this entry was edited before it was written");
    }
  }

  void check_day(const Entry& entry) {
    const Month month = month_of(entry.day);
    if (month != records_.files[entry.place.file].month) {
      report(entry, "this entry belongs in " + to_iso(month) + ".toml");
    }
    // Where it was written its day had come.
    const bool was_its_day = entry.at && entry.at->instant <= records_.moment.now &&
                             current_day(*entry.at, records_.settings) == entry.day;
    if (entry.day > records_.moment.today && entry.kind != Kind::rest && !was_its_day) {
      // What is agreed is known at once; days are counted as they come.
      const bool is_in_ledger = is_ordered_by_time(entry.kind) && is_known(entry, records_.moment);
      report(entry, "this entry's day has not come yet",
             "Until " + to_iso(entry.day) +
                 (is_in_ledger ? " it keeps no step and rests none." : " it counts for nothing."));
    }
  }

  void check_rest(const Entry& entry) {
    if (entry.kind != Kind::rest) return;
    if (entry.rest.first > entry.rest.last) {
      report(entry, "this rest ends before it begins, so it covers no day");
    } else if (entry.day != entry.rest.first) {
      report(entry, "the day of a rest is its first one, " + to_iso(entry.rest.first));
    }
    for (const ActionName& name : entry.rest_actions) {
      const auto is_it = [&](const OwnAction& own) {
        return own.step == name.step && own.is_named(name.key);
      };
      if (std::ranges::any_of(records_.settings.actions, is_it)) continue;
      report(entry, "this rest names an action that is not one of your own actions",
             "Only your own actions can rest separately: 'mend action list' shows them.")
          .typed = std::string{key_of(name.step)} + "/" + name.key;
    }
  }

  // A year that was mistyped.
  void check_beginning() {
    const Beginning beginning = read_beginning(records_.counted, records_.moment.today, records_.moment.clock);
    if (!is_far_before(beginning)) return;
    const auto first = std::ranges::find_if(records_.counted, [&](const Entry& entry) {
      return entry.day == *beginning.first && entry.kind != Kind::rest && entry.kind != Kind::setback;
    });
    report(*first, "the journal begins with this entry, long before the next, of " +
                       to_iso(*beginning.next),
           "Is its year right?");
  }

  void check_action(const Entry& entry) {
    if (entry.action.empty() || !entry.step) return;
    if (find_action(*entry.step, entry.action) != nullptr) return;
    const std::string step{key_of(*entry.step)};
    std::optional<Day> last_until;
    for (const OwnAction& own : records_.settings.actions) {
      if (own.step != *entry.step || !own.is_named(entry.action)) continue;
      if (!own.until || entry.day <= *own.until) return;
      last_until = std::max(last_until, own.until);
    }
    Finding& finding =
        last_until ? report(entry, "this action had ended on " + to_iso(*last_until))
                   : report(entry, step + " has no such action", nearest_action(entry));
    finding.typed = entry.action;
  }

  std::string nearest_action(const Entry& entry) const {
    std::vector<std::string_view> keys;
    for (const ActionContent& action : content_of(*entry.step).actions) keys.push_back(action.key);
    for (const OwnAction& own : records_.settings.actions) {
      if (own.step == *entry.step) keys.push_back(own.key);
    }
    return did_you_mean(entry.action, keys);
  }

  const Records& records_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_entries(const Records& records) { return EntryChecker{records}.run(); }

std::vector<Finding> check_ids(const Records& records) {
  std::unordered_map<std::string_view, std::size_t> counting;
  for (const std::size_t index : counted(records.entries)) {
    counting.emplace(records.entries[index].id, index);
  }
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < records.entries.size(); ++i) {
    const Entry& entry = records.entries[i];
    if (entry.id.empty() || counting.at(entry.id) == i) continue;
    findings.push_back(odd_entry(
        records, entry,
        "the entry in " + place_text(records, records.entries[counting.at(entry.id)]) +
            " has the same id, '" + entry.id + "', and counts instead of this one",
        "If both say the same, remove this one; if not, give it an id of its own."));
  }
  return findings;
}

}  // namespace mend
