// SPDX-License-Identifier: MIT
#include "mend/report/text.hpp"

#include "mend/report/agreement_words.hpp"
#include "mend/report/phrases.hpp"
#include "mend/report/streak_phrases.hpp"
#include "mend/text/display.hpp"
#include "mend/text/utf8.hpp"
#include "support/entries.hpp"
#include "support/entry_of.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mend {
namespace {

const UtcZone utc{};

std::vector<std::string> page_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto newline = text.find('\n');
    lines.emplace_back(text.substr(0, newline));
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
  }
  return lines;
}

// The first line that is too wide, ends in a space, or holds what a terminal could act on.
std::string layout_fault(std::string_view text, std::size_t width) {
  for (const std::string& line : page_lines(text)) {
    if (display_width(line) > width) return "too wide: " + line;
    if (harmless(line) != line) return "not harmless: " + harmless(line);
    if (first_invalid_byte(line)) return "not UTF-8";
  }
  return {};
}

// A journal as somebody could keep it: any cadences, kept days, rests, breaches, promises.
struct RandomJournal {
  JournalSettings settings;
  std::vector<Entry> entries;
  Day today = on("2026-11-22");

  void add(Entry entry, Attributes words) {
    entry.id = "e" + std::to_string(entries.size());
    entry.keys = std::move(words);
    entries.push_back(std::move(entry));
  }

  std::vector<StepRow> rows() const { return read_step_rows(entries, settings, today, DayClock{utc}); }
};

RandomJournal random_journal(Random& random) {
  static constexpr std::string_view cadences[] = {"daily", "weekdays", "1/week", "7/week", "2/month",
                                                  "31/month", "every 3d", "as-needed"};
  RandomJournal journal;
  for (auto& cadence : journal.settings.cadences) cadence = *parse_cadence(random.pick(cadences));
  const int length = random.one_in(4) ? 2000 : 60;
  const auto some_day = [&] { return to_iso(journal.today - random.between(0, length)); };
  for (const Step step : all_steps) {
    const std::size_t every = random.one_in(3) ? 20 : 2;
    for (int back = 0; back <= length; ++back) {
      if (back > 0 && random.one_in(every)) continue;
      journal.add(action(step, to_iso(journal.today - back)).at(to_iso(journal.today) + "T10:00:00Z"),
                  {{"text", {hostile_text(random, back == 0 ? 30 : 1)}}});
    }
    if (random.one_in(3)) journal.add(setback(step, Severity::breach, some_day()), {});
  }
  journal.add(setback(Step::space, Severity::slip, to_iso(journal.today)),
              {{"text", {hostile_text(random, 40)}}});
  journal.add(promise("", some_day(), to_iso(journal.today)), {{"text", {hostile_text(random, 40)}}});
  journal.add(space("", some_day() + "T10:00:00Z", to_iso(journal.today) + "T20:00:00Z"),
              {{"text", {std::string(100, 'x')}}});
  return journal;
}

std::string day_page(const RandomJournal& journal, const Style& style, Discretion discretion = Discretion::off) {
  const auto rows = journal.rows();
  const auto waiting = read_waiting(journal.entries, journal.today, DayClock{utc});
  DayReport report;
  report.command = "today";
  report.day = journal.today;
  report.rows = rows;
  report.entries = journal.entries;
  report.waiting = waiting;
  for (const Entry& entry : journal.entries) {
    if (entry.day == journal.today && entry.kind == Kind::setback) report.setbacks.push_back(&entry);
  }
  report.quiet_days = count_quiet_days(journal.entries, journal.settings, journal.today, DayClock{utc});
  return day_text(report, journal.settings, utc, style, discretion);
}

std::string list_page(const RandomJournal& journal, const Style& style, Discretion discretion = Discretion::off) {
  std::vector<ListedEntry> entries;
  for (const Entry& entry : journal.entries) entries.push_back({entry.id, &entry});
  return list_text(entries, journal.settings, {journal.today, utc}, style, discretion);
}

