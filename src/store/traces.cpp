// SPDX-License-Identifier: MIT
#include "mend/store/traces.hpp"

#include "mend/store/recovery.hpp"
#include "mend/store/splice.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <algorithm>
#include <iterator>

namespace mend {
namespace {

// How the names of words begin that are about no entry.
constexpr std::string_view nameless_words = "words-";

bool can_be_in_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool mentions(std::string_view text, std::string_view id) {
  if (id.empty()) return false;
  for (auto at = text.find(id); at != std::string_view::npos; at = text.find(id, at + 1)) {
    const auto behind = at + id.size();
    const bool begins = at == 0 || !can_be_in_id(text[at - 1]);
    if (begins && (behind == text.size() || !can_be_in_id(text[behind]))) return true;
  }
  return false;
}

// `# Entry k7q2m4x9p3, yesterday.`, as the template of `edit` begins its explanations.
std::string edited_id(std::string_view text) {
  constexpr std::string_view heading = "# Entry ";
  for (auto at = text.find(heading); at != std::string_view::npos; at = text.find(heading, at + 1)) {
    if (at > 0 && text[at - 1] != '\n') continue;
    const auto rest = text.substr(at + heading.size());
    const auto* const end = std::ranges::find_if_not(rest, can_be_in_id);
    if (end != rest.end() && end != rest.begin() && *end == ',') return {rest.begin(), end};
  }
  return {};
}

// An editor's lock can be a link to nowhere.
bool may_hold_words(const std::string& path) { return is_there(path) && !is_folder(path); }

bool is_named_after(std::string_view name, const std::vector<std::string>& ids) {
  const auto id = id_in_name(name);
  return !id.empty() && std::ranges::find(ids, id) != ids.end();
}

std::string_view without_ends(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

bool is_text_of_any(std::string_view text, const std::vector<Attributes>& entries) {
  const auto said = without_ends(text);
  return !said.empty() && std::ranges::any_of(entries, [said](const Attributes& entry) {
    return without_ends(text_of(entry, "text")) == said;
  });
}

// All that it says, whenever and as whichever entry.
Attributes said_by(Attributes entry) {
  std::erase_if(entry, [](const Attribute& each) {
    return each.key == "id" || each.key == "day" || each.key == "at" || each.key == "edited";
  });
  return entry;
}

bool says_the_same_as_any(const Attributes& entry, const std::vector<Attributes>& entries) {
  return !text_of(entry, "text").empty() && std::ranges::any_of(entries, [&](const Attributes& each) {
    return said_by(each) == said_by(entry);
  });
}

}  // namespace

bool mentions_any(std::string_view text, const std::vector<std::string>& ids) {
  return std::ranges::any_of(ids, [text](const std::string& id) { return mentions(text, id); });
}

bool holds_any(const std::vector<Attributes>& entries, const std::vector<std::string>& ids) {
  return std::ranges::any_of(entries, [&](const Attributes& entry) {
    return std::ranges::find(ids, text_of(entry, "id")) != ids.end();
  });
}

std::string_view id_in_name(std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of(".#"), name.size()));
  return name.substr(0, name.find('.'));
}

namespace {

// Calls `look` with the name, the path and the content of every file of the folder that may hold words.
template <typename Look>
void look_at_files(const std::string& folder, Look look) {
  for (const std::string& name : list_folder(folder)) {
    const std::string path = folder + "/" + name;
    if (!may_hold_words(path)) continue;
    if (const auto file = read_file(path)) look(name, path, *file);
  }
}

}  // namespace

std::vector<Attributes> traces_in(const std::string& folder) {
  std::vector<Attributes> all;
  look_at_files(folder, [&](const std::string& name, const std::string&, const FileContent& file) {
    auto entries = entries_in(file.bytes);
    if (entries.empty()) {
      std::string id = edited_id(file.bytes);
      if (id.empty() && !name.starts_with(nameless_words)) id = id_in_name(name);
      if (!id.empty()) all.push_back({{"id", {id}}});
    }
    std::ranges::move(entries, std::back_inserter(all));
  });
  return all;
}

void forget_files(const std::string& folder, const std::vector<std::string>& ids,
                  const std::vector<Attributes>& forgotten) {
  bool is_changed = false;
  look_at_files(folder, [&](const std::string& name, const std::string& path, const FileContent& file) {
    auto entries = entries_in(file.bytes);
    const std::size_t count = entries.size();
    std::erase_if(entries, [&](const Attributes& entry) {
      return holds_any({entry}, ids) || says_the_same_as_any(entry, forgotten);
    });
    const bool is_trace = count > 0 ? entries.size() < count
                                    : is_named_after(name, ids) || mentions_any(file.bytes, ids) ||
                                          is_text_of_any(file.bytes, forgotten);
    if (!is_trace) return;
    if (!entries.empty()) {
      if (!replace_file(file, recovery_text(entries))) throw_unsettled(path);
    } else if (!unlink_path(path)) {
      throw_system_error(Failure::io, "remove", path);
    }
    is_changed = true;
  });
  if (is_changed) sync_folder(folder, Failure::io);
}

}  // namespace mend
