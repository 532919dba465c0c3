// SPDX-License-Identifier: MIT
#include "mend/store/paths.hpp"

#include "mend/text/utf8.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t longest_name = 100;
constexpr std::string_view month_suffix = ".toml";
constexpr std::string_view pending_mark = ".pending-";

std::optional<std::string> base_folder(std::string_view variable, std::string_view home,
                                       std::string_view below_home) {
  if (variable.starts_with('/')) return std::string{variable};
  if (!home.starts_with('/')) return std::nullopt;
  return std::string{home} + "/" + std::string{below_home};
}

bool can_be_in_journal_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

std::string Paths::journal(std::string_view name) const { return data + "/" + std::string{name}; }

std::string Paths::undo(std::string_view name) const {
  return state + "/undo/" + std::string{name};
}

std::string Paths::recovery() const { return state + "/recovery"; }

std::string Paths::editor() const { return state + "/editor"; }

std::string Paths::marks() const { return state + "/journals"; }

Result<Paths> find_paths(std::string_view home, std::string_view data_home,
                         std::string_view config_home, std::string_view state_home,
                         std::string_view cache_home) {
  const auto data = base_folder(data_home, home, ".local/share");
  const auto config = base_folder(config_home, home, ".config");
  const auto state = base_folder(state_home, home, ".local/state");
  const auto cache = base_folder(cache_home, home, ".cache");
  if (!data || !config || !state || !cache) {
    Diagnostic diagnostic;
    diagnostic.what = "HOME is not set, so there is no telling where your records are";
    diagnostic.hint = "Set HOME, or XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME and "
                      "XDG_CACHE_HOME, to folders that begin with /.";
    return diagnostic;
  }
  return Paths{*data + "/mend", *config + "/mend/config.toml", *state + "/mend", *cache + "/mend"};
}

bool is_journal_name(std::string_view name) {
  if (name.empty() || name.size() > longest_name || name.front() == '.' || name.front() == '-') {
    return false;
  }
  while (!name.empty()) {
    const Decoded decoded = decode_first(name);
    if (!decoded.is_valid || decoded.code_point == U'/' ||
        is_invisible_control(decoded.code_point)) {
      return false;
    }
    name.remove_prefix(decoded.length);
  }
  return true;
}

std::optional<MonthFileName> parse_month_file_name(std::string_view name) {
  if (!name.ends_with(month_suffix)) return std::nullopt;
  name.remove_suffix(month_suffix.size());
  const auto month = parse_iso_month(name.substr(0, 7));
  if (!month) return std::nullopt;
  name.remove_prefix(7);
  if (name.empty()) return MonthFileName{*month, false};
  if (!name.starts_with(pending_mark)) return std::nullopt;
  name.remove_prefix(pending_mark.size());
  const bool is_id =
      !name.empty() && name.size() <= 64 && std::ranges::all_of(name, can_be_in_journal_name);
  if (!is_id) return std::nullopt;
  return MonthFileName{*month, true};
}

std::string month_file_name(Month month) { return to_iso(month) + std::string{month_suffix}; }

std::string pending_file_name(Month month, std::string_view id) {
  return to_iso(month) + std::string{pending_mark} + std::string{id} + std::string{month_suffix};
}

}  // namespace mend