constexpr std::size_t widths[] = {40, 63, 64, 71, 72, 80, 103, 104, 110, 200};

Style style_of(Random& random, std::size_t width) {
  return {Color::off, random.one_in(2) ? Charset::ascii : Charset::unicode, width};
}

// A row with a long past, as only years of use make it.
StepRow old_row(int current, int bridged) {
  StepRow row;
  row.step = Step::responsibility;
  row.cadence = *parse_cadence("daily");
  row.day = on("2026-11-22");
  row.streak.quiet_at_end = days("2026-11-21", "2026-11-21");
  row.streak.state = DayState::open;
  row.streak.current = current;
  row.streak.bridged = bridged;
  row.streak.total = current;
  row.streak.steadiness = Steadiness{22, 25, 0, false};
  row.streak.best = BestStreak{current, days("2020-12-30", "2022-11-30")};
  return row;
}

}  // namespace

TEST_CASE("no line of a day's page is wider than the terminal") {
  Random random{22};
  for (int i = 0; i < 12; ++i) {
    const RandomJournal journal = random_journal(random);
    for (const std::size_t width : widths) {
      CAPTURE(width);
      REQUIRE(layout_fault(day_page(journal, style_of(random, width)), width) == "");
    }
  }
}

TEST_CASE("no line of the streaks is wider than the terminal") {
  Random random{23};
  for (int i = 0; i < 12; ++i) {
    const RandomJournal journal = random_journal(random);
    const auto rows = journal.rows();
    for (const std::size_t width : widths) {
      CAPTURE(width);
      REQUIRE(layout_fault(streak_text(rows, style_of(random, width)), width) == "");
    }
  }
}

TEST_CASE("no line of a list is wider than the terminal") {
  Random random{24};
  for (int i = 0; i < 6; ++i) {
    const RandomJournal journal = random_journal(random);
    for (const std::size_t width : widths) {
      CAPTURE(width);
      REQUIRE(layout_fault(list_page(journal, style_of(random, width)), width) == "");
    }
  }
}

TEST_CASE("no line of what log answers is wider than the terminal") {
  Random random{25};
  for (int i = 0; i < 12; ++i) {
    std::vector<Recorded> lines;
    for (const StepRow& row : random_journal(random).rows()) {
      lines.push_back({"kept", Paint::green, std::string{key_of(row.step)}, lately_phrase(row), "k7q2m"});
    }
    for (const std::size_t width : widths) {
      CAPTURE(width);
      REQUIRE(layout_fault(recorded_text(lines, style_of(random, width)), width) == "");
    }
  }
}

TEST_CASE("years of streaks are no wider than the terminal either") {
  for (const std::size_t width : widths) {
    for (const int current : {9, 99, 100, 1000, 12345}) {
      CAPTURE(width);
      const std::vector<StepRow> rows = {old_row(current, 0)};
      REQUIRE(layout_fault(streak_text(rows, {Color::off, Charset::ascii, width}), width) ==
              "");
    }
  }
}

TEST_CASE("the columns of the streaks do not run into one another") {
  for (const int current : {9, 99, 100, 1000, 12345}) {
    for (const int bridged : {0, 1}) {
      const std::vector<StepRow> rows = {old_row(current, bridged)};
      const std::string text = streak_text(rows, {Color::off, Charset::ascii, 80});
      const std::string phrase = streak_phrase(rows.front());
      CAPTURE(text);
      REQUIRE(text.find(" " + phrase + " ") != std::string::npos);
    }
  }
}

