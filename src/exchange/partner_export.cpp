// SPDX-License-Identifier: MIT
#include "ics_lines.hpp"
#include "mend/exchange/csv_columns.hpp"
#include "mend/exchange/export.hpp"
#include "mend/exchange/import.hpp"
#include "mend/report/partner_share.hpp"
#include "mend/store/entry_writer.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

// An event says nothing of when it was written: its stamp is the day it is about.
class SharedCalendar {
 public:
  SharedCalendar() {
    out_ = ics_line("BEGIN", "VCALENDAR") + ics_line("VERSION", "2.0") +
           ics_line("PRODID", "-//mend//journal//EN") + ics_line("CALSCALE", "GREGORIAN") +
           ics_line("X-WR-CALDESC", ics_text(shared_closing));
  }

  void add(const SharedPromise& promise) {
    begin("promise\n" + promise.text, promise.due.day);
    if (promise.due.time) {
      const Instant start = promise.due.time->instant;
      out_ += ics_line("DTSTART", ics_time(start));
      out_ += ics_line("DTEND", ics_time(Instant{start.seconds + shown_length}));
    } else {
      add_days(promise.due.day);
    }
    end(promise.text.empty() ? "A promise is due" : promise.text, promise.result);
  }

  void add(const SharedSpace& space) {
    const Day day = space.back.value_or(space.until ? space.until->day : space.from);
    // Agreed without an end and still open: it is in no calendar.
    if (!space.back && !space.until) return;
    begin("space\n" + to_iso(space.from), day);
    add_days(day);
    end("Time apart ends", space.result == "on-time" ? "back on time" : std::string_view{space.result});
  }

  std::string take() { return std::move(out_) + ics_line("END", "VCALENDAR"); }

 private:
  // What is due at a time takes none, and not every calendar shows an event without an end.
  static constexpr std::int64_t shown_length = 15 * 60;

  // Of what is shown alone, and the same whenever it is made; the like are told apart by their number.
  void begin(const std::string& what, Day day) {
    const auto number = std::ranges::count(seen_, what);
    seen_.push_back(what);
    out_ += ics_line("BEGIN", "VEVENT");
    out_ += ics_line("UID", content_id(what + "\n" + std::to_string(number)) + "@mend");
    out_ += ics_line("DTSTAMP", ics_date(day) + "T000000Z");
  }

  void add_days(Day day) {
    out_ += ics_line("DTSTART;VALUE=DATE", ics_date(day));
    out_ += ics_line("DTEND;VALUE=DATE", ics_date(day + 1));
  }

  void end(std::string_view summary, std::string_view result) {
    // A summary has one line; the whole of a longer text is below it.
    const std::string_view line = first_line(summary);
    out_ += ics_line("SUMMARY", ics_text(line));
    std::string description{line == summary ? std::string_view{} : summary};
    if (!description.empty() && !result.empty()) description += "\n\n";
    description += result;
    if (!description.empty()) out_ += ics_line("DESCRIPTION", ics_text(description));
    const bool is_off = result == "dropped" || result == "released" || result == "ended";
    out_ += ics_line("STATUS", is_off ? "CANCELLED" : "CONFIRMED");
    out_ += ics_line("CLASS", "PRIVATE") + ics_line("TRANSP", "TRANSPARENT");
    out_ += ics_line("END", "VEVENT");
  }

  std::vector<std::string> seen_;
  std::string out_;
};

Attributes without_kind(Attributes table) {
  std::erase_if(table, [](const Attribute& attribute) { return attribute.key == "kind"; });
  return table;
}

}  // namespace

std::string partner_toml(const PartnerShare& share) {
  std::string out = "# Written with mend. Plain TOML.\n";
  for (const Attributes& table : partner_tables(share)) {
    const bool is_step = text_of(table, "kind") == "step";
    out += is_step ? "\n[[step]]\n" : "\n[[entry]]\n";
    for (const Attribute& attribute : is_step ? without_kind(table) : table) {
      out += write_attribute(attribute, LineEnding::lf) + "\n";
    }
  }
  return out + "\n# " + std::string{shared_closing} + "\n";
}

std::string partner_export_csv(const PartnerShare& share) {
  std::vector<Attributes> tables = partner_tables(share);
  tables.push_back({{"kind", {std::string{"closing"}}}, {"text", {std::string{shared_closing}}}});
  std::vector<const Attributes*> rows;
  for (const Attributes& table : tables) rows.push_back(&table);
  return csv_table(rows, {"kind", "day", "step", "text"});
}

std::string partner_ics(const PartnerShare& share) {
  SharedCalendar calendar;
  for (const SharedPromise& promise : share.promises) calendar.add(promise);
  for (const SharedSpace& space : share.spaces) calendar.add(space);
  return calendar.take();
}

}  // namespace mend
