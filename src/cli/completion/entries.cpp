// SPDX-License-Identifier: MIT
#include "scene.hpp"

#include "mend/domain/date_words.hpp"
#include "mend/domain/ledger.hpp"
#include "mend/report/agreement_words.hpp"
#include "mend/report/text.hpp"
#include "mend/store/paths.hpp"
#include "mend/system/files.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

namespace mend {
namespace {

// More than anyone would look through; a longer start of an id finds the others.
constexpr std::size_t most_entries = 60;

using Wanted = std::function<bool(const Entry&)>;

// Offers entries of a history, newest first, by their whole ids: a shorter start could be that of an
// entry which was not read.
class EntryOffers {
 public:
  explicit EntryOffers(Scene& scene) : scene_(scene), context_(*scene.context()) {}

  bool are_enough() const { return offered_ >= most_entries; }

  // `history` is older than all that was offered before.
  void offer(const History& history, const Wanted& is_wanted) {
    const AgreementWords agreements{history.entries};
    for (std::size_t i = history.entries.size(); i-- > 0 && !are_enough();) {
      const Entry& entry = history.entries[i];
      if (is_wanted(entry) && !is_given(entry.id)) offer(entry.id, entry, agreements);
    }
  }

  // By `@N`, for which `history` has to be the whole of the journal.
  void offer_positions(const History& history, const Wanted& is_wanted) {
    const AgreementWords agreements{history.entries};
    std::size_t position = 0;
    for (const Entry* const entry : newest_written_first(history.entries, context_.moment())) {
      const std::string name = "@" + std::to_string(++position);
      if (is_wanted(*entry) && !is_given(name)) offer(name, *entry, agreements);
      if (are_enough()) return;
    }
  }

 private:
  void offer(const std::string& name, const Entry& entry, const AgreementWords& agreements) {
    if (!name.starts_with(scene_.candidates().typed().current)) return;
    scene_.offer(name, description(entry, words_of(entry, agreements)));
    ++offered_;
  }

  bool is_given(const std::string& name) const {
    return std::ranges::any_of(scene_.line().words, [&](const std::string& word) {
      const bool is_position = word.starts_with('@');
      return word == name || (!is_position && !word.empty() && name.starts_with(word));
    });
  }

  // A list of candidates comes up on its own: it has words only where somebody wants that.
  std::string words_of(const Entry& entry, const AgreementWords& agreements) const {
    const bool has_words = context_.config().has_words_in_completion &&
                           context_.discretion() == Discretion::off;
    return has_words ? gist(entry, context_.settings(), context_.local_day(),
                            Discretion::off, agreements.about(entry))
                     : std::string{};
  }

  std::string description(const Entry& entry, const std::string& words) const {
    std::string text = describe(entry.day, context_.today()) + "  ";
    if (entry.step) text += std::string{key_of(*entry.step)} + "  ";
    text += word_of(entry.kind);
    return words.empty() ? text : text + "  " + words;
  }

  Scene& scene_;
  Context& context_;
  std::size_t offered_ = 0;
};

// Reading a month takes long, looking through its bytes does not.
bool can_hold_id(const std::string& path, const std::string& start) {
  const auto file = read_file(path);
  return file && (file->bytes.find('"' + start) != std::string::npos ||
                  file->bytes.find('\'' + start) != std::string::npos);
}

// Month by month from the newest, and no more of them than it takes.
void complete_entries(Scene& scene, const Wanted& is_wanted) {
  if (scene.context() == nullptr) return;
  const std::string folder = scene.context()->journal_folder();
  const std::string& current = scene.candidates().typed().current;
  EntryOffers offers{scene};
  if (current.starts_with('@')) {
    offers.offer_positions(scene.context()->history(all_words), is_wanted);
    return;
  }
  const bool is_id = !current.empty();
  std::vector<std::string> names = month_files_among(list_folder(folder));
  while (!names.empty() && !offers.are_enough()) {
    // A file that waits beside a month holds days of that month.
    std::vector<std::string> month = {names.back()};
    const Month which = parse_month_file_name(names.back())->month;
    names.pop_back();
    while (!names.empty() && parse_month_file_name(names.back())->month == which) {
      month.push_back(names.back());
      names.pop_back();
    }
    std::erase_if(month, [&](const std::string& name) {
      return is_id && !can_hold_id(folder + "/" + name, current);
    });
    if (!month.empty()) offers.offer(read_months(folder, month, all_words), is_wanted);
  }
}

}  // namespace

void complete_ids(Scene& scene) {
  complete_entries(scene, [](const Entry&) { return true; });
}

void complete_open_promises(Scene& scene) {
  if (scene.context() == nullptr) return;
  Context& context = *scene.context();
  const History history =
      context.history([](const Entry& entry) { return entry.kind == Kind::promise; });
  const Ledger ledger = read_ledger(history.entries, context.moment());
  EntryOffers{scene}.offer(history, [&ledger](const Entry& entry) {
    return std::ranges::any_of(ledger.promises, [&entry](const Agreement& promise) {
      return promise.opening == &entry && promise.is_open();
    });
  });
}

void complete_limits(Scene& scene) {
  if (scene.context() == nullptr) return;
  Context& context = *scene.context();
  const History history = context.history([](const Entry& entry) { return entry.kind == Kind::limit; });
  const Ledger ledger = read_ledger(history.entries, context.moment());
  const auto limits = limits_in_force(ledger, context.moment());
  EntryOffers{scene}.offer(history, [&limits](const Entry& entry) {
    return std::ranges::find(limits, &entry, &Agreement::opening) != limits.end();
  });
}

void complete_apologies(Scene& scene) {
  complete_entries(scene, [](const Entry& entry) {
    return entry.step == Step::apology && (entry.kind == Kind::note || entry.kind == Kind::action);
  });
}

void complete_setbacks(Scene& scene) {
  complete_entries(scene, [](const Entry& entry) { return entry.kind == Kind::setback; });
}

void complete_tags(Scene& scene) {
  if (!scene.is_open()) return;
  TypedWord typed = scene.candidates().typed();
  typed.keep_through(",");
  if (typed.current.starts_with('#')) {
    typed.kept += '#';
    typed.current.erase(0, 1);
  }
  scene.candidates().set_typed(typed);
  const History history = scene.context()->history(all_words);
  std::map<std::string_view, int> counts;
  for (const Entry& entry : history.entries) {
    for (const auto tag : tags_of(entry.keys)) ++counts[tag];
  }
  for (const auto tag : scene.line().values_of("--tag")) counts.erase(tag);
  std::vector<std::pair<std::string_view, int>> tags{counts.begin(), counts.end()};
  std::ranges::stable_sort(tags, std::greater<>{}, &std::pair<std::string_view, int>::second);
  for (const auto& [tag, count] : tags) {
    scene.offer(tag, std::to_string(count) + (count == 1 ? " entry" : " entries"));
  }
}

}  // namespace mend