TEST_CASE("own actions fit, whatever they are called") {
  RandomJournal journal;
  journal.settings.actions = {{std::string(60, 'k'), Step::empathy, "t", parse_cadence("daily"), {}, {}},
                              {"日本語日本語日本語\x1b[31m", Step::space, "t", parse_cadence("2/week"), {}, {}}};
  journal.add(action(Step::empathy, "2026-11-20"), {});
  const auto rows = journal.rows();
  for (const std::size_t width : widths) {
    CAPTURE(width);
    const Style style{Color::off, Charset::ascii, width};
    REQUIRE(layout_fault(day_page(journal, style), width) == "");
    REQUIRE(layout_fault(streak_text(rows, style), width) == "");
  }
}

TEST_CASE("the words of every state stand apart from what follows") {
  Random random{26};
  for (int i = 0; i < 12; ++i) {
    const RandomJournal journal = random_journal(random);
    for (const std::string& line : page_lines(day_page(journal, {Color::off, Charset::ascii, 80}))) {
      for (const std::string_view word : {"kept", "rest", "open", "quiet", "done"}) {
        const std::size_t column = 4 + 16;
        if (line.size() > column && line.substr(column).starts_with(word)) {
          CAPTURE(line);
          const std::size_t end = column + word.size();
          CHECK((line.size() == end || line[end] == ' ' || line[end] == ','));
        }
      }
    }
  }
}

TEST_CASE("colour and Unicode change the look, not the words") {
  Random random{27};
  const RandomJournal journal = random_journal(random);
  for (const std::size_t width : {40U, 80U}) {
    const std::string plain = day_page(journal, {Color::off, Charset::ascii, width});
    std::string colored = day_page(journal, {Color::on, Charset::ascii, width});
    CHECK(colored != plain);
    for (auto at = colored.find('\x1b'); at != std::string::npos; at = colored.find('\x1b')) {
      colored.erase(at, colored.find('m', at) - at + 1);
    }
    CHECK(colored == plain);
  }
}

TEST_CASE("with discretion no page has a word that anyone typed") {
  RandomJournal journal;
  const Attributes words = {{"text", {std::string{"sesame"}}}, {"they_felt", {std::string{"sesame"}}},
                            {"reason", {std::string{"sesame"}}}, {"to", {std::string{"sesame"}}}};
  const std::string_view day = "2026-11-22";
  journal.settings.actions = {{"sesame", Step::empathy, "sesame", {}, {}, {}}};
  EntryOf own = action(Step::empathy, day);
  own.entry.action = "sesame";
  journal.add(own, words);
  journal.add(EntryOf{Kind::note, day}.step(Step::empathy), words);
  journal.add(setback(Step::empathy, Severity::slip, day), words);
  journal.add(promise("", day, day), words);
  journal.add(space("", "2026-11-22T10:00:00Z", "2026-11-23"), words);
  journal.add(rest(day, day), words);
  const Style style;
  CHECK(day_page(journal, style).find("sesame") != std::string::npos);
  CHECK(list_page(journal, style, Discretion::on).find("sesame") == std::string::npos);
  CHECK(day_page(journal, style, Discretion::on).find("sesame") == std::string::npos);
}

TEST_CASE("a quiet yesterday has its words, and from four quiet days on there are others") {
  const auto page_after = [](int days_ago) {
    RandomJournal journal;
    journal.add(action(Step::space, to_iso(journal.today - days_ago)), {});
    return day_page(journal, {});
  };
  const std::string_view quiet = "Yesterday was quiet. Today is open.";
  const std::string_view still = "Still here when you are.";
  CHECK(page_after(1).find("quiet.") == std::string::npos);
  CHECK(page_after(2).find(quiet) != std::string::npos);
  CHECK(page_after(4).find(quiet) != std::string::npos);
  CHECK(page_after(4).find(still) == std::string::npos);
  CHECK(page_after(5).find(still) != std::string::npos);
  CHECK(page_after(5).find(quiet) == std::string::npos);
  CHECK(page_after(50).find(still) != std::string::npos);
  CHECK(page_after(0).find(quiet) == std::string::npos);
}

