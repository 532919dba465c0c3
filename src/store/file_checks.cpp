// SPDX-License-Identifier: MIT
#include "mend/store/file_checks.hpp"

#include "mend/store/paths.hpp"
#include "mend/text/stable_hash.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace mend {
namespace {

constexpr std::string_view settings_name = "journal.toml";

// What others keep beside the records, and the lock where the file system has no other.
constexpr std::array<std::string_view, 9> tolerated_names = {
    ".git",        ".gitignore", ".gitattributes", ".stfolder", ".stignore",
    ".stversions", ".lock",      "README",         "README.md"};

std::string_view name_of(const FileStatus& file) {
  return std::string_view{file.path}.substr(file.path.rfind('/') + 1);
}

std::string_view noun_of(const FileStatus& file) {
  return file.type == FileType::folder ? "folder" : "file";
}

bool is_leftover(std::string_view name) { return name.starts_with(".mend-"); }

// Syncthing, then Dropbox and its like, which may put a name or a date into the brackets.
bool is_conflict_copy(std::string_view name) {
  return name.find(".sync-conflict-") != std::string_view::npos ||
         name.find("conflicted copy") != std::string_view::npos;
}

Finding leftover(const FileStatus& file) {
  return odd_in(file.path, "a write that was interrupted left this behind",
                "The records are whole without it. Unless mend is writing right now, it can go.");
}

Finding conflict_copy(const FileStatus& file) {
  return odd_in(file.path,
                "a sync program made this copy when two sides had changed, and it is not read",
                "Move over what the file it is a copy of lacks, then remove it.");
}

Finding pending(const FileStatus& file, Month month) {
  const std::string own = month_file_name(month);
  return odd_in(file.path, "this waits to be folded into " + own + "; its entries are read",
                "Once " + own + " is whole, move its entries there and remove it.");
}

Finding hard_linked(const FileStatus& file) {
  return odd_in(file.path,
                "this file has other names too (hard links), which keep the old text at a change",
                "A copy of it in its place would have one name.");
}

Finding stranger(const FileStatus& file) {
  const std::string noun{noun_of(file)};
  return odd_in(file.path, "this " + noun + " is not part of the journal and is not read",
                "Entries are read from files named like 2026-11.toml alone.");
}

// Copies, memories and locks of vim, emacs, nano and their like: `note.txt~`, `.note.txt.swp`,
// `.note.txt.un~`, `#note.txt#`, `.#note.txt`.
bool is_of_editor(std::string_view name) {
  const auto dot = name.rfind('.');
  const auto ending = dot == std::string_view::npos ? std::string_view{} : name.substr(dot);
  const bool is_swap_file = name.starts_with('.') && ending.size() == 4 && ending.starts_with(".sw");
  const bool is_of_emacs = (name.starts_with('#') && name.ends_with('#')) || name.starts_with(".#");
  return name.ends_with('~') || is_swap_file || is_of_emacs || ending == ".save" || ending == ".bak";
}

Finding of_editor(const FileStatus& file) {
  return odd_in(file.path, "an editor left this behind; it can hold what you wrote",
                "If that editor is closed, check whether you need the file, then delete it.");
}

std::optional<Finding> check_journal_file(const FileStatus& file) {
  const std::string_view name = name_of(file);
  if (is_leftover(name)) return leftover(file);
  if (is_conflict_copy(name)) return conflict_copy(file);
  if (const auto month = parse_month_file_name(name)) {
    if (month->is_pending) return pending(file, month->month);
    if (file.is_hard_linked) return hard_linked(file);
  }
  const bool is_at_home = is_of_journal(file) || std::ranges::find(tolerated_names, name) !=
                                                     tolerated_names.end();
  return is_at_home ? std::nullopt : std::optional{stranger(file)};
}

std::string octal(mode_t mode) {
  std::array<char, 8> digits{};
  std::snprintf(digits.data(), digits.size(), "%04o", static_cast<unsigned>(mode & 07777U));
  return digits.data();
}

std::optional<Finding> check_access(const FileStatus& file) {
  // Some editors lock a file with a link that says who they are.
  if (file.type == FileType::nowhere && is_of_editor(name_of(file))) return std::nullopt;
  if (file.type == FileType::nowhere) {
    Finding finding =
        odd_in(file.path, "this link leads nowhere", "Give it a target again, or remove it.");
    finding.gravity = Gravity::unreadable;
    return finding;
  }
  const std::string noun{noun_of(file)};
  if (!file.is_own) {
    return odd_in(file.path, "this " + noun + " belongs to another user",
                  "With chown it is yours again.");
  }
  if ((file.mode & 077U) == 0) return std::nullopt;
  const std::string private_mode = file.type == FileType::folder ? "700" : "600";
  return odd_in(file.path, "others on this machine are let in here (mode " + octal(file.mode) + ")",
                "chmod " + private_mode + " keeps this " + noun + " to you.");
}

}  // namespace

bool is_of_journal(const FileStatus& file) {
  const std::string_view name = name_of(file);
  return name == settings_name || parse_month_file_name(name);
}

std::vector<Finding> check_journal_files(std::span<const FileStatus> files) {
  std::vector<Finding> findings;
  for (const FileStatus& file : files) {
    if (auto finding = check_journal_file(file)) findings.push_back(*std::move(finding));
  }
  return findings;
}

std::vector<Finding> check_privacy(std::span<const FileStatus> files) {
  std::vector<Finding> findings;
  for (const FileStatus& file : files) {
    if (auto finding = check_access(file)) findings.push_back(*std::move(finding));
  }
  return findings;
}

std::vector<Finding> check_leftovers(std::span<const FileStatus> files) {
  std::vector<Finding> findings;
  for (const FileStatus& file : files) {
    if (is_leftover(name_of(file))) findings.push_back(leftover(file));
  }
  return findings;
}

std::string editor_file_ending(std::string_view text) {
  std::array<char, 24> ending{};
  std::snprintf(ending.data(), ending.size(), ".%016llx.txt",
                static_cast<unsigned long long>(stable_hash(text)));
  return ending.data();
}

bool is_untouched(std::string_view path, std::string_view bytes) {
  return path.ends_with(editor_file_ending(bytes));
}

Finding untouched_file(const std::string& path) {
  return odd_in(path, "an editor was opened on this file, and nothing was changed in it",
                "If that editor is closed, delete the file.");
}

std::vector<Finding> check_waiting_words(std::span<const FileStatus> files) {
  std::vector<Finding> findings;
  for (const FileStatus& file : files) {
    if (is_of_editor(name_of(file)) && file.type != FileType::folder) {
      findings.push_back(of_editor(file));
      continue;
    }
    if (file.type != FileType::file || is_leftover(name_of(file))) continue;
    findings.push_back(odd_in(file.path, "words that were not saved wait here",
                              "Move them into the month they belong to, then remove this file."));
  }
  return findings;
}

}  // namespace mend
