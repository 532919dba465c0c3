// SPDX-License-Identifier: MIT
#include "json_document.hpp"
#include "mend/store/setting_words.hpp"
#include "mend/text/fold.hpp"
#include "mend_import.hpp"

#include <algorithm>
#include <set>

namespace mend {
namespace {

std::string_view without_sign(std::string_view tag) {
  const bool has_sign = !tag.empty() && std::string_view{"@#+"}.find(tag[0]) != std::string_view::npos;
  return has_sign ? tag.substr(1) : tag;
}

class Jrnl {
 public:
  // Tags are the same in capitals or not.
  Jrnl(const Mapping& mapping, const Zone& zone) : mapping_(mapping), zone_(zone) {
    for (const auto& [name, target] : mapping.names) targets_.emplace(fold(name), target);
  }

  void add(const ImportedEntry& row) {
    const Attributes& from = row.entry;
    const std::string_view title = text_of(from, "title");
    const std::string_view body = text_of(from, "body");
    const auto day = parse_foreign_day(text_of(from, "date"));
    if (!day) {
      report("'date' has to be written like 2026-11-22", row);
      return;
    }
    std::string text{title};
    if (!body.empty()) text += (text.empty() || text.ends_with('\n') ? "" : "\n") + std::string{body};
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
      ++empty_;
      return;
    }
    const MapTarget* const target = target_of(from);
    if (target == nullptr) return;
    const std::string_view time = text_of(from, "time");
    Attributes entry = {{"id", {id_of({to_iso(*day), time, title, body})}},
                        {"day", {DateText{to_iso(*day)}}}};
    if (const auto minute = parse_clock(time)) {
      const Instant instant = zone_.instant_at(*day, *minute * 60);
      entry.push_back({"at", {DateText{to_rfc3339(zone_.local(instant))}}});
    } else if (!time.empty()) {
      report("'time' has to be written like 19:04", row);
      return;
    }
    entry.push_back({"kind", {std::string{"note"}}});
    entry.push_back({"step", {std::string{key_of(target->step)}}});
    entry.push_back({"text", {std::move(text)}});
    add_tags(entry, from);
    mapped_.import.entries.push_back({std::move(entry), row.place});
  }

  Mapped take() {
    std::set<std::string> occurring;
    for (const std::string& name : mapped_.names) occurring.insert(fold(name));
    for (const auto& [name, target] : mapping_.names) {
      if (!occurring.contains(fold(name))) mapped_.unused.push_back(name);
    }
    if (empty_ > 0) {
      mapped_.import.counts.push_back(std::to_string(empty_) +
                                      (empty_ == 1 ? " entry without any words was left out."
                                                   : " entries without any words were left out."));
    }
    return std::move(mapped_);
  }

  void refuse(Diagnostic problem) { mapped_.import.problems.push_back(std::move(problem)); }

 private:
  void report(std::string what, const ImportedEntry& row) {
    mapped_.import.problems.push_back(at_place(std::move(what), row.place));
  }

  void note_name(std::vector<std::string>& names, std::string_view name) {
    if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
  }

  // The first of its tags that is mapped; else what `*` is mapped to.
  const MapTarget* target_of(const Attributes& from) {
    const auto tags = tags_of(from);
    for (const std::string_view tag : tags) note_name(mapped_.names, tag);
    for (const std::string_view tag : tags) {
      const auto found = targets_.find(fold(tag));
      if (found != targets_.end()) return &found->second;
    }
    if (mapping_.others) return &*mapping_.others;
    for (const std::string_view tag : tags) note_name(mapped_.unmapped, tag);
    if (tags.empty()) note_name(mapped_.unmapped, "*");
    return nullptr;
  }

  // Of several that are the same in all, each has an id of its own.
  std::string id_of(std::initializer_list<std::string_view> parts) {
    std::string content = "jrnl";
    for (const std::string_view part : parts) {
      content += '\n' + std::to_string(part.size()) + ' ';
      content += part;
    }
    const int count = ++seen_[content];
    if (count > 1) content += "\n#" + std::to_string(count);
    return content_id(content);
  }

  static void add_tags(Attributes& entry, const Attributes& from) {
    Values tags;
    for (const std::string_view tag : tags_of(from)) {
      tags.push_back({std::string{without_sign(tag)}});
    }
    const Value* const starred = find_value(from, "starred");
    const bool* const is_starred = starred == nullptr ? nullptr : std::get_if<bool>(&starred->content);
    if (is_starred != nullptr && *is_starred) tags.push_back({std::string{"starred"}});
    if (!tags.empty()) entry.push_back({"tags", {std::move(tags)}});
  }

  const Mapping& mapping_;
  std::map<std::string, MapTarget> targets_;  // by folded tag
  const Zone& zone_;
  std::map<std::string, int> seen_;
  std::size_t empty_ = 0;
  Mapped mapped_;
};

// A whole journal, or one entry of a folder with a file for each.
void read_file(Jrnl& jrnl, const ImportFile& file) {
  const auto document = read_json_document(file);
  if (!document) return jrnl.refuse(document.error());
  const Attributes& root = document->root;
  if (text_of(root, "schema").starts_with("mend.")) {
    return jrnl.refuse({"this JSON was written by mend", file.name, 1, 1, "Use --from mend-json."});
  }
  const Value* const entries = find_value(root, "entries");
  const bool is_entry = entries == nullptr && find_value(root, "title") != nullptr &&
                        find_value(root, "date") != nullptr;
  if (is_entry) return jrnl.add({root, {file.name, 1, 1}});
  if (document->entries.empty()) {
    return jrnl.refuse({"this JSON holds no entries", file.name, 1, 1,
                        "'jrnl --format json' writes what can be imported."});
  }
  for (const ImportedEntry& row : document->entries) jrnl.add(row);
}

}  // namespace

Mapped read_jrnl(std::span<const ImportFile> files, const Mapping& mapping, const Zone& zone) {
  Jrnl jrnl{mapping, zone};
  for (const ImportFile& file : files) read_file(jrnl, file);
  return jrnl.take();
}

}  // namespace mend
