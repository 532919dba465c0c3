// SPDX-License-Identifier: MIT
#include "ics_lines.hpp"
#include "mend/domain/ledger.hpp"
#include "mend/exchange/export.hpp"
#include "mend/report/promise_list.hpp"
#include "mend/text/display.hpp"
#include "mend/text/trimmed.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string step_title(const Entry& entry) {
  return entry.step ? std::string{content_of(*entry.step).title} : std::string{};
}

// Without blank lines before and behind it.
std::string_view trimmed_lines(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// What became of it, in a word; empty while nothing has.
std::string_view result_word(const Agreement& agreement) {
  if (agreement.is_open() || agreement.outcome() == Outcome::ended) return {};
  return agreement.outcome() == Outcome::on_time ? "back on time" : state_word(agreement);
}

class Calendar {
 public:
  explicit Calendar(const ExportSource& source) : source_(source) {
    out_ = ics_line("BEGIN", "VCALENDAR") + ics_line("VERSION", "2.0") +
           ics_line("PRODID", "-//mend//journal//EN") + ics_line("CALSCALE", "GREGORIAN");
    if (source.audience != Audience::me) {
      out_ += ics_line("X-WR-CALDESC", ics_text(shared_closing));
    }
  }

  // What is due, or when time apart ends; once they are back, when they came.
  void add(const ExportedEntry& exported, const Agreement& agreement) {
    const bool is_space = exported.entry->kind == Kind::space;
    const std::string_view text = trimmed_lines(text_of(exported.shown, "text"));
    std::string_view summary = is_space ? "Time apart ends" : "A promise is due";
    if (!is_space && !text.empty()) summary = trimmed(first_line(text));
    out_ += ics_line("BEGIN", "VEVENT");
    out_ += ics_line("UID", uid_of(*exported.entry));
    out_ += ics_line("DTSTAMP", ics_time(last_written(exported, agreement)));
    add_start(agreement, is_space);
    out_ += ics_line("SUMMARY", ics_text(summary));
    const std::string_view result = result_word(agreement);
    std::string description{summary == text ? std::string_view{} : text};
    if (!description.empty() && !result.empty()) description += "\n\n";
    description += result;
    if (!description.empty()) out_ += ics_line("DESCRIPTION", ics_text(description));
    const bool is_off = agreement.outcome() == Outcome::dropped ||
                        agreement.outcome() == Outcome::released ||
                        agreement.outcome() == Outcome::ended;
    out_ += ics_line("STATUS", is_off ? "CANCELLED" : "CONFIRMED");
    if (!step_title(*exported.entry).empty()) {
      out_ += ics_line("CATEGORIES", ics_text(step_title(*exported.entry)));
    }
    out_ += ics_line("CLASS", "PRIVATE") + ics_line("TRANSP", "TRANSPARENT");
    out_ += ics_line("END", "VEVENT");
  }

  std::string take() { return std::move(out_) + ics_line("END", "VCALENDAR"); }

 private:
  static std::string uid_of(const Entry& entry) {
    const std::string id = entry.id.empty() ? to_iso(entry.day) + "-" + std::to_string(entry.line)
                                            : entry.id;
    return id + "@mend";
  }

  // The same text for the same journal, whenever it is made.
  Instant last_written(const ExportedEntry& exported, const Agreement& agreement) const {
    Instant latest = written_at(*exported.entry, source_.clock);
    if (exported.entry->edited) latest = std::max(latest, exported.entry->edited->instant);
    if (!agreement.is_open()) {
      latest = std::max(latest, written_at(*agreement.settlement, source_.clock));
    }
    return latest;
  }

  // What is due at a time takes none, and not every calendar shows an event without an end.
  void add_time(Instant start) {
    constexpr std::int64_t shown_length = 15 * 60;
    out_ += ics_line("DTSTART", ics_time(start));
    out_ += ics_line("DTEND", ics_time(Instant{start.seconds + shown_length}));
  }

  void add_start(const Agreement& agreement, bool is_space) {
    if (is_space && !agreement.is_open() && agreement.settlement->at) {
      add_time(agreement.settlement->at->instant);
    } else if (agreement.deadline.time) {
      add_time(agreement.deadline.time->instant);
    } else {
      out_ += ics_line("DTSTART;VALUE=DATE", ics_date(agreement.deadline.day));
      // The first day that is no longer part of it.
      out_ += ics_line("DTEND;VALUE=DATE", ics_date(agreement.deadline.day + 1));
    }
  }

  const ExportSource& source_;
  std::string out_;
};

}  // namespace

std::string ics_export(const ExportSource& source) {
  const Ledger ledger = read_ledger(source.history, every_day.last, source.clock);
  Calendar calendar{source};
  for (const ExportedEntry& exported : source.entries) {
    const Kind kind = exported.entry->kind;
    if (kind != Kind::promise && kind != Kind::space) continue;
    const auto& agreements = kind == Kind::promise ? ledger.promises : ledger.spaces;
    const auto found = std::ranges::find(agreements, exported.entry, &Agreement::opening);
    const bool has_day = found != agreements.end() && !found->deadline.is_never();
    if (has_day) calendar.add(exported, *found);
  }
  return calendar.take();
}

}  // namespace mend
