// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/limit_list.hpp"
#include "mend/report/phrases.hpp"
#include "page_sections.hpp"

#include <algorithm>
#include <map>

namespace mend {
namespace {

// Of an entry that is shown, its words; without being asked for they are nowhere.
const Attributes* shown_of(const SpanReport& report, const Entry* entry) {
  const auto found = std::ranges::find(report.shown, entry, &ShownEntry::entry);
  return found == report.shown.end() ? nullptr : &found->attributes;
}

std::string words_behind(const SpanReport& report, const Entry* entry, std::string_view key) {
  const Attributes* const shown = shown_of(report, entry);
  const std::string_view text = shown == nullptr ? std::string_view{} : text_of(*shown, key);
  return text.empty() ? std::string{} : ": " + std::string{text};
}

std::string change_due_words(const ChangeDue& change, const SpanReport& report) {
  const std::string day = describe(change.due, report.today);
  const std::string after =
      change.after == 0 ? std::string{} : ", " + std::to_string(change.after) + " days after";
  return "Due another look on " + day + after + ": the change of " +
         describe(change.made, report.today) + words_behind(report, change.entry, "change") + ".";
}

std::string followed_words(const SetbackReport& setback) {
  if (!setback.followed) return "nothing yet";
  const std::string step{key_of(setback.followed->step)};
  if (setback.followed->days == 0) return step + ", the same day";
  if (setback.followed->days == 1) return step + ", the next day";
  return step + ", " + std::to_string(setback.followed->days) + " days after";
}

std::string told_words(const SetbackReport& setback) {
  return setback.told == "found-out" ? "found out" : setback.told;
}

std::string learned_words(std::string_view field, int count) {
  if (field == "if_then") return quantity(count, "if-then plan", "if-then plans") + " for next time";
  const std::string notes = quantity(count, "note", "notes") + " on ";
  if (field == "next_time") return notes + "what to do next time";
  if (field == "again") return notes + "what to do again";
  return notes + "what was different after space";
}

std::string entry_title(const Entry& entry, const SpanReport& report) {
  std::string title = describe(entry.day, report.today) + ", ";
  if (entry.step) title += std::string{key_of(*entry.step)} + " ";
  return title + std::string{word_of(entry.kind)};
}

}  // namespace

PageSection responsibility_section(const SpanReport& report) {
  const ResponsibilityReport& part = report.responsibility;
  PageSection section{"responsibility", "Responsibility and changes", {}, {}, {}};
  if (const int said = part.said_first + part.pointed_out; said > 0) {
    section.lines.push_back(part.said_first > 0
                                ? "Owned " + std::to_string(part.said_first) + " of " +
                                      std::to_string(said) + " before anyone pointed them out."
                                : "Owned after it was pointed out: " +
                                      std::to_string(part.pointed_out) + ".");
  }
  if (part.changes > 0) {
    section.lines.push_back(quantity(part.changes, "change", "changes") + " made.");
  }
  if (const int looked = part.holds + part.holds_no_more; looked > 0) {
    section.lines.push_back("Looked at again: " +
                            (part.holds > 0 ? std::to_string(part.holds) + " of " +
                                                  std::to_string(looked) + " still in place."
                                            : std::to_string(looked) + " no longer in place."));
  }
  for (const ChangeDue& change : part.due) section.lines.push_back(change_due_words(change, report));
  return section;
}

PageSection setbacks_section(const SpanReport& report) {
  PageSection section{"setbacks", "Setbacks", {}, {}, {}};
  if (report.setbacks.empty()) return section;
  const bool is_discreet = report.discretion == Discretion::on;
  section.table = PageTable{"Each setback, with the first step kept after it", {"Day", "Step"}, {}};
  auto& columns = section.table->columns;
  if (!is_discreet) columns.insert(columns.end(), {"What", "Told"});
  columns.emplace_back("Kept after it");
  for (const SetbackReport& setback : report.setbacks) {
    PageRow row{{describe(setback.day, report.today), std::string{key_of(setback.step)}}};
    if (!is_discreet) {
      row.cells.emplace_back(word_of(setback.severity));
      row.cells.push_back(told_words(setback));
    }
    row.cells.push_back(followed_words(setback));
    section.table->rows.push_back(std::move(row));
  }
  return section;
}

PageSection learned_section(const SpanReport& report) {
  PageSection section{"learned", "What was learned", {}, {}, {}};
  std::map<std::string_view, int> counts;
  for (const Learned& learned : report.learned) ++counts[learned.field];
  for (const auto& [field, count] : counts) {
    section.lines.push_back(learned_words(field, count) + ".");
  }
  return section;
}

PageSection limits_section(const SpanReport& report, const Zone& zone) {
  PageSection section{"limits", "Limits", {}, {}, {}};
  for (const Agreement& limit : report.limits) {
    section.lines.push_back(limit_phrase(limit, {report.today, zone}) + ".");
  }
  return section;
}

PageSection notes_section(const SpanReport& report, const Zone& zone) {
  PageSection section{"notes", "In my own words", {}, {}, {}};
  for (const ShownEntry& shown : report.shown) {
    section.quotes.push_back({entry_title(*shown.entry, report), words_of(shown.attributes, zone)});
  }
  return section;
}

}  // namespace mend
