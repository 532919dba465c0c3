// SPDX-License-Identifier: MIT
#include "mend/store/history.hpp"

#include "mend/store/paths.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mend {
namespace {

// More than anyone reads; a file with this much damage is no journal.
constexpr std::size_t most_damage = 50;

void shorten(std::vector<Diagnostic>& damage) {
  if (damage.size() <= most_damage) return;
  const std::size_t left_out = damage.size() - most_damage;
  damage.resize(most_damage);
  damage.push_back({"and " + std::to_string(left_out) + " more places like these",
                    damage.front().file, 0, 0, {}});
}

void append_content(History& history, MonthContent content) {
  shorten(content.damage);
  for (Entry& entry : content.entries) entry.place.file = history.files.size() - 1;
  std::ranges::move(content.entries, std::back_inserter(history.entries));
  std::ranges::move(content.damage, std::back_inserter(history.damage));
}

// Nothing when there is no such file, or it cannot be read, which `unread` says then.
std::optional<MonthContent> read_month_file(const std::string& path, const WantsWords& wants_words,
                                            std::vector<std::string>& unread) {
  try {
    auto file = read_file(path);
    if (!file) return std::nullopt;
    return MonthDocument{std::move(file->bytes), path}.content(wants_words);
  } catch (const SystemError& error) {
    unread.emplace_back(error.what());
    return std::nullopt;
  }
}

void keep_in_order(History& history) {
  const std::vector<std::size_t> order = listed(history.entries);
  std::vector<Entry> entries;
  entries.reserve(order.size());
  for (const std::size_t index : order) entries.push_back(std::move(history.entries[index]));
  history.entries = std::move(entries);
}

// Collects what is made of one month after the other.
class Renderer {
 public:
  Renderer(const WantsWords& wants_words, const RenderEntry& render)
      : wants_words_(wants_words), render_(render) {}

  void take(MonthContent content, std::size_t file) {
    shorten(content.damage);
    std::ranges::move(content.damage, std::back_inserter(rendered_.damage));
    for (Entry& entry : content.entries) {
      entry.place.file = file;
      auto text = wants_words_(entry) ? render_(entry) : std::nullopt;
      is_wanted_.push_back(text.has_value());
      if (text) text->shrink_to_fit();
      rendered_.texts.push_back(std::move(text).value_or(std::string{}));
      standings_.push_back(std::move(entry));
    }
  }

  RenderedHistory finish(std::vector<std::string> unread) {
    std::vector<std::string> texts;
    texts.reserve(rendered_.texts.size());
    for (const std::size_t index : listed(standings_)) {
      if (is_wanted_[index]) texts.push_back(std::move(rendered_.texts[index]));
    }
    rendered_.texts = std::move(texts);
    rendered_.unread = std::move(unread);
    return std::move(rendered_);
  }

 private:
  const WantsWords& wants_words_;
  const RenderEntry& render_;
  RenderedHistory rendered_;  // the texts of all entries, beside `standings_`
  std::vector<Standing> standings_;
  std::vector<bool> is_wanted_;
};

}  // namespace

std::vector<std::string> month_files_among(std::vector<std::string> names) {
  std::erase_if(names, [](const std::string& name) { return !parse_month_file_name(name); });
  std::ranges::stable_sort(names, {}, [](const std::string& name) {
    const MonthFileName parsed = *parse_month_file_name(name);
    return std::make_pair(parsed.month, parsed.is_pending);
  });
  return names;
}

History read_history(const JournalPlace& place, const WantsWords& wants_words,
                     std::map<std::string, MonthContent> known) {
  return read_months(place.folder, month_files_among(list_journal(place)), wants_words,
                     std::move(known));
}

History read_months(const std::string& folder, const std::vector<std::string>& names,
                    const WantsWords& wants_words, std::map<std::string, MonthContent> known) {
  History history;
  for (const std::string& name : names) {
    history.files.push_back(name);
    const auto found = known.find(name);
    if (found != known.end()) {
      append_content(history, std::move(found->second));
    } else if (auto content = read_month_file(folder + "/" + name, wants_words, history.unread)) {
      append_content(history, *std::move(content));
    }
  }
  keep_in_order(history);
  return history;
}

RenderedHistory render_history(const JournalPlace& place, const WantsWords& wants_words,
                               const RenderEntry& render) {
  Renderer renderer{wants_words, render};
  std::vector<std::string> unread;
  std::size_t file = 0;
  for (const std::string& name : month_files_among(list_journal(place))) {
    if (auto content = read_month_file(place.folder + "/" + name, wants_words, unread)) {
      renderer.take(*std::move(content), file);
    }
    ++file;
  }
  return renderer.finish(std::move(unread));
}

}  // namespace mend
