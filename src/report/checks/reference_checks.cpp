// SPDX-License-Identifier: MIT
#include "mend/report/checks.hpp"

#include "counted_entries.hpp"
#include "mend/domain/follow_through.hpp"

namespace mend {
namespace {

bool is_setback(const Entry& entry) { return entry.kind == Kind::setback; }

// Checks what promises and notes say of other entries.
class ReferenceChecker {
 public:
  explicit ReferenceChecker(const Records& records) : records_(records), entries_(records) {}

  std::vector<Finding> run() {
    for (const Entry& entry : entries_.all()) {
      if (entry.kind == Kind::promise) {
        check(entry, "apology", is_apology, "no note of an apology");
      }
      if (entry.kind == Kind::note && entry.step && has_setback_field(*entry.step)) {
        check(entry, "setback", is_setback, "no setback");
      }
    }
    return std::move(findings_);
  }

 private:
  static bool has_setback_field(Step step) {
    const FieldContent* const field = find_field(step, "setback");
    return field != nullptr && field->type == FieldType::reference;
  }

  void check(const Entry& entry, std::string_view key, bool (*is_meant)(const Entry&),
             const std::string& otherwise) {
    const Value* const value = find_value(entry.keys, key);
    if (value == nullptr || value->text() == nullptr) return;
    const std::string& id = *value->text();
    const Entry* const found = entries_.find(id);
    if (found == nullptr) {
      findings_
          .emplace_back(odd_entry(records_, entry,
                                  "its '" + std::string{key} + "' names an entry that is not there",
                                  entries_.did_you_mean(id)))
          .typed = id;
    } else if (!is_meant(*found)) {
      findings_.push_back(odd_entry(records_, entry,
                                    "the entry its '" + std::string{key} + "' names, in " +
                                        place_text(records_, *found) + ", is " + otherwise));
    }
  }

  const Records& records_;
  CountedEntries entries_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_references(const Records& records) {
  return ReferenceChecker{records}.run();
}

}  // namespace mend
