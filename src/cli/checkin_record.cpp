// SPDX-License-Identifier: MIT
#include "mend/cli/checkin_record.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/recording.hpp"
#include "mend/report/phrases.hpp"
#include "mend/text/display.hpp"

#include <algorithm>
#include <array>

namespace mend {
namespace {

constexpr std::string_view command_name = "checkin";

struct Counted {
  std::string_view one;  // the kind of an entry, or what was noted
  std::string_view several;
};

constexpr std::array<Counted, 6> counted_things = {{{"action", "actions"},
                                                    {"note", "notes"},
                                                    {"setback", "setbacks"},
                                                    {"promise", "promises"},
                                                    {"new time", "new times"},
                                                    {"return", "returns"}}};

}  // namespace

void CheckinRecord::begin(Attributes head) {
  drop_head();
  entries_.push_back(std::move(head));
  is_head_ = true;
}

void CheckinRecord::add(std::string_view key, Value value) {
  entries_.back().push_back({std::string{key}, std::move(value)});
  if (is_head_) {
    save();
  } else if (!context_.is_dry_run()) {
    write_more(entries_.back().back());
  }
}

void CheckinRecord::save() {
  if (!is_head_) return;
  const Attributes& entry = entries_.back();
  if (context_.is_dry_run()) {
    is_head_ = false;
    return;
  }
  const Saved saved = save_entries(context_, std::string{command_name}, day_, {entry},
                                    Typed::elsewhere);
  is_head_ = false;  // what could not be saved does not count
  const auto found = std::ranges::find(saved.content.entries, text_of(entry, "id"), &Entry::id);
  newest_ = {saved.file, found == saved.content.entries.end() ? 0 : found->place.index, entry};
}

void CheckinRecord::save_all(std::vector<Attributes> entries) {
  drop_head();
  if (!context_.is_dry_run()) {
    save_entries(context_, std::string{command_name}, day_, entries);
  }
  for (Attributes& entry : entries) entries_.push_back(std::move(entry));
}

void CheckinRecord::write_more(const Attribute& attribute) {
  const Attributes& entry = entries_.back();
  context_.hold({entry}, Typed::elsewhere);
  JournalWriter writer{context_.place(), context_.paths().undo(context_.journal()),
                       std::chrono::seconds{context_.config().lock_timeout}};
  const auto warnings = writer.write_on(std::string{command_name}, newest_,
                                        {{attribute.key, attribute.value}}, month_of(day_));
  if (!warnings) stop_unchanged(warnings.error());
  context_.note_saved();
  for (const Diagnostic& warning : *warnings) context_.warn(warning);
  newest_.attributes = entry;
}

void CheckinRecord::drop_head() {
  if (is_head_) entries_.pop_back();
  is_head_ = false;
}

void CheckinRecord::print_ending() {
  drop_head();
  if (context_.is_dry_run() && !entries_.empty()) {
    print_dry_run(context_, day_, entries_);
    return;
  }
  if (context_.is_quiet()) return;
  std::string counts;
  for (const Counted& counted : counted_things) {
    const auto count =
        std::ranges::count(noted_, counted.one) +
        std::ranges::count_if(entries_, [&](const Attributes& entry) {
          return text_of(entry, "kind") == counted.one;
        });
    if (count == 0) continue;
    counts += (counts.empty() ? "saved: " : ", ") +
              quantity(static_cast<int>(count), counted.one, counted.several);
  }
  if (counts.empty()) counts = "Nothing was written.";
  for (const std::string& line : wrapped(counts, context_.style_for_lines().width)) {
    context_.print(line + "\n");
  }
}

}  // namespace mend
