// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/day.hpp"
#include "mend/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mend {

// Where everything lies, by the XDG base directory specification. None of it need exist.
struct Paths {
  std::string data;         // the folder of journals
  std::string config_file;
  std::string state;        // undo history, recovery and editor files
  std::string cache;

  std::string journal(std::string_view name) const;
  std::string undo(std::string_view name) const;
  std::string recovery() const;
  std::string editor() const;
  std::string marks() const;  // that journals have entries
};

// The values of the variables; what is empty or relative is ignored as the specification says.
// Without HOME and without the folders themselves there is no answer.
Result<Paths> find_paths(std::string_view home, std::string_view data_home,
                         std::string_view config_home, std::string_view state_home,
                         std::string_view cache_home);

// A name that cannot leave the folder of journals, hide there, or deceive a reader.
bool is_journal_name(std::string_view name);

// A file of records by its name: `2026-11.toml`, or one that waits beside a damaged month.
struct MonthFileName {
  Month month;
  bool is_pending = false;
};

std::optional<MonthFileName> parse_month_file_name(std::string_view name);
std::string month_file_name(Month month);
std::string pending_file_name(Month month, std::string_view id);

}  // namespace mend
