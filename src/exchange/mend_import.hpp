// SPDX-License-Identifier: MIT
#pragma once

#include "mend/exchange/import.hpp"

namespace mend {

// What the readers of mend's own exports have in common.

// What journal.toml could not be read with: settings and own actions of JSON, whose places are those
// of its objects.
std::vector<Diagnostic> check_settings(const Attributes& settings, const RowPlace& place,
                                       const std::vector<RowPlace>& action_places);

// Own actions with the key of a built-in one.
std::vector<Diagnostic> check_action_keys(const JournalSettings& settings, const std::string& file);

Diagnostic at_place(std::string what, const RowPlace& place, std::string hint = {});

}  // namespace mend
