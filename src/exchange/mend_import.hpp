// SPDX-License-Identifier: MIT
#pragma once

#include "mend/exchange/import.hpp"

namespace mend {

// What the readers of mend's own exports have in common.

// Settings whose dates came as texts, as they are spelled in journal.toml.
Attributes settings_with_dates(Attributes settings);

// "this was made for a partner ...", for the remarks.
std::string shared_remark(std::string_view audience);

// What journal.toml could not be read with: settings and own actions of JSON, whose places are those
// of its objects.
std::vector<Diagnostic> check_settings(const Attributes& settings, const RowPlace& place,
                                       const std::vector<RowPlace>& action_places);

// Own actions with the key of a built-in one.
std::vector<Diagnostic> check_action_keys(const JournalSettings& settings, const std::string& file);

Diagnostic at_place(std::string what, const RowPlace& place, std::string hint = {});

}  // namespace mend
