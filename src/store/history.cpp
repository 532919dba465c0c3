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
  for (Facts& facts : content.facts) facts.place.file = history.files.size() - 1;
  std::ranges::move(content.facts, std::back_inserter(history.facts));
  std::ranges::move(content.attributes, std::back_inserter(history.attributes));
  std::ranges::move(content.damage, std::back_inserter(history.damage));
}

void read_month_file(History& history, const std::string& path, const WantsWords& wants_words) {
  try {
    auto file = read_file(path);
    if (!file) return;
    append_content(history, MonthDocument{std::move(file->bytes), path}.content(wants_words));
  } catch (const SystemError& error) {
    history.unread.emplace_back(error.what());
  }
}

void keep_in_order(History& history) {
  std::vector<std::size_t> order = counted(history.facts);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return listed_before(history.facts[a], history.facts[b]);
  });
  std::vector<Facts> facts;
  std::vector<Attributes> attributes;
  facts.reserve(order.size());
  attributes.reserve(order.size());
  for (const std::size_t index : order) {
    facts.push_back(std::move(history.facts[index]));
    attributes.push_back(std::move(history.attributes[index]));
  }
  history.facts = std::move(facts);
  history.attributes = std::move(attributes);
}

}  // namespace

std::vector<std::string> month_files_among(std::vector<std::string> names) {
  std::erase_if(names, [](const std::string& name) { return !parse_month_file_name(name); });
  std::ranges::stable_sort(names, {}, [](const std::string& name) {
    const MonthFileName parsed = *parse_month_file_name(name);
    return std::make_pair(parsed.month, parsed.is_pending);
  });
  return names;
}

History read_history(const std::string& folder, const WantsWords& wants_words,
                     std::map<std::string, MonthContent> known) {
  return read_months(folder, month_files_among(list_folder(folder)), wants_words, std::move(known));
}

History read_months(const std::string& folder, const std::vector<std::string>& names,
                    const WantsWords& wants_words, std::map<std::string, MonthContent> known) {
  History history;
  for (const std::string& name : names) {
    history.files.push_back(name);
    const auto found = known.find(name);
    if (found != known.end()) {
      append_content(history, std::move(found->second));
    } else {
      read_month_file(history, folder + "/" + name, wants_words);
    }
  }
  keep_in_order(history);
  return history;
}

}  // namespace mend
