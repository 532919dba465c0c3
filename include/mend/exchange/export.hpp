// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/attributes.hpp"
#include "mend/domain/entry.hpp"
#include "mend/domain/settings.hpp"
#include "mend/report/audience.hpp"
#include "mend/report/json.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

struct PartnerShare;

enum class ExportFormat { json, csv, toml, markdown, ics };

inline constexpr std::array<std::string_view, 5> export_format_words = {"json", "csv", "toml",
                                                                        "markdown", "ics"};

std::optional<ExportFormat> export_format_from_word(std::string_view word);

// A format whose entries can be written one by one: what comes before them, between them and after.
struct Frame {
  std::string begin;
  std::string_view between;
  std::string end;
};

// The whole of it, importable. `settings` are those of journal.toml and stand in it unless empty.
Frame json_frame(const Attributes& settings, Audience audience);
std::string json_entry(const Attributes& entry);

Frame toml_frame(const Attributes& settings, Audience audience);
std::string toml_entry(const Attributes& entry);

// What `import` answers with.
std::string import_json(std::span<const Attributes> entries, std::span<const Attributes> actions,
                        std::size_t already, Discretion discretion, bool is_dry_run);

// A journal.toml with these settings.
std::string settings_file_text(const Attributes& settings);

// Settings in an order that does not depend on how a file was written: plain values before tables.
Attributes ordered_settings(const Attributes& settings);

// Entries to show, as they may be shown, with all that is known of them.
struct ExportedEntry {
  const Entry* entry = nullptr;
  Attributes shown;
};

struct ExportSource {
  std::span<const ExportedEntry> entries;  // in the order of `list`
  std::span<const Entry> history;          // of the whole journal: what became of promises and spaces
  const JournalSettings& settings;
  Audience audience = Audience::me;
  Day today;
  DayClock clock;
};

// For spreadsheets: the columns of every entry, then one for each other key that occurs.
std::string csv_export(const ExportSource& source);

// A journal to read, day by day.
std::string markdown_export(const ExportSource& source);

// Promises when they are due, and spaces when they end, for a calendar (RFC 5545).
std::string ics_export(const ExportSource& source);

// The same formats for a partner.
std::string partner_toml(const PartnerShare& share);
std::string partner_export_csv(const PartnerShare& share);
std::string partner_ics(const PartnerShare& share);

}  // namespace mend
