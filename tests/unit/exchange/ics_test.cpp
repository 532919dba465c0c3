// SPDX-License-Identifier: MIT
#include "mend/exchange/export.hpp"

#include "mend/store/entry_writer.hpp"
#include "mend/store/month_document.hpp"

#include <doctest/doctest.h>

#include <string>

namespace mend {
namespace {

std::string ics_of(const std::string& month) {
  const MonthDocument document{month, "x"};
  const MonthContent content = document.content(all_words);
  REQUIRE(content.damage.empty());
  std::vector<ExportedEntry> entries;
  for (const Entry& entry : content.entries) entries.push_back({&entry, entry.keys});
  const JournalSettings settings;
  const UtcZone zone;
  return ics_export({entries, content.entries, settings, Audience::me, Day{}, DayClock{zone, 0}});
}

std::string ics_promise(const std::string& text, const std::string& due) {
  return "[[entry]]\nid = \"p1\"\nday = 2026-11-01\nat = 2026-11-01T10:00:00+01:00\nkind = \"promise\"\n"
         "step = \"consistency\"\ntext = " + toml_string(text) + "\ndue = " + due + "\n";
}

bool has_line(const std::string& ics, const std::string& line) {
  return ("\r\n" + ics).find("\r\n" + line + "\r\n") != std::string::npos;
}

TEST_CASE("a promise is an event when it is due") {
  const std::string ics = ics_of(ics_promise("home by six", "2026-11-27T18:00:00+01:00"));
  CHECK(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(ics.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  CHECK(has_line(ics, "UID:p1@mend"));
  CHECK(has_line(ics, "DTSTAMP:20261101T090000Z"));
  CHECK(has_line(ics, "DTSTART:20261127T170000Z"));
  CHECK(has_line(ics, "DTEND:20261127T171500Z"));
  CHECK(has_line(ics, "SUMMARY:home by six"));
  CHECK(has_line(ics_of(ics_promise("x", "2026-11-27")), "DTSTART;VALUE=DATE:20261127"));
}

TEST_CASE("a promise that was changed is due when it was changed to, and says what became of it") {
  const std::string ics = ics_of(
      ics_promise("x", "2026-11-27") +
      "\n[[entry]]\nid = \"o1\"\nday = 2026-11-02\nat = 2026-11-02T10:00:00Z\nkind = \"outcome\"\n"
      "promise = \"p1\"\nresult = \"changed\"\ndue = 2026-11-30\n"
      "\n[[entry]]\nid = \"o2\"\nday = 2026-11-03\nat = 2026-11-03T10:00:00Z\nkind = \"outcome\"\n"
      "promise = \"p1\"\nresult = \"dropped\"\n");
  CHECK(has_line(ics, "DTSTART;VALUE=DATE:20261130"));
  CHECK(has_line(ics, "DESCRIPTION:dropped"));
  CHECK(has_line(ics, "STATUS:CANCELLED"));
  CHECK(has_line(ics, "DTSTAMP:20261103T100000Z"));
}

TEST_CASE("a space is an event when it ends, or when they came back") {
  const std::string space =
      "[[entry]]\nid = \"s1\"\nday = 2026-11-01\nat = 2026-11-01T10:00:00Z\nkind = \"space\"\n"
      "until = 2026-11-01T12:00:00Z\ntext = \"after the\\nargument\"\n";
  CHECK(has_line(ics_of(space), "DTSTART:20261101T120000Z"));
  const std::string ics = ics_of(
      space + "\n[[entry]]\nid = \"r1\"\nday = 2026-11-01\nat = 2026-11-01T11:30:00Z\n"
              "kind = \"return\"\nspace = \"s1\"\nresult = \"on-time\"\n");
  CHECK(has_line(ics, "UID:s1@mend"));
  CHECK(has_line(ics, "DTSTART:20261101T113000Z"));
  CHECK(has_line(ics, "DTEND:20261101T114500Z"));
  CHECK(has_line(ics, "SUMMARY:Time apart ends"));
  CHECK(has_line(ics, "DESCRIPTION:after the\\nargument\\n\\nback on time"));
}

TEST_CASE("a text is escaped, and no line is longer than 75 octets or cut within a character") {
  const std::string ics = ics_of(ics_promise("a, b; c\\d\ne \x1b[1m", "2026-11-27"));
  CHECK(has_line(ics, "SUMMARY:a\\, b\\; c\\\\d"));
  CHECK(has_line(ics, "DESCRIPTION:a\\, b\\; c\\\\d\\ne \\\\u001B[1m"));
  CHECK(has_line(ics_of(ics_promise("\n\n  one\r\ntwo\n", "2026-11-27")), "SUMMARY:one"));
  std::string text;
  for (int i = 0; i < 60; ++i) text += i % 3 == 0 ? "日" : "é";
  const std::string folded = ics_of(ics_promise(text, "2026-11-27"));
  std::string unfolded = folded;
  for (auto at = unfolded.find("\r\n "); at != std::string::npos; at = unfolded.find("\r\n ", at)) {
    unfolded.erase(at, 3);
  }
  CHECK(has_line(unfolded, "SUMMARY:" + text));
  for (std::size_t at = 0; at < folded.size();) {
    const auto end = folded.find("\r\n", at);
    CHECK(end - at <= 75);
    CHECK((static_cast<unsigned char>(folded[at]) & 0xC0U) != 0x80U);
    at = end + 2;
  }
}

}  // namespace
}  // namespace mend
