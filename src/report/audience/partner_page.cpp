// SPDX-License-Identifier: MIT
#include "mend/domain/date_words.hpp"
#include "mend/report/partner_share.hpp"
#include "mend/report/report_page.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string shared_span_title(DayRange span) {
  const bool has_first = span.first != every_day.first;
  const bool has_last = span.last != every_day.last;
  if (has_first && has_last) return span_title(span);
  if (has_first) return "From " + span_title({span.first, span.first});
  return has_last ? "Up to " + span_title({span.last, span.last}) : "Up to today";
}

bool says_anything(const KeptOfAsked& kept) {
  return kept.days_kept > 0 || kept.asked.value_or(0) > 0;
}

PageSection steps_section(const PartnerShare& share) {
  PageSection section{"steps", "The eight steps", {}, {}, {}};
  PageTable table{"Kept, out of what each step asks", {"Step", "Kept"}, {}};
  for (const auto& [step, kept] : share.steps) {
    if (!says_anything(kept)) continue;
    table.rows.push_back({{std::string{key_of(step)}, kept_phrase(kept)}});
  }
  if (!table.rows.empty()) section.table = std::move(table);
  return section;
}

std::string result_words(const SharedPromise& promise) {
  if (promise.result.empty()) return promise.is_overdue ? "Past due" : "Open";
  if (promise.result == "late") return "Kept late";
  std::string words = promise.result;
  words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

PageSection promises_section(const PartnerShare& share, const Zone& zone) {
  PageSection section{"promises", "Promises", {}, {}, {}};
  for (const SharedPromise& promise : share.promises) {
    const std::string what =
        result_words(promise) + ", due " + describe(promise.due, {share.today, zone});
    if (promise.text.empty()) {
      section.lines.push_back(what + ".");
    } else {
      section.quotes.push_back({what, {promise.text}});
    }
  }
  return section;
}

std::string end_words(const SharedSpace& space, Day today) {
  if (!space.back) return "open";
  const std::string when = " on " + describe(*space.back, today);
  if (space.result == "on-time") return "back on time" + when;
  return (space.result == "late" ? "back late" : space.result) + when;
}

// To the one who reads it, "them" is you.
std::string_view request_words(std::string_view asked_by) {
  if (asked_by == "me") return ", at my request";
  if (asked_by == "them") return ", at your request";
  return asked_by == "both" ? ", at the request of both of us" : "";
}

std::string shared_space_words(const SharedSpace& space, Day today, const Zone& zone) {
  std::string words = "From " + describe(space.from, today);
  const auto until = space.until ? std::optional{local(*space.until, zone).day} : std::nullopt;
  if (until && until != space.from) words += " until " + describe(*until, today);
  words += request_words(space.asked_by);
  if (!space.contact.empty()) words += ", contact: " + space.contact;
  return words + ", " + end_words(space, today);
}

PageSection spaces_section(const PartnerShare& share, const Zone& zone) {
  PageSection section{"space", "Time apart", {}, {}, {}};
  for (const SharedSpace& space : share.spaces) {
    const std::string words = shared_space_words(space, share.today, zone);
    if (space.text.empty()) {
      section.lines.push_back(words + ".");
    } else {
      section.quotes.push_back({words, {space.text}});
    }
  }
  return section;
}

std::string source_of(const Attributes& entry, Day today) {
  const Value* const value = find_value(entry, "day");
  const auto* const date = value == nullptr ? nullptr : std::get_if<DateText>(&value->content);
  const auto day = date == nullptr ? std::nullopt : parse_iso_day(date->text);
  std::string words = day ? describe(*day, today) + ", " : std::string{};
  const auto step = text_of(entry, "step");
  if (!step.empty()) words += std::string{step} + " ";
  return words + std::string{text_of(entry, "kind")};
}

PageSection entries_section(const PartnerShare& share, const Zone& zone) {
  PageSection section{"notes", "In my own words", {}, {}, {}};
  for (const Attributes& entry : share.entries) {
    section.quotes.push_back({source_of(entry, share.today), words_of(entry, zone)});
  }
  return section;
}

bool shares_nothing(const PageSection& section) {
  return section.lines.empty() && !section.table && section.quotes.empty();
}

}  // namespace

ReportPage partner_page(const PartnerShare& share, const Zone& zone) {
  ReportPage page;
  page.title = shared_span_title(share.span);
  page.closing = shared_closing;
  const bool goes_on = share.span.contains(share.today) && share.span.last > share.today &&
                       share.span.last != every_day.last;
  if (goes_on) page.subtitle = "so far, up to today, " + describe(share.today, share.today);
  page.sections = {steps_section(share), promises_section(share, zone),
                   spaces_section(share, zone), entries_section(share, zone)};
  std::erase_if(page.sections, shares_nothing);
  if (page.sections.empty()) {
    page.sections.push_back({"none", {}, {"There is nothing to show for these days."}, {}, {}});
  }
  return page;
}

}  // namespace mend
