// SPDX-License-Identifier: MIT
#include "mend/exchange/import.hpp"
#include "mend/text/fold.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace mend {
namespace {

constexpr std::size_t longest_key = 40;

// What can be typed behind a step's slash, from any name.
std::string key_from(std::string_view name) {
  std::string key;
  for (const char c : without_accents(name)) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    if (is_plain) {
      key += c;
    } else if (is_ascii && !key.empty() && key.back() != '-') {
      key += '-';
    }
    if (key.size() == longest_key) break;
  }
  while (key.ends_with('-')) key.pop_back();
  return key.empty() ? "habit" : key;
}

std::string words_of(const Habit& habit) {
  return habit.name + (habit.words.empty() ? "" : ", " + habit.words);
}

class HabitMapper {
 public:
  HabitMapper(const HabitLog& log, std::string_view source, const Mapping& mapping,
              const JournalContent& journal, Comments comments)
      : log_(log), source_(source), mapping_(mapping), journal_(journal), comments_(comments) {}

  Mapped map() {
    read_names();
    mapped_.import.problems = log_.problems;
    mapped_.import.remarks = log_.remarks;
    mapped_.import.counts = log_.counts;
    if (!mapped_.unmapped.empty()) return std::move(mapped_);
    read_records();
    // What the journal names already keeps its key, whatever else would like to have it.
    for (std::size_t i = 0; i < log_.habits.size(); ++i) find_known_action(i);
    for (std::size_t i = 0; i < log_.habits.size(); ++i) choose_action(i);
    for (std::size_t i = 0; i < log_.records.size(); ++i) add(log_.records[i], ids_[i]);
    return std::move(mapped_);
  }

 private:
  // What becomes of a habit.
  struct Plan {
    const MapTarget* target = nullptr;
    int ordinal = 1;  // of the habits with its name
    std::string key;
    bool is_shared = false;        // with another habit, as --map says
    std::optional<Day> first;      // of its records
    std::optional<Day> first_new;  // of those that come in
    bool has_entries = false;      // is any of its records more than a day that was not done?
    const Attributes* known = nullptr;  // one of its entries that the journal has
  };

  void read_names() {
    std::set<std::string_view> seen;
    std::map<std::string_view, int> counts;
    for (const Habit& habit : log_.habits) {
      Plan plan;
      plan.ordinal = ++counts[habit.name];
      // Where several have the name, the other one may be meant.
      const auto other = mapping_.names.find(composed(habit.other_name));
      const bool is_other = !habit.other_name.empty() && other != mapping_.names.end();
      plan.target = is_other ? &other->second : mapping_.find(habit.name);
      plans_.push_back(std::move(plan));
      if (is_other) mapped_.names.push_back(habit.other_name);
      if (!seen.insert(habit.name).second) continue;
      mapped_.names.push_back(habit.name);
    }
    std::set<std::string_view> unmapped;
    for (std::size_t i = 0; i < plans_.size(); ++i) {
      const std::string& name = log_.habits[i].name;
      if (plans_[i].target == nullptr && unmapped.insert(name).second) mapped_.unmapped.push_back(name);
    }
    if (mapped_.unmapped.empty()) {
      for (Plan& plan : plans_) plan.is_shared = is_shared(plan);
    }
    std::set<std::string> occurring;
    for (const std::string& name : mapped_.names) occurring.insert(composed(name));
    for (const auto& [name, target] : mapping_.names) {
      if (!occurring.contains(name)) mapped_.unused.push_back(name);
    }
  }

  bool comes_in(const HabitRecord& record) const {
    if (record.mark != HabitMark::nothing) return true;
    return has_words(record) && comments_ == Comments::as_notes;
  }

  static bool has_words(const HabitRecord& record) {
    return !record.comment.empty() || !record.amount.empty();
  }

  // One entry for a habit and day, whatever is said of it, so that a log that has grown brings only
  // what is new.
  std::string id_of(const HabitRecord& record) const {
    const std::string_view mark = record.mark == HabitMark::skipped   ? "s"
                                  : record.mark == HabitMark::nothing ? "n"
                                                                      : "y";
    std::string content{source_};
    for (const std::string& part :
         {log_.habits[record.habit].name, to_iso(record.day), std::string{mark}}) {
      content += '\n';
      content += part;
    }
    const int ordinal = plans_[record.habit].ordinal;
    if (ordinal > 1) content += "\n#" + std::to_string(ordinal);
    if (record.is_overruled) content += "\n=" + record.comment;
    return content_id(content);
  }

  // Do several habits become one action? Then each keeps its own name in its entries.
  bool is_shared(const Plan& plan) const {
    if (plan.target->action.empty()) return false;
    return std::ranges::count_if(plans_, [&](const Plan& other) {
             return other.target->step == plan.target->step && other.target->action == plan.target->action;
           }) > 1;
  }

  void read_records() {
    const auto earlier = [](std::optional<Day>& first, Day day) {
      if (!first || day < *first) first = day;
    };
    for (const HabitRecord& record : log_.records) {
      Plan& plan = plans_[record.habit];
      earlier(plan.first, record.day);
      ids_.push_back(id_of(record));
      if (!comes_in(record)) continue;
      if (record.mark != HabitMark::nothing) plan.has_entries = true;
      const auto known = journal_.entries.find(ids_.back());
      if (known == journal_.entries.end()) {
        if (record.mark != HabitMark::nothing) earlier(plan.first_new, record.day);
      } else if (plan.known == nullptr || !text_of(*known->second, "action").empty()) {
        plan.known = known->second;
      }
    }
  }

