// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/finding.hpp"
#include "mend/system/file_status.hpp"

#include <span>
#include <vector>

namespace mend {

// What people keep beside their records on purpose: what git and Syncthing need, a README.
bool is_tolerated(const FileStatus& file);

// What stands in a journal's folder and is neither a month nor its settings: copies that sync
// programs made, entries that wait beside a month, leftovers, strangers; and months with more names.
std::vector<Finding> check_journal_files(std::span<const FileStatus> files);

// Links that lead nowhere, owners, and modes that let others in.
std::vector<Finding> check_privacy(std::span<const FileStatus> files);

// What an interrupted write left in folders of mend's own.
std::vector<Finding> check_leftovers(std::span<const FileStatus> files);

// Files of words that were not saved: those of recovery, and what an editor left.
std::vector<Finding> check_waiting_words(std::span<const FileStatus> files);

}  // namespace mend
