// SPDX-License-Identifier: MIT
#include "report_of.hpp"

#include "support/json.hpp"
#include "support/random.hpp"

namespace mend {
namespace {

// A word in every place where somebody types, told apart by what may become of it.
constexpr std::string_view private_word = "zzprivate";
constexpr std::string_view open_word = "zzopen";
constexpr std::string_view own_word = "zzown";

std::string quoted_value(std::string_view word) { return " = \"" + std::string{word} + "\"\n"; }

std::string field_line(const FieldContent& field, Random& random) {
  const std::string name{field.name};
  switch (field.type) {
    case FieldType::text:
    case FieldType::reference:
      return name + quoted_value(field.is_private ? private_word : open_word);
    case FieldType::choice: return name + quoted_value(random.pick(field.choices));
    case FieldType::yes_no: return name + (random.one_in(2) ? " = true\n" : " = false\n");
    case FieldType::date: return name + " = 2026-11-20\n";
    default: return name + " = " + std::to_string(random.between(1, 5)) + "\n";
  }
}

std::string random_entry_text(int number, Random& random) {
  const Step step = random.pick(all_steps);
  const std::string day = to_iso(on("2026-11-22") - random.between(0, 20));
  std::string entry = "[[entry]]\nid = \"id" + std::to_string(number) + "\"\nday = " + day + "\n";
  const std::string of_step = "step" + quoted_value(key_of(step));
  const std::string text = "text" + quoted_value(open_word);
  switch (random.below(6)) {
    case 0: return entry + "kind = \"action\"\n" + of_step + text + "action" + quoted_value(open_word);
    case 1:
      return entry + "kind = \"promise\"\n" + of_step + text + "due = " + day + "\nto" +
             quoted_value(open_word) + "if_then" + quoted_value(open_word);
    case 2: return entry + "kind = \"space\"\nuntil = " + day + "\n" + text;
    case 3:
      return entry + "kind = \"rest\"\nfrom = " + day + "\nto = " + day + "\nreason" +
             quoted_value(open_word);
    case 4:
      entry += "kind = \"setback\"\nseverity = \"slip\"\n" + of_step + text;
      if (!random.one_in(3)) entry += random.one_in(2) ? "told = \"yes\"\n" : "told = \"no\"\n";
      for (const FieldContent& field : setback_content().fields) entry += field_line(field, random);
      return entry;
    default:
      entry += "kind = \"note\"\n" + of_step + text + "tags = [\"zzprivate\"]\nmine" +
               quoted_value(private_word);
      for (const FieldContent& field : content_of(step).fields) {
        if (random.one_in(2)) entry += field_line(field, random);
      }
      return entry;
  }
}

std::string random_month_text(Random& random) {
  std::string text;
  for (int i = random.between(1, 25); i > 0; --i) text += random_entry_text(i, random);
  return text;
}

// Own actions under every step, their words ones that nobody else may read.
void add_own_actions(ReportOf& journal) {
  for (const Step step : all_steps) {
    for (const bool has_cadence : {true, false}) {
      OwnAction own;
      own.key = has_cadence ? "zzown-daily" : open_word;
      own.step = step;
      own.text = own_word;
      if (has_cadence) own.cadence = parse_cadence("daily");
      journal.settings.actions.push_back(own);
    }
  }
}

bool holds(const std::string& text, std::string_view word) {
  return text.find(word) != std::string::npos;
}

const DayRange november_days = days("2026-11-01", "2026-11-30");

TEST_CASE("no report holds a word anyone typed unless it was asked for") {
  Random random{11};
  for (int i = 0; i < 150; ++i) {
    const ReportOf journal{random_month_text(random)};
    for (const Audience audience : {Audience::me, Audience::counsellor}) {
      ReportChoice choice;
      choice.audience = audience;
      const std::string all = journal.all_formats(journal.read(november_days, choice));
      CHECK_FALSE(holds(all, "zz"));
      CHECK(holds(all, shared_closing) == (audience != Audience::me));
    }
    ReportChoice discreet;
    discreet.has_notes = true;
    discreet.discretion = Discretion::on;
    CHECK_FALSE(holds(journal.all_formats(journal.read(november_days, discreet)), "zz"));
  }
}

TEST_CASE("no report for somebody else, and no discreet one, holds an own action") {
  Random random{14};
  bool is_any_mine = false;
  for (int i = 0; i < 100; ++i) {
    ReportOf journal{random_month_text(random)};
    add_own_actions(journal);
    ReportChoice choice;
    is_any_mine |= holds(journal.all_formats(journal.read(november_days, choice)), "/zzown-daily");
    choice.discretion = Discretion::on;
    CHECK_FALSE(holds(journal.all_formats(journal.read(november_days, choice)), "zz"));
    choice.discretion = Discretion::off;
    choice.audience = Audience::counsellor;
    const SpanReport report = journal.read(november_days, choice);
    CHECK_FALSE(holds(journal.all_formats(report), "zz"));
    for (const StepReport& step : report.steps) CHECK(step.actions.empty());
    CHECK((!report.next || !report.next->is_own));
  }
  CHECK(is_any_mine);
}

TEST_CASE("entries that are chosen for somebody else keep their private fields back") {
  Random random{12};
  int shown = 0;
  for (int i = 0; i < 150; ++i) {
    const ReportOf journal{random_month_text(random)};
    {
      ReportChoice choice;
      choice.audience = Audience::counsellor;
      choice.chosen = {&journal.entries[random.below(journal.entries.size())]};
      const SpanReport report = journal.read(november_days, choice);
      CHECK_FALSE(holds(journal.all_formats(report), private_word));
      CHECK(report.shown.size() <= 1);
      for (const ShownEntry& entry : report.shown) CHECK(entry.entry == choice.chosen.front());
      if (holds(journal.all_formats(report), open_word)) ++shown;
    }
  }
  CHECK(shown > 100);
}

TEST_CASE("with notes, one's own report has every word") {
  const ReportOf journal{R"(
[[entry]]
id = "n"
day = 2026-11-20
kind = "note"
step = "empathy"
text = "the school call"
they_felt = "alone with it"
tags = ["school"]
)"};
  ReportChoice choice;
  choice.has_notes = true;
  const SpanReport report = journal.read(november_days, choice);
  REQUIRE(report.shown.size() == 1);
  const std::string text = journal.text(report);
  CHECK(holds(text, "the school call"));
  CHECK(holds(text, "they felt: alone with it"));
}

TEST_CASE("a note with a built-in action has its words, and a bare tick is not among the notes") {
  const std::string_view tick = R"([[entry]]
id = "a"
day = 2026-11-20
kind = "action"
step = "consistency"
action = "on-time"
)";
  ReportChoice choice;
  choice.has_notes = true;
  CHECK(ReportOf{tick}.read(november_days, choice).shown.empty());
  const ReportOf worded{std::string{tick} + "text = \"home by six\"\n"};
  const std::string text = worded.text(worded.read(november_days, choice));
  CHECK(holds(text, "home by six\n    (Was on time)\n"));
  CHECK_FALSE(holds(text, "on-time"));
}

TEST_CASE("JSON is valid, and HTML and CSV hold no markup or formula of anyone's") {
  const ReportOf journal{R"(
[[entry]]
id = "n"
day = 2026-11-20
kind = "note"
step = "empathy"
text = "=1+1<script>alert(1)</script>\u001b[31m"
)"};
  ReportChoice choice;
  choice.has_notes = true;
  const SpanReport report = journal.read(november_days, choice);
  CHECK(json_fault(report_json(report)).empty());
  const std::string html = report_html(report, report_page(report, UtcZone{}));
  CHECK_FALSE(holds(html, "<script"));
  CHECK_FALSE(holds(html, "\x1b"));
  CHECK(holds(report_csv(report, UtcZone{}), "'=1+1"));
}

}  // namespace
}  // namespace mend
