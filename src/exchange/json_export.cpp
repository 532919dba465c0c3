// SPDX-License-Identifier: MIT
#include "mend/exchange/export.hpp"

namespace mend {

Frame json_frame(const Attributes& settings, Audience audience) {
  Attributes head = {{"schema", {std::string{"mend.export/1"}}}};
  Attributes closing;
  if (audience != Audience::me) {
    head.push_back({"for", {std::string{word_of(audience)}}});
    closing.push_back({"closing", {std::string{shared_closing}}});
  }
  if (!settings.empty()) head.push_back({"settings", {ordered_settings(settings)}});
  std::string begin = attributes_json(head);
  begin.pop_back();
  std::string end = "]}\n";
  if (!closing.empty()) end = "]," + attributes_json(closing).substr(1) + "\n";
  return {begin + ",\"entries\":[", ",", end};
}

std::string import_json(std::span<const Attributes> entries, std::span<const Attributes> actions,
                        std::size_t already, Discretion discretion, bool is_dry_run) {
  Values tables;
  if (discretion == Discretion::off) {
    for (const Attributes& action : actions) tables.push_back({action});
  }
  std::string out = entries_json("import", entries, discretion, is_dry_run);
  out.resize(out.size() - std::string_view{"}\n"}.size());
  const Attributes rest = {{"already", {static_cast<std::int64_t>(already)}},
                           {"actions", {std::move(tables)}}};
  return out + "," + attributes_json(rest).substr(1) + "\n";
}

std::string json_entry(const Attributes& entry) { return attributes_json(entry); }

}  // namespace mend
