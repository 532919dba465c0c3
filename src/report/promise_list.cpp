// SPDX-License-Identifier: MIT
#include "mend/report/promise_list.hpp"

#include "mend/domain/date_words.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

std::string promise_due_words(const PromiseRow& row, const LocalDay& here) {
  return (row.is_overdue ? "was due " : "due ") + describe(row.promise.deadline, here);
}

std::string settled_words(const PromiseRow& row, const LocalDay& here) {
  return std::string{state_word(row.promise)} + " " +
         describe(row.promise.settlement->day, here.today);
}

std::string what(const PromiseRow& row, Discretion discretion) {
  if (discretion == Discretion::on) return std::string{key_of(*row.promise.opening->step)};
  const auto to = text_of(row.promise.opening->keys, "to");
  return harmless(first_line(text_of(row.promise.opening->keys, "text"))) +
         (to.empty() ? "" : " (to " + harmless(to) + ")");
}

std::string promise_lines(const std::vector<PromiseRow>& rows, const LocalDay& here, const Style& style,
                     Discretion discretion,
                     std::string (*when)(const PromiseRow&, const LocalDay&)) {
  std::size_t name_width = 0;
  std::size_t when_width = 0;
  for (const PromiseRow& row : rows) {
    name_width = std::max(name_width, row.name.size());
    when_width = std::max(when_width, when(row, here).size());
  }
  std::string out;
  for (const PromiseRow& row : rows) {
    const std::string line = padded(row.name, name_width) + "  " +
                             padded(when(row, here), when_width) + "  " + what(row, discretion);
    out += shorten(line, style.width, style.ellipsis()) + "\n";
  }
  return out;
}

std::string counts_text(const PromiseCounts& counts) {
  std::string out;
  if (counts.rated() > 0) {
    out = "kept " + std::to_string(counts.kept) + " of " + std::to_string(counts.rated());
  }
  const auto add = [&out](int count, std::string_view word) {
    if (count == 0) return;
    out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + std::string{word};
  };
  add(counts.late, "late");
  add(counts.missed, "missed");
  add(counts.changed, "changed");
  add(counts.dropped, "dropped");
  add(counts.released, "released");
  return out.empty() ? out : out + "\n";
}

}  // namespace

std::string_view state_word(const Agreement& promise) {
  return promise.is_open() ? "open" : word_of(*promise.outcome());
}

PromiseList read_promise_list(std::span<const Entry> entries,
                              const std::function<std::string(const Entry&)>& name_of,
                              Settled settled, const Moment& moment) {
  const Ledger ledger = read_ledger(entries, moment);
  PromiseList list;
  list.counts = count_promises(ledger.promises);
  for (const Agreement& promise : ledger.promises) {
    PromiseRow row{name_of(*promise.opening), promise, false};
    if (promise.is_open()) {
      row.is_overdue = is_over(promise.deadline, moment.now, moment.clock);
      list.open.push_back(std::move(row));
    } else if (settled == Settled::included) {
      list.settled.push_back(std::move(row));
    }
  }
  std::ranges::stable_sort(list.open, {}, [&](const PromiseRow& row) {
    return end_of(row.promise.deadline, moment.clock);
  });
  std::ranges::stable_sort(list.settled, {}, [&](const PromiseRow& row) {
    return written_at(*row.promise.settlement, moment.clock);
  });
  return list;
}

std::string promise_list_text(const PromiseList& list, const LocalDay& here, const Style& style,
                              Discretion discretion) {
  std::string out = promise_lines(list.open, here, style, discretion, promise_due_words);
  if (!out.empty() && !list.settled.empty()) out += "\n";
  out += promise_lines(list.settled, here, style, discretion, settled_words);
  const std::string counts = counts_text(list.counts);
  if (!out.empty() && !counts.empty()) out += "\n";
  return out + counts;
}

}  // namespace mend
