// SPDX-License-Identifier: MIT
#include "page_sections.hpp"

#include "mend/report/phrases.hpp"

namespace mend {
namespace {

std::string of(int part, int whole) {
  return std::to_string(part) + " of " + std::to_string(whole);
}

// "2 kept, 1 late": those that there were.
struct Count {
  std::int64_t number;
  std::string_view words;
};

std::string counts(std::initializer_list<Count> all) {
  std::string text;
  for (const Count& count : all) {
    if (count.number == 0) continue;
    text += (text.empty() ? "" : ", ") + std::to_string(count.number) + " " + std::string{count.words};
  }
  return text;
}

// "said what I did in 2 of 2, heard them first in 1 of 2"
std::string parts_of(std::initializer_list<Count> all, int whole) {
  std::string text;
  for (const Count& count : all) {
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
  if (promises.rated() > 0) {
    section.lines.push_back("Kept rate " + of(promises.kept, promises.rated()) +
                            ", counting late and missed.");
  }
  if (promises.hard > 0) {
    section.lines.push_back("Of the hard ones " + of(promises.hard_kept, promises.hard) + " kept.");
  }
  add_line(section, counts({{promises.made, "given"}, {promises.open, "open"}}));
  return section;
}

PageSection apologies_section(const ApologyReport& apologies) {
  PageSection section{"apologies", "Apologies", {}, {}, {}};
  if (apologies.notes == 0) return section;
  section.lines.push_back(quantity(apologies.notes, "apology", "apologies") + " written down.");
  add_line(section, parts_of({{apologies.acknowledged, "said what I did"},
                              {apologies.regret, "said what I regret"},
                              {apologies.heard_first, "heard them first"}},
                             apologies.notes));
  add_line(section,
           counts({{apologies.asked_once, "asked once"},
                   {apologies.asked_not_yet, "not yet"},
                   {apologies.chose_not, "chose not to ask"}}),
           "Forgiveness: ");
  if (apologies.follow_through > 0) {
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
    section.lines.push_back("Without defending myself " +
                            of(honesty.not_defended, honesty.defended + honesty.not_defended) + ".");
  }
  return section;
}

PageSection empathy_section(const EmpathyReport& empathy) {
  PageSection section{"empathy", "Empathy", {}, {}, {}};
  if (empathy.notes == 0) return section;
  section.lines.push_back(quantity(empathy.notes, "note", "notes") + ", " +
                          std::to_string(empathy.checked()) + " checked with them.");
  add_line(section, counts({{empathy.right, "right"},
                            {empathy.partly, "partly"},
                            {empathy.wrong, "not what they meant"}}),
           "The checks said: ");
  if (empathy.put_right() > 0) {
    section.lines.push_back("Put right " + of(empathy.put_right(), empathy.checked()) + ".");
  }
  return section;
}

PageSection patience_section(const PatienceReport& patience) {
  PageSection section{"patience", "Urges", {}, {}, {}};
  add_line(section, counts({{patience.let_go, "let go"}, {patience.acted_on, "acted on"}}));
  return section;
}

}  // namespace mend