TEST_CASE("outcomes and returns show the words of their promise or space, and with discretion none") {
  RandomJournal journal;
  journal.add(promise("", "2026-11-20", "2026-11-22"), {{"text", {std::string{"be home\nby six"}}}});
  journal.add(outcome("e0", Outcome::kept, "2026-11-22"), {{"result", {std::string{"kept"}}}});
  journal.add(outcome("unknown", Outcome::missed, "2026-11-22"), {{"result", {std::string{"missed"}}}});
  const AgreementWords agreements{journal.entries};
  CHECK(agreements.about(journal.entries[0]).empty());
  CHECK(agreements.about(journal.entries[1]) == "be home");
  CHECK(agreements.about(journal.entries[2]).empty());
  const auto of = [&](std::size_t index, Discretion discretion) {
    return gist(journal.entries[index], journal.settings,
                {journal.today, utc}, discretion, agreements.about(journal.entries[index]));
  };
  CHECK(of(1, Discretion::off) == "kept: be home");
  CHECK(of(1, Discretion::on) == "kept");
  CHECK(of(2, Discretion::off) == "missed");
  const ListedEntry listed{"e1", &journal.entries[1], "be home"};
  const Style narrow{Color::off, Charset::ascii, 40};
  CHECK(list_text({&listed, 1}, journal.settings, {journal.today, utc}, narrow, Discretion::off) ==
        "e1  2026-11-22  outcome\n    kept: be home\n");
}

TEST_CASE("what was looked for is marked where there is colour") {
  RandomJournal journal;
  journal.add(action(Step::honesty, "2026-11-20"), {{"text", {std::string{"Home by six"}}}});
  const ListedEntry listed{"e0", &journal.entries[0]};
  const auto page = [&](Color color) {
    return list_text({&listed, 1}, journal.settings, {journal.today, utc},
                     {color, Charset::ascii, 80}, Discretion::off, "HOME");
  };
  CHECK(page(Color::on) == "e0  2026-11-20  honesty         action   \x1b[1;4mHome\x1b[0m by six\n");
  CHECK(page(Color::off) == "e0  2026-11-20  honesty         action   Home by six\n");
}

TEST_CASE("a day's page stands in columns where they fit") {
  RandomJournal journal;
  journal.settings.cadences[index_of(Step::apology)] = *parse_cadence("1/week");
  for (int back = 0; back < 28; ++back) {
    journal.add(action(Step::consistency, to_iso(journal.today - back)), {});
    if (back % 7 == 0) journal.add(action(Step::apology, to_iso(journal.today - back)), {});
  }
  const auto line_of = [&](std::string_view key, std::size_t width) {
    const std::string text = day_page(journal, {Color::off, Charset::ascii, width});
    const auto at = text.find(std::string{key} + " ");
    return text.substr(at, text.find('\n', at) - at);
  };
  CHECK(line_of("apology", 80) == "apology         done this week          4 weeks in a row");
  CHECK(line_of("consistency", 80) == "consistency     kept                    28 days in a row");
  CHECK(line_of("consistency", 120).find("*******  kept  ") != std::string::npos);
  CHECK(line_of("consistency", 40) == "consistency     kept");
}

TEST_CASE("nothing people read shouts or blames") {
  Random random{28};
  for (int i = 0; i < 6; ++i) {
    RandomJournal journal = random_journal(random);
    for (Entry& entry : journal.entries) entry.keys.clear();
    const std::string all = day_page(journal, {}) + streak_text(journal.rows(), {});
    for (const std::string_view word : {"!", "missed", "failed", "broken", "lost", "%", "score"}) {
      CAPTURE(word);
      CHECK(all.find(word) == std::string::npos);
    }
  }
}

