// SPDX-License-Identifier: MIT
#include "mend/store/text_checks.hpp"

#include "mend/store/split.hpp"

#include <algorithm>

namespace mend {
namespace {

// The character of the marker that a line is, or nothing.
char marker_of(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  for (const std::string_view marker : {"<<<<<<<", "|||||||", "=======", ">>>>>>>"}) {
    if (line == marker || (line.starts_with(marker) && line[marker.size()] == ' ')) {
      return marker.front();
    }
  }
  return '\0';
}

bool is_marker_line(const std::vector<Conflict>& conflicts, int line) {
  return std::ranges::any_of(conflicts, [line](const Conflict& conflict) {
    return std::ranges::find(conflict.marker_lines, line) != conflict.marker_lines.end();
  });
}

}  // namespace

std::vector<Conflict> find_conflicts(std::string_view bytes) {
  std::vector<Conflict> conflicts;
  Conflict open;
  bool is_open = false;
  bool has_middle = false;
  int line = 0;
  while (!bytes.empty()) {
    ++line;
    const auto newline = std::min(bytes.find('\n'), bytes.size());
    const char marker = marker_of(bytes.substr(0, newline));
    bytes.remove_prefix(std::min(newline + 1, bytes.size()));
    if (marker == '<') {
      open = {line, line, {}};
      is_open = true;
      has_middle = false;
    }
    if (!is_open || marker == '\0') continue;
    open.marker_lines.push_back(line);
    has_middle = has_middle || marker == '=';
    if (marker != '>') continue;
    open.last_line = line;
    if (has_middle) conflicts.push_back(std::move(open));
    is_open = false;
  }
  return conflicts;
}

std::vector<Finding> check_damage(std::string_view bytes, const std::string& file,
                                  const std::vector<Diagnostic>& problems) {
  const std::vector<Conflict> conflicts = find_conflicts(bytes);
  std::vector<Finding> findings;
  for (const Conflict& conflict : conflicts) {
    findings.push_back(damaged_at(
        file, conflict.first_line, 1,
        "git left a conflict here, up to line " + std::to_string(conflict.last_line),
        "Keep what is right of both sides, and remove the lines <<<<<<<, ======= and >>>>>>>."));
  }
  for (const Diagnostic& each : problems) {
    if (!is_marker_line(conflicts, each.line)) findings.push_back(read_damage(each));
  }
  return findings;
}

std::vector<Finding> check_foreign_tables(std::string_view bytes, const std::string& file,
                                          const std::vector<Diagnostic>& problems) {
  std::vector<Finding> findings;
  for (const Piece& piece : scan_month(bytes).pieces) {
    if (piece.kind != Piece::Kind::foreign) continue;
    const auto comments = bytes.substr(piece.begin, piece.header - piece.begin);
    const int line = piece.line + static_cast<int>(std::ranges::count(comments, '\n'));
    const bool is_damage = std::ranges::any_of(
        problems, [line](const Diagnostic& problem) { return problem.line == line; });
    if (is_damage) continue;
    findings.push_back(odd_at(file, line, 1, "this table is kept and not read",
                              "An entry begins with the line [[entry]]."));
  }
  return findings;
}

}  // namespace mend
