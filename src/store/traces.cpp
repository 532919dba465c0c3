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

}  // namespace

bool mentions_any(std::string_view text, const std::vector<std::string>& ids) {
  return std::ranges::any_of(ids, [text](const std::string& id) { return mentions(text, id); });
}

bool holds_any(const std::vector<Attributes>& entries, const std::vector<std::string>& ids) {
  return std::ranges::any_of(entries, [&](const Attributes& entry) {
    return std::ranges::find(ids, text_of(entry, "id")) != ids.end();
  });
}

std::vector<Attributes> traces_in(const std::string& folder) {
  std::vector<Attributes> all;
  for (const std::string& name : list_folder(folder)) {
    const std::string path = folder + "/" + name;
    if (is_folder(path)) continue;
    const auto file = read_file(path);
    if (!file) continue;
    auto entries = entries_in(file->bytes);
    if (entries.empty()) {
      const std::string id = edited_id(file->bytes);
      if (!id.empty()) all.push_back({{"id", {id}}});
    }
    std::ranges::move(entries, std::back_inserter(all));
  }
  return all;
}

void forget_files(const std::string& folder, const std::vector<std::string>& ids) {
  bool is_changed = false;
  for (const std::string& name : list_folder(folder)) {
    const std::string path = folder + "/" + name;
    if (is_folder(path)) continue;
    const auto file = read_file(path);
    if (!file) continue;
    auto entries = entries_in(file->bytes);
    const bool is_trace =
        entries.empty() ? mentions_any(file->bytes, ids) : holds_any(entries, ids);
    if (!is_trace) continue;
    std::erase_if(entries, [&](const Attributes& entry) { return holds_any({entry}, ids); });
    if (!entries.empty()) {
      if (!replace_file(*file, recovery_text(entries))) throw_unsettled(path);
    } else if (!unlink_path(path)) {
      throw_system_error(Failure::io, "remove", path);
    }
    is_changed = true;
  }
  if (is_changed) sync_folder(folder, Failure::io);
}

}  // namespace mend
