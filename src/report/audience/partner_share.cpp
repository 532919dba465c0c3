// SPDX-License-Identifier: MIT
#include "mend/report/partner_share.hpp"

#include "mend/domain/schema.hpp"
#include "mend/domain/ledger.hpp"
#include "mend/report/calendar.hpp"

#include <algorithm>
#include <tuple>

namespace mend {
namespace {

// The part of the days that whole weeks or months are made of: nothing of a day outside of them may
// be told by a week that reaches into them. A week that the journal began in is whole from that day on:
// there is nothing before it.
DayRange whole_units(DayRange days, std::optional<Day> begin, Cadence::Unit unit, Weekday week_start) {
  if (unit != Cadence::Unit::week && unit != Cadence::Unit::month) return days;
  if (begin && days.first <= *begin) return days;
  const DayRange first =
      unit == Cadence::Unit::week ? week_of(days.first, week_start) : month_range(days.first);
  return first.first == days.first ? days : DayRange{first.last + 1, days.last};
}

KeptOfAsked kept_within(const StepDays& days, const Cadence& cadence, Weekday week_start,
                        DayRange span, std::optional<Day> begin) {
  const auto read = [&](DayRange part) {
    return read_kept_of_asked(days, cadence, week_start, part);
  };
  const DayRange whole = whole_units(span, begin, cadence.unit(), week_start);
  KeptOfAsked kept = read(span);
  const KeptOfAsked in_whole = whole.first <= whole.last ? read(whole) : KeptOfAsked{};
  kept.asked = in_whole.asked;
  kept.kept = kept.asked ? in_whole.kept : kept.days_kept;
  return kept;
}

class ShareReader {
 public:
  ShareReader(const ReportSource& source, DayRange span, const std::vector<const Entry*>& chosen,
              Discretion discretion)
      : source_(source),
        chosen_(chosen),
        discretion_(discretion),
        days_{span.first, std::min(span.last, source.today)},
        ledger_(days_.last == source.today ? read_ledger(source.entries, source.moment())
                                           : read_ledger(source.entries, days_.last, source.clock)),
        ledger_of_today_(read_ledger(source.entries, source.moment())) {
    share_.span = span;
    share_.today = source.today;
    share_.is_partner_named = !source.settings.partner.empty();
  }

  PartnerShare read() {
    read_steps();
    for (const Agreement& promise : ledger_.promises) {
      const bool is_theirs = is_made_to(promise.opening->keys, source_.settings.partner);
      if (is_theirs && is_in_days(promise)) add_promise(promise);
    }
    for (const Agreement& space : ledger_.spaces) {
      if (is_in_days(space)) add_space(space);
    }
    for (const Entry* const entry : chosen_) add_chosen(*entry);
    // Their order in the journal would tell which of a day was written first.
    std::ranges::sort(share_.promises, {}, [](const SharedPromise& promise) {
      return std::make_pair(to_text(promise.due), promise.text);
    });
    std::ranges::sort(share_.spaces, {}, [](const SharedSpace& space) {
      return std::make_tuple(space.from, space.until ? std::optional{space.until->day} : std::nullopt,
                             space.text);
    });
    return std::move(share_);
  }

 private:
  bool is_chosen(const Entry& entry) const {
    return std::ranges::find(chosen_, &entry) != chosen_.end();
  }

  bool is_in_days(const Agreement& agreement) const {
    return days_.first <= days_.last && agreement.opening->day <= days_.last &&
           (agreement.is_open() || agreement.settlement->day >= days_.first);
  }

  void read_steps() {
    const auto days =
        read_step_days(source_.entries, source_.settings, source_.today, source_.clock);
    const DayRange span = closed_span(share_.span, days.front().first(), source_.today);
    const auto begin = read_beginning(source_.entries, source_.today, source_.clock).first;
    for (const Step step : all_steps) {
      share_.steps.emplace_back(step, kept_within(days[index_of(step)],
                                                  source_.settings.cadence_of(step),
                                                  source_.settings.week_start, span, begin));
    }
  }

  std::string words_of(const Entry& entry) const {
    return discretion_ == Discretion::on ? std::string{}
                                         : std::string{text_of(entry.keys, "text")};
  }

  std::string_view result_of(const Agreement& agreement) const {
    return agreement.is_open() ? std::string_view{}
                               : text_of(agreement.settlement->keys, "result");
  }

  void add_promise(const Agreement& promise) {
    const Day due = day_of(promise.deadline, source_.clock);
    const bool is_past = due < days_.last || (due == days_.last && days_.last < source_.today);
    share_.promises.push_back({words_of(*promise.opening), promise.deadline,
                               std::string{result_of(promise)}, promise.is_open() && is_past});
    shown_.push_back(promise.opening);
  }

  // Only one of the words that were offered, and nothing somebody wrote into the file.
  std::string_view choice_of(const Entry& space, std::string_view key) const {
    const auto word = text_of(space.keys, key);
    const auto choices = choices_of(Kind::space, key);
    return std::ranges::find(choices, word) == choices.end() ? std::string_view{} : word;
  }

  void add_space(const Agreement& space) {
    const Entry& opening = *space.opening;
    SharedSpace shared;
    shared.from = opening.day;
    if (!space.deadline.is_never()) shared.until = space.deadline;
    if (!space.is_open()) shared.back = space.settlement->day;
    shared.asked_by = choice_of(opening, "asked_by");
    shared.contact = choice_of(opening, "contact");
    shared.result = result_of(space);
    if (is_chosen(opening)) shared.text = words_of(opening);
    share_.spaces.push_back(std::move(shared));
    shown_.push_back(&opening);
  }

  void add_chosen(const Entry& entry) {
    const bool is_agreement = entry.kind == Kind::promise || entry.kind == Kind::space;
    if (is_agreement) {
      add_agreement(entry);
      return;
    }
    Attributes shared = shared_attributes(entry.keys, Audience::partner, Chosen::yes);
    if (discretion_ == Discretion::on) shared = without_words(shared);
    if (!shared.empty()) share_.entries.push_back(std::move(shared));
  }

  void add_agreement(const Entry& entry) {
    if (std::ranges::find(shown_, &entry) != shown_.end()) return;
    const bool is_promise = entry.kind == Kind::promise;
    const auto& agreements =
        is_promise ? ledger_of_today_.promises : ledger_of_today_.spaces;
    const auto found = std::ranges::find(agreements, &entry, &Agreement::opening);
    const Agreement ahead{&entry, nullptr, entry.deadline.value_or(Deadline{entry.day, {}})};
    const Agreement& agreement = found == agreements.end() ? ahead : *found;
    is_promise ? add_promise(agreement) : add_space(agreement);
  }

  const ReportSource& source_;
  const std::vector<const Entry*>& chosen_;
  Discretion discretion_;
  DayRange days_;  // those of the span that have come
  Ledger ledger_;  // as of the last of them
  Ledger ledger_of_today_;
  std::vector<const Entry*> shown_;
  PartnerShare share_;
};

}  // namespace

PartnerShare read_partner_share(const ReportSource& source, DayRange span,
                                const std::vector<const Entry*>& chosen, Discretion discretion) {
  return ShareReader{source, span, chosen, discretion}.read();
}

}  // namespace mend
