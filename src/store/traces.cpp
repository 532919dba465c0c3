// SPDX-License-Identifier: MIT
#include "mend/store/traces.hpp"

#include "mend/store/splice.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <algorithm>

namespace mend {
namespace {

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool mentions(std::string_view text, std::string_view id) {
  if (id.empty()) return false;
  for (auto at = text.find(id); at != std::string_view::npos; at = text.find(id, at + 1)) {
    const auto behind = at + id.size();
    const bool begins = at == 0 || !is_id_character(text[at - 1]);
    if (begins && (behind == text.size() || !is_id_character(text[behind]))) return true;
  }
  return false;
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

void forget_files(const std::string& folder, const std::vector<std::string>& ids) {
  for (const std::string& name : list_folder(folder)) {
    const std::string path = folder + "/" + name;
    const auto file = read_file(path);
    if (!file) continue;
    const auto entries = entries_in(file->bytes);
    const bool is_trace =
        entries.empty() ? mentions_any(file->bytes, ids) : holds_any(entries, ids);
    if (!is_trace) continue;
    if (!unlink_path(path)) throw_system_error(Failure::io, "remove", path);
  }
}

}  // namespace mend
