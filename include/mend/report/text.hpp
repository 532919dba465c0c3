// SPDX-License-Identifier: MIT
#pragma once

#include "mend/report/json.hpp"
#include "mend/report/step_guide.hpp"
#include "mend/report/step_page.hpp"
#include "mend/text/style.hpp"

#include <span>
#include <string>
#include <vector>

namespace mend {

// The renderings for people. Everything anyone typed is made harmless on the way out.

std::string day_text(const DayReport& report, const JournalSettings& settings, const Zone& zone,
                     const Style& style, Discretion discretion);

std::string streak_text(std::span<const StepRow> rows, const Style& style);

// One step's last weeks, weekdays, totals and chapters; empty where nothing was kept yet.
std::string step_page_text(const StepPage& page, const StepRow& row, const Style& style);

// "Best in this chapter 9; in the one before 31.", of a step that had a breach. Where no streak is
// counted it goes by the days kept.
std::string chapters_phrase(const StepPage& page);

// What a command that records answers of one thing it wrote.
struct Recorded {
  std::string verb;  // "kept", "noted", "promised"
  Paint paint = Paint::plain;
  std::string subject;  // the step and what more names it: "consistency", "patience, slip"
  std::string words;    // harmless; may be empty
  std::string name;     // the shortest id of the entry, or empty
};

// "kept  consistency  22 of the last 25, 12 days in a row  k7q2", below one another in columns; on a
// narrow screen the words below.
std::string recorded_text(std::span<const Recorded> all, const Style& style);

// The eight steps, each in a line or two.
std::string steps_text(const JournalSettings& settings, const Style& style);

// One step whole. With discretion on, without the actions that are one's own.
std::string step_guide_text(const StepGuide& guide, const Style& style, Discretion discretion);

// An entry on a line of its own, as `list` shows it; `name` is its shortest id or @N.
struct ListedEntry {
  std::string name;
  const Entry* entry = nullptr;
  std::string_view about = {};  // of an outcome or return, the words of its promise or space
  std::string more = {};  // what is known of it beside what it says
};

// Where there is colour, what was looked for is marked in the words of each entry.
std::string list_text(std::span<const ListedEntry> entries, const JournalSettings& settings,
                      const LocalDay& here, const Style& style, Discretion discretion,
                      std::string_view looked_for = {});

// Own actions, a line each: name, cadence, days, what it means. With discretion, without words.
std::string own_actions_text(std::span<const OwnAction> actions, Day today, const Style& style,
                             Discretion discretion);

// Agreed spaces, a line each, and how many were come back from on time; empty without any.
std::string spaces_text(std::span<const SpaceRow> rows, const LocalDay& here, const Style& style,
                        Discretion discretion);

// Every key of an entry, lines of its texts kept and wrapped to the width.
std::string show_text(const Attributes& entry, const Zone& zone, const Style& style);

// A value as `show` has it: "yes", "school, work", a date as written; a time written by another clock
// is the same instant by the local one. Not harmless.
std::string value_text(const Value& value, const Zone& zone);

// Every setting below the file it is kept in; "-" for one that is not made.
std::string settings_text(std::span<const SettingRow> rows);

// A setting's value as it is typed; not harmless.
std::string plain_text(const Value& value);

// The lines one change takes out of a text, behind "- ", and those it puts there, behind "+ ".
std::string changed_lines(std::string_view before, std::string_view after);

// What an entry says in one line: its action's words, its text or its first field; not harmless.
// `about` is what AgreementWords knows of it.
std::string gist(const Entry& entry, const JournalSettings& settings, const LocalDay& here, Discretion discretion,
                 std::string_view about = {});

}  // namespace mend
