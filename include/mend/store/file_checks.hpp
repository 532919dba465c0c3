// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/finding.hpp"
#include "mend/system/file_status.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

// Is this, by its name, a file of records or the settings of a journal?
bool is_of_journal(const FileStatus& file);

// What else stands in a journal's folder: copies that sync programs made, leftovers, strangers; and
// of the records those that wait beside a month or have several names. What git and Syncthing keep
// there for themselves, and a README, are no strangers.
std::vector<Finding> check_journal_files(std::span<const FileStatus> files);

// Of files and folders that mend reads: links that lead nowhere, owners, modes that let others in.
std::vector<Finding> check_privacy(std::span<const FileStatus> files);

// What an interrupted write left in folders of mend's own.
std::vector<Finding> check_leftovers(std::span<const FileStatus> files);

// How the name of a file ends that an editor is opened on with that text, so that later the file itself
// says whether anything was changed in it: ".4f1c09d2b7a35e68.txt".
std::string editor_file_ending(std::string_view text);

// Is this a file that an editor was opened on, with nothing changed in it?
bool is_untouched(std::string_view path, std::string_view bytes);

// It holds nothing of anyone's, or only what was there before.
Finding untouched_file(const std::string& path);

// Files of words that were not saved: those of recovery, and what an editor left.
std::vector<Finding> check_waiting_words(std::span<const FileStatus> files);

}  // namespace mend
