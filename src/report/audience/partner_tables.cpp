// SPDX-License-Identifier: MIT
#include "mend/report/partner_share.hpp"
#include "mend/report/report_page.hpp"
#include "mend/text/csv.hpp"

namespace mend {
namespace {

void add_word(Attributes& table, std::string_view key, std::string_view word) {
  if (!word.empty()) table.push_back({std::string{key}, {std::string{word}}});
}

void add_day(Attributes& table, std::string_view key, const std::optional<Day>& day) {
  if (day) table.push_back({std::string{key}, {DateText{to_iso(*day)}}});
}

std::optional<Day> until_day(const SharedSpace& space) {
  return space.until ? std::optional{space.until->day} : std::nullopt;
}

Attributes shared_table(Step step, const KeptOfAsked& kept) {
  Attributes table;
  add_word(table, "kind", "step");
  add_word(table, "step", key_of(step));
  table.push_back({"kept", {std::int64_t{kept.kept}}});
  if (kept.asked) table.push_back({"asked", {std::int64_t{*kept.asked}}});
  return table;
}

Attributes shared_table(const SharedPromise& promise) {
  Attributes table;
  add_word(table, "kind", "promise");
  add_word(table, "text", promise.text);
  table.push_back({"due", {DateText{to_text(promise.due)}}});
  add_word(table, "result", promise.result);
  return table;
}

Attributes shared_table(const SharedSpace& space) {
  Attributes table;
  add_word(table, "kind", "space");
  add_day(table, "day", space.from);
  add_day(table, "until", until_day(space));
  add_day(table, "back", space.back);
  add_word(table, "asked_by", space.asked_by);
  add_word(table, "contact", space.contact);
  add_word(table, "result", space.result);
  add_word(table, "text", space.text);
  return table;
}

class CsvShare {
 public:
  explicit CsvShare(const Zone& zone) : zone_(zone) {}

  std::string render(const PartnerShare& share) {
    for (const auto& [step, kept] : share.steps) {
      add("steps", key_of(step), "kept", std::to_string(kept.kept));
      if (kept.asked) add("steps", key_of(step), "asked", std::to_string(*kept.asked));
    }
    for (std::size_t i = 0; i < share.promises.size(); ++i) {
      const SharedPromise& promise = share.promises[i];
      add_words("promises", i, {{"text", promise.text},
                                {"due", to_text(promise.due)},
                                {"result", promise.result}});
    }
    for (std::size_t i = 0; i < share.spaces.size(); ++i) add_space(i, share.spaces[i]);
    for (std::size_t i = 0; i < share.entries.size(); ++i) {
      for (const std::string& words : words_of(share.entries[i], zone_)) {
        add_words("notes", i, {{"words", words}});
      }
    }
    add("closing", "", "text", std::string{shared_closing});
    return std::move(out_);
  }

 private:
  void add(std::string_view section, std::string_view item, std::string_view measure,
           const std::string& value) {
    out_ += csv_row({std::string{section}, std::string{item}, std::string{measure}, value});
  }

  void add_words(std::string_view section, std::size_t number,
                 const std::vector<std::pair<std::string_view, std::string>>& words) {
    for (const auto& [measure, value] : words) {
      if (!value.empty()) add(section, std::to_string(number + 1), measure, value);
    }
  }

  void add_space(std::size_t number, const SharedSpace& space) {
    const auto iso = [](const std::optional<Day>& day) {
      return day ? to_iso(*day) : std::string{};
    };
    add_words("space", number, {{"from", iso(space.from)},
                                {"until", iso(until_day(space))},
                                {"back", iso(space.back)},
                                {"asked by", space.asked_by},
                                {"contact", space.contact},
                                {"result", space.result},
                                {"text", space.text}});
  }

  const Zone& zone_;
  std::string out_ = csv_row({"section", "item", "measure", "value"});
};

}  // namespace

std::vector<Attributes> partner_tables(const PartnerShare& share) {
  std::vector<Attributes> tables;
  for (const auto& [step, kept] : share.steps) tables.push_back(shared_table(step, kept));
  for (const SharedPromise& promise : share.promises) tables.push_back(shared_table(promise));
  for (const SharedSpace& space : share.spaces) tables.push_back(shared_table(space));
  tables.insert(tables.end(), share.entries.begin(), share.entries.end());
  return tables;
}

std::string partner_report_csv(const PartnerShare& share, const Zone& zone) {
  return CsvShare{zone}.render(share);
}

}  // namespace mend