TEST_CASE("an entry is shown whole, its lines under one another, and harmless") {
  const Attributes entry = {{"id", {std::string{"a"}}},
                            {"text", {std::string{"one\ntwo\x1b[31m"}}},
                            {"defended", {true}},
                            {"count", {std::int64_t{3}}},
                            {"day", {DateText{"2026-11-22"}}},
                            {"tags", {Values{{std::string{"x"}}, {std::string{"y"}}}}},
                            {"日本\x07", {Attributes{{"k", {std::string{"v"}}}}}}};
  CHECK(show_text(entry, utc, {}) ==
        "id          a\n"
        "text        one\n"
        "            two\\u001B[31m\n"
        "defended    yes\n"
        "count       3\n"
        "day         2026-11-22\n"
        "tags        x, y\n"
        "日本\\u0007  k v\n");
  CHECK(show_text({{"text", {std::string{"one two three four five six seven eight"}}}}, utc,
                  {Color::off, Charset::ascii, 32}) ==
        "text  one two three four five\n"
        "      six seven eight\n");
  for (const auto hostile : hostile_texts) {
    const std::string text = show_text({{std::string{hostile}, {std::string{hostile}}}}, utc, {});
    CHECK(harmless(text, LineBreaks::kept) == text);
  }
}

TEST_CASE("a time of another clock is shown as the same instant of the local one") {
  const FixedZone tokyo{9 * 3600};
  const Value berlin{DateText{"2026-11-22T18:00:00.25+01:00"}};
  CHECK(value_text(berlin, FixedZone{3600}) == "2026-11-22T18:00:00.25+01:00");
  CHECK(value_text(berlin, tokyo) == "2026-11-23T02:00:00+09:00");
  CHECK(value_phrase(berlin, tokyo) == "2026-11-23 02:00");
  CHECK(value_phrase(berlin, FixedZone{3600}) == "2026-11-22 18:00");
  for (const std::string_view text : {"2026-11-22", "2026-11-22T18:00:00", "18:00"}) {
    CHECK(value_text({DateText{std::string{text}}}, tokyo) == text);
    CHECK(value_phrase({DateText{std::string{text}}}, tokyo) == text);
  }
  const Entry due = promise("p", "2026-11-22", "2026-11-22T18:00:00+01:00");
  const JournalSettings settings;
  CHECK(gist(due, settings, {on("2026-11-22"), tokyo}, Discretion::off) == "due Mon 23 Nov 02:00");
  CHECK(gist(due, settings, {on("2027-11-22"), tokyo}, Discretion::off) == "due Mon 23 Nov 2026 02:00");
}

TEST_CASE("the gist of an entry is what somebody would know it by") {
  const JournalSettings settings;
  const auto of = [&](Entry entry, Attributes words) {
    entry.keys = std::move(words);
    return gist(entry, settings, {on("2026-11-22"), utc}, Discretion::off);
  };
  const auto text = [](std::string value) { return Attributes{{"text", {std::move(value)}}}; };
  const std::string_view day = "2026-11-22";
  EntryOf built_in = action(Step::consistency, day);
  built_in.entry.action = "on-time";
  const std::string on_time{find_action(Step::consistency, "on-time")->text};
  CHECK(of(action(Step::honesty, day), text("one\ntwo")) == "one");
  CHECK(of(action(Step::honesty, day), {}).empty());
  CHECK(of(built_in, {}) == on_time);
  CHECK(of(built_in, text("by train")).find("by train") != std::string::npos);
  CHECK(of(built_in, text("by train")).find(on_time) != std::string::npos);
  CHECK(of(EntryOf{Kind::note, day}.step(Step::empathy), {{"they_felt", {std::string{"alone"}}}}) ==
        "they_felt: alone");
  CHECK(of(setback(Step::space, Severity::lapse, day), text("late")) == "lapse: late");
  CHECK(of(rest(day, "2026-11-24"), {{"reason", {std::string{"flu"}}}}).find("flu") != std::string::npos);
  CHECK(of(outcome("p", Outcome::kept, day), {{"result", {std::string{"kept"}}}}) == "kept");
  CHECK(of(promise("p", day, "2026-11-27"), text("be home")).find("be home") != std::string::npos);
}

}  // namespace mend