  const OwnAction* existing_action(Step step, std::string_view key) const {
    const auto found = std::ranges::find_if(journal_.actions, [&](const OwnAction& action) {
      return action.step == step && action.is_named(key);
    });
    return found == journal_.actions.end() ? nullptr : &*found;
  }

  // The action under which the journal has entries of the habit, by the key it has now.
  void find_known_action(std::size_t index) {
    Plan& plan = plans_[index];
    if (plan.known == nullptr || !plan.target->action.empty()) return;
    const OwnAction* const action = existing_action(plan.target->step, text_of(*plan.known, "action"));
    const bool is_there = action != nullptr && text_of(*plan.known, "step") == key_of(plan.target->step);
    if (!is_there) return;
    plan.key = action->key;
    used_.insert({plan.target->step, plan.key});
  }

  // Is the key some other action's?
  bool is_taken(Step step, const std::string& key, std::string_view words) const {
    if (find_action(step, key) != nullptr || used_.contains({step, key})) return true;
    const OwnAction* const existing = existing_action(step, key);
    return existing != nullptr && existing->text != words;
  }

  // Has the journal an action for a habit that has no entries to show it?
  bool is_there_somewhere(std::string_view words) const {
    return std::ranges::any_of(journal_.actions, [&](const OwnAction& action) { return action.text == words; });
  }

  void choose_action(std::size_t index) {
    Plan& plan = plans_[index];
    const Habit& habit = log_.habits[index];
    const Step step = plan.target->step;
    const std::string words = words_of(habit);
    if (plan.key.empty()) plan.key = plan.target->action;
    if (plan.key.empty()) {
      const std::string wanted = key_from(habit.name);
      plan.key = wanted;
      for (int i = 2; is_taken(step, plan.key, words); ++i) plan.key = wanted + "-" + std::to_string(i);
    }
    used_.insert({step, plan.key});
    const bool is_there = find_action(step, plan.key) != nullptr || existing_action(step, plan.key) != nullptr ||
                          !made_.insert({step, plan.key}).second;
    const bool is_needed = plan.has_entries ? plan.first_new.has_value() : !is_there_somewhere(words);
    if (!is_there && is_needed) add_action(plan, habit, words);
  }

  void add_action(const Plan& plan, const Habit& habit, const std::string& words) {
    Attributes table = {{"key", {plan.key}}, {"step", {std::string{key_of(plan.target->step)}}}};
    if (!plan.is_shared) table.push_back({"text", {words}});
    if (habit.cadence && !plan.is_shared) {
      table.push_back({"cadence", {*habit.cadence}});
      if (!habit.cadence_remark.empty()) mapped_.import.remarks.push_back(habit.cadence_remark);
    }
    Day since = plan.first.value_or(journal_.today);
    for (const Plan& other : plans_) {
      if (plan.is_shared && other.key == plan.key && other.first) since = std::min(since, *other.first);
    }
    // Where older records are somewhere else in the journal, it begins with those that come in.
    if (plan.known != nullptr && plan.first_new) since = *plan.first_new;
    if (habit.until && *habit.until < since) since = *habit.until;
    table.push_back({"since", {DateText{to_iso(since)}}});
    if (habit.until) table.push_back({"until", {DateText{to_iso(*habit.until)}}});
    mapped_.import.actions.push_back(std::move(table));
  }

  void add(const HabitRecord& record, const std::string& id) {
    if (!comes_in(record)) {
      const bool is_known = journal_.entries.contains(id);
      if (has_words(record) && !is_known) mapped_.import.left_out.push_back(record.place);
      return;
    }
    const Plan& plan = plans_[record.habit];
    const std::string& name = log_.habits[record.habit].name;
    const std::string step{key_of(plan.target->step)};
    const DateText day{to_iso(record.day)};
    const std::string named_comment = name + (record.comment.empty() ? "" : ": " + record.comment);
    Attributes entry = {{"id", {id}}, {"day", {day}}};
    switch (record.mark) {
      case HabitMark::skipped:
        entry.push_back({"kind", {std::string{"rest"}}});
        entry.push_back({"from", {day}});
        entry.push_back({"to", {day}});
        entry.push_back({"reason", {named_comment}});
        entry.push_back({"actions", {Values{{step + "/" + plan.key}}}});
        break;
      case HabitMark::nothing:
        entry.push_back({"kind", {std::string{"note"}}});
        entry.push_back({"step", {step}});
        entry.push_back({"text", {named_comment}});
        break;
      case HabitMark::done:
        entry.push_back({"kind", {std::string{"action"}}});
        entry.push_back({"step", {step}});
        entry.push_back({"action", {plan.key}});
        if (plan.is_shared) {
          entry.push_back({"text", {named_comment}});
        } else if (!record.comment.empty()) {
          entry.push_back({"text", {record.comment}});
        }
        break;
    }
    if (!record.amount.empty()) entry.push_back({"amount", {record.amount}});
    mapped_.import.entries.push_back({std::move(entry), record.place});
  }

  const HabitLog& log_;
  std::string_view source_;
  const Mapping& mapping_;
  const JournalContent& journal_;
  Comments comments_;
  std::vector<Plan> plans_;       // one for each habit of the log
  std::vector<std::string> ids_;  // one for each of its records
  std::set<std::pair<Step, std::string>> used_;
  std::set<std::pair<Step, std::string>> made_;
  Mapped mapped_;
};

}  // namespace

const MapTarget* Mapping::find(std::string_view name) const {
  const auto found = names.find(composed(name));
  if (found != names.end()) return &found->second;
  return others ? &*others : nullptr;
}

Mapped map_habits(const HabitLog& log, std::string_view source, const Mapping& mapping,
                  const JournalContent& journal, Comments comments) {
  return HabitMapper{log, source, mapping, journal, comments}.map();
}

}  // namespace mend
