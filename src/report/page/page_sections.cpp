// SPDX-License-Identifier: MIT
#include "page_sections.hpp"

#include "mend/report/phrases.hpp"

namespace mend {
namespace {

std::string of(int part, int whole) {
  return std::to_string(part) + " of " + std::to_string(whole);
}

// "2 kept, 1 late": those that there were.
struct CountedAct {
  std::int64_t number;
  std::string_view words;
};

std::string counts(std::initializer_list<CountedAct> all) {
  std::string text;
  for (const CountedAct& count : all) {
    if (count.number == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(count.number) + " " + std::string{count.words};
  }
  return text;
}

// "said what I did in 2 of 2, heard them first in 1 of 2"
std::string parts_of_whole(std::initializer_list<CountedAct> all, int whole) {
  std::string text;
  for (const CountedAct& count : all) {
    if (count.number == 0) continue;
    text += (text.empty() ? "" : ", ") + std::string{count.words} + " in " +
            of(static_cast<int>(count.number), whole);
  }
  if (!text.empty()) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void add_line(PageSection& section, const std::string& text, std::string_view before = {},
              std::string_view after = ".") {
  if (!text.empty()) section.lines.push_back(std::string{before} + text + std::string{after});
}

}  // namespace

PageSection promises_section(const PromiseReport& promises) {
  PageSection section{"promises", "Promises", {}, {}, {}};
  add_line(section, counts({{promises.kept, "kept"},
                            {promises.late, "late"},
                            {promises.changed, "changed before the time"},
                            {promises.missed, "missed"},
                            {promises.dropped, "dropped"},
                            {promises.released, "released"}}));
  // How many were late or missed is said already.
  if (promises.kept > 0) {
    const bool is_all = promises.kept == promises.rated();
    section.lines.push_back("Kept " + of(promises.kept, promises.rated()) +
                            (is_all ? "." : "; late and missed ones are among the " +
                                                std::to_string(promises.rated()) + "."));
  }
  if (promises.hard_kept > 0) {
    section.lines.push_back("Of the hard ones " + of(promises.hard_kept, promises.hard) + " kept.");
  }
  add_line(section, counts({{promises.made, "given"},
                            {promises.open - promises.overdue, "open"},
                            {promises.overdue, promises.overdue == 1 ? "past its time and not answered"
                                                                     : "past their time and not answered"}}));
  return section;
}

PageSection apologies_section(const ApologyReport& apologies) {
  PageSection section{"apologies", "Apologies", {}, {}, {}};
  if (apologies.notes == 0) return section;
  section.lines.push_back(quantity(apologies.notes, "apology", "apologies") + " written down.");
  add_line(section, parts_of_whole({{apologies.acknowledged, "said what I did"},
                              {apologies.regret, "said what I regret"},
                              {apologies.heard_first, "heard them first"}},
                             apologies.notes));
  add_line(section, parts_of_whole({{apologies.asked_once, "asked forgiveness"},
                              {apologies.asked_not_yet, "had not asked forgiveness yet"},
                              {apologies.chose_not, "chose not to ask forgiveness"}},
                             apologies.notes));
  if (apologies.follow_through > 0 && (apologies.followed > 0 || apologies.still_open == 0)) {
    section.lines.push_back("Follow-through " + of(apologies.followed, apologies.follow_through) +
                            ".");
  }
  if (apologies.still_open > 0) {
    section.lines.push_back(quantity(apologies.still_open, "promise", "promises") +
                            " that came with them still open.");
  }
  return section;
}

PageSection spaces_section(const SpaceReport& spaces) {
  PageSection section{"space", "Space and returns", {}, {}, {}};
  if (spaces.agreed > 0) {
    const std::string asked = counts({{spaces.asked_by_me, "asked for by me"},
                                      {spaces.asked_by_them, "asked for by them"},
                                      {spaces.asked_by_both, "by both"}});
    section.lines.push_back(quantity(spaces.agreed, "agreement", "agreements") +
                            (asked.empty() ? "" : ": " + asked) + ".");
  }
  add_line(section, counts({{spaces.on_time, "on time"},
                            {spaces.late, "late"},
                            {spaces.extended, "extended before the time"}}),
           "Returns: ");
  add_line(section, counts({{spaces.ended, "ended"}}));
  if (spaces.is_open) section.lines.emplace_back("One is open.");
  return section;
}

PageSection honesty_section(const HonestyReport& honesty) {
  PageSection section{"honesty", "Listening and openness", {}, {}, {}};
  if (honesty.conversations > 0) {
    section.lines.push_back("Listened " + std::to_string(honesty.listened) + " min, talked " +
                            std::to_string(honesty.talked) + " min, in " +
                            quantity(honesty.conversations, "conversation", "conversations") + ".");
  }
  add_line(section, counts({{honesty.by_me, "by me"}, {honesty.they_asked, "because they asked"}}),
           "Brought up: ");
  if (honesty.interrupted > 0) {
    section.lines.push_back(honesty.interrupted == 1
                                ? "Cut in once."
                                : "Cut in " + std::to_string(honesty.interrupted) + " times.");
  }
  if (honesty.defended + honesty.not_defended > 0) {
    const int all = honesty.defended + honesty.not_defended;
    section.lines.push_back(honesty.not_defended > 0
                                ? "Listened without defending myself in " +
                                      of(honesty.not_defended, all) + "."
                                : "Defended myself in " + of(honesty.defended, all) + ".");
  }
  return section;
}

PageSection empathy_section(const EmpathyReport& empathy) {
  PageSection section{"empathy", "Empathy", {}, {}, {}};
  if (empathy.notes == 0) return section;
  const std::string checked =
      empathy.checked() == 0 ? "" : ", " + std::to_string(empathy.checked()) + " checked with them";
  section.lines.push_back(quantity(empathy.notes, "note", "notes") + checked + ".");
  add_line(section, counts({{empathy.right, "right"},
                            {empathy.partly, "partly right"},
                            {empathy.wrong, "not what they meant"}}),
           "They said what I had heard was: ");
  return section;
}

PageSection patience_section(const PatienceReport& patience) {
  PageSection section{"patience", "Urges", {}, {}, {}};
  add_line(section, counts({{patience.let_go, "let go"}, {patience.acted_on, "acted on"}}));
  return section;
}

}  // namespace mend
