// SPDX-License-Identifier: MIT
#include "mend/cli/checkup.hpp"

#include "mend/report/checks.hpp"
#include "mend/store/file_checks.hpp"
#include "mend/store/journal_state.hpp"
#include "mend/store/text_checks.hpp"
#include "mend/store/undo_log.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"

#include <algorithm>
#include <iterator>

namespace mend {
namespace {

// Collects what the checks find.
class Collector {
 public:
  explicit Collector(const Context& context) : context_(context) {}

  Checkup run() {
    check_zone();
    check_config();
    check_state();
    check_journal_folder();
    check_settings();
    check_records();
    std::ranges::stable_sort(findings_, found_before);
    return {std::move(findings_), !entries_.empty()};
  }

 private:
  void add(std::vector<Finding> findings) {
    std::ranges::move(findings, std::back_inserter(findings_));
  }

  // What `look` returns, or nothing and a finding.
  template <typename Look>
  auto try_to(const std::string& path, Look look) -> decltype(look(path)) {
    try {
      return look(path);
    } catch (const SystemError& error) {
      if (error.failure() == Failure::interrupted) throw;
      findings_.push_back(unreadable(path, error.what()));
      findings_.back().diagnostic.hint = error.hint();
      return {};
    }
  }

  std::optional<FileContent> read(const std::string& path) {
    // A link that leads nowhere has been told as what it is.
    const auto status = try_to(path, look_at);
    if (!status || status->type == FileType::nowhere) return std::nullopt;
    return try_to(path, read_file);
  }

  std::vector<FileStatus> look_at_all(const std::vector<std::string>& paths) {
    std::vector<FileStatus> files;
    for (const std::string& path : paths) {
      if (auto file = try_to(path, look_at)) files.push_back(*std::move(file));
    }
    return files;
  }

  // A folder of mend's own with everything below it; links to folders are not followed.
  void look_below(const std::string& folder, std::vector<FileStatus>& files) {
    for (FileStatus& file : try_to(folder, look_into)) {
      files.push_back(file);
      if (file.type == FileType::folder && !file.is_link) look_below(file.path, files);
    }
  }

  void check_zone() {
    const std::string& warning = context_.environment().zone_warning;
    if (!warning.empty()) findings_.push_back(odd_in({}, warning));
  }

  void check_config() {
    const std::string& path = context_.paths().config_file;
    const std::string folder = path.substr(0, path.rfind('/'));
    add(check_privacy(look_at_all({folder, path})));
    add(check_leftovers(try_to(folder, look_into)));
    const auto file = read(path);
    if (file) add(check_damage(file->bytes, path, read_config(file->bytes, path).problems));
  }

  void check_state() {
    const std::string& folder = context_.paths().state;
    std::vector<FileStatus> files = look_at_all({folder});
    look_below(folder, files);
    add(check_privacy(files));
    add(check_leftovers(files));
    const std::string notes = folder + "/undo/";
    const std::string marks = context_.paths().marks() + "/";
    std::erase_if(files, [&](const FileStatus& file) {
      return file.path.starts_with(notes) || file.path.starts_with(marks);
    });
    std::erase_if(files, [this](const FileStatus& file) { return is_found_untouched(file); });
    add(check_waiting_words(files));
    check_undo_notes();
  }

  bool is_found_untouched(const FileStatus& file) {
    if (file.type != FileType::file || !file.path.starts_with(context_.paths().editor() + "/")) return false;
    const auto content = read(file.path);
    if (!content || !is_untouched(file.path, content->bytes)) return false;
    findings_.push_back(untouched_file(file.path));
    return true;
  }

  void check_undo_notes() {
    const JournalState state{context_.paths().undo(context_.journal()), context_.journal_folder()};
    for (const FileStatus& note : try_to(state.folder(), look_into)) {
      if (!UndoLog::is_note(note.path.substr(state.folder().size() + 1))) continue;
      const auto file = read(note.path);
      if (!file) continue;
      if (auto finding = check_undo_note(file->bytes, note.path)) {
        findings_.push_back(*std::move(finding));
      }
    }
  }

  void check_journal_folder() {
    const std::string folder = context_.journal_folder();
    add(check_privacy(look_at_all({context_.paths().data, folder})));
    std::vector<FileStatus> files = try_to(folder, [this](const std::string& path) {
      list_journal(context_.place());
      return look_into(path);
    });
    add(check_journal_files(files));
    std::erase_if(files, [](const FileStatus& file) { return !is_of_journal(file); });
    add(check_privacy(files));
    for (const FileStatus& file : files) names_.push_back(file.path.substr(folder.size() + 1));
  }

  void check_settings() {
    const std::string path = context_.journal_folder() + "/journal.toml";
    const auto file = read(path);
    if (!file) return;
    auto result = read_journal_settings(file->bytes, path);
    settings_ = std::move(result.settings);
    add(check_damage(file->bytes, path, result.problems));
    add(check_own_actions(settings_, path));
  }

  void read_month(const std::string& path, Month month) {
    auto file = read(path);
    if (!file) return;
    const MonthDocument document{std::move(file->bytes), path};
    MonthContent content = document.content(all_words);
    add(check_damage(document.bytes(), path, content.damage));
    add(check_foreign_tables(document.bytes(), path, content.damage));
    for (Entry& entry : content.entries) entry.place.file = files_.size();
    files_.push_back({path, month});
    std::ranges::move(content.entries, std::back_inserter(entries_));
  }

  void check_records() {
    const std::string folder = context_.journal_folder();
    for (const std::string& name : month_files_among(names_)) {
      read_month(folder + "/" + name, parse_month_file_name(name)->month);
    }
    std::vector<Entry> counting;
    for (const std::size_t index : counted(entries_)) counting.push_back(entries_[index]);
    const Records records{entries_,
                          counting,
                          files_,
                          settings_,
                          {current_day(context_.now(), settings_),
                           context_.now().instant,
                           {*context_.environment().zone, settings_.day_start}}};
    for (const auto check :
         {check_entries, check_values, check_ids, check_events, check_references}) {
      add(check(records));
    }
  }

  const Context& context_;
  std::vector<Finding> findings_;
  std::vector<std::string> names_;  // in the journal's folder
  JournalSettings settings_;
  std::vector<RecordFile> files_;
  std::vector<Entry> entries_;
};

}  // namespace

Checkup check_up(const Context& context) { return Collector{context}.run(); }

}  // namespace mend
