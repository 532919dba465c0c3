// SPDX-License-Identifier: MIT
#include "page_sections.hpp"

#include "mend/report/phrases.hpp"

#include <array>
#include <utility>

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

// The overdue ones are among those that are open, here as in JSON.
std::string open_words(const PromiseReport& promises) {
  if (promises.overdue == 0) return "open";
  if (promises.overdue == promises.open) return "open and overdue";
  return "open, " + std::to_string(promises.overdue) + " of them overdue";
}

std::string number_word(int number) {
  static constexpr std::array<std::string_view, 9> words = {"One", "Two",   "Three", "Four", "Five",
                                                            "Six", "Seven", "Eight", "Nine"};
  if (number < 1 || number > static_cast<int>(words.size())) return std::to_string(number);
  return std::string{words[static_cast<std::size_t>(number - 1)]};
}

// "Two times apart, both at their request."
std::string times_apart(const SpaceReport& spaces) {
  const std::string times = number_word(spaces.agreed) + (spaces.agreed == 1 ? " time" : " times") + " apart";
  for (const auto& [number, request] : {std::pair{spaces.asked_by_me, "at my request"},
                                        {spaces.asked_by_them, "at their request"},
                                        {spaces.asked_by_both, "at the request of both of us"}}) {
    if (number != spaces.agreed) continue;
    return times + (number == 1 ? ", " : number == 2 ? ", both " : ", all ") + request + ".";
  }
  const std::string asked = counts({{spaces.asked_by_me, "at my request"},
                                    {spaces.asked_by_them, "at their request"},
                                    {spaces.asked_by_both, "at the request of both of us"}});
  return times + (asked.empty() ? "" : ": " + asked) + ".";
}

std::string so_often(int count) {
  return count == 1 ? "once" : count == 2 ? "twice" : std::to_string(count) + " times";
}

// "I had understood 4 times, partly twice; once they put me right."
std::string understanding(const EmpathyReport& empathy) {
  std::string text;
  if (empathy.right > 0) text = "I had understood " + so_often(empathy.right);
  if (empathy.partly > 0) {
    text += (text.empty() ? "I had partly understood " : ", partly ") + so_often(empathy.partly);
  }
  if (empathy.wrong > 0) {
    text += (text.empty() ? "" : "; ") + so_often(empathy.wrong) + " they put me right";
    text.front() = text.front() == 'o' ? 'O' : text.front() == 't' ? 'T' : text.front();
  }
  return text + ".";
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
                            {promises.open, open_words(promises)}}));
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
    section.lines.push_back(times_apart(spaces));
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
  if (empathy.checked() > 0) section.lines.push_back(understanding(empathy));
  return section;
}

PageSection patience_section(const PatienceReport& patience) {
  PageSection section{"patience", "Urges", {}, {}, {}};
  add_line(section, counts({{patience.let_go, "let go"}, {patience.acted_on, "acted on"}}));
  return section;
}

}  // namespace mend
