// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/arguments.hpp"
#include "mend/cli/unsaved_words.hpp"
#include "mend/cli/wrapped_dialogue.hpp"
#include "mend/report/json.hpp"
#include "mend/store/history.hpp"
#include "mend/store/paths.hpp"
#include "mend/store/settings_file.hpp"
#include "mend/system/environment.hpp"
#include "mend/text/style.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mend {

// Where the variables say that everything lies.
Result<Paths> find_paths(const Environment& environment);

// What a command works with: the environment, the options that hold for all commands, the settings,
// and the texts it answers with. Nothing is read before it is asked for.
class Context {
 public:
  // Reads `config.toml`. Throws Stop (usage) for values of options or variables it cannot take.
  Context(const Environment& environment, const Arguments& arguments);

  const Environment& environment() const { return environment_; }
  // Throws Stop (usage) when the variables do not say where the files are.
  const Paths& paths() const;
  const Config& config() const { return config_; }
  const Style& style() const { return style_; }

  // For lines of what people wrote: a pipe gets them whole, as what is cut off or wrapped there
  // cannot be searched.
  Style style_for_lines() const;
  Timestamp now() const { return now_; }

  // Does a person sit at standard input and output, who may be asked?
  bool is_interactive() const;

  // In lines that fit the terminal. Null when nobody may be asked, or when the answer is to be JSON.
  Dialogue* dialogue();

  bool is_json() const { return is_json_; }
  bool is_dry_run() const { return is_dry_run_; }
  Discretion discretion() const { return discretion_; }

  const std::string& journal() const { return journal_; }
  std::string journal_folder() const { return paths().journal(journal_); }
  std::string journal_settings_file() const { return journal_folder() + "/journal.toml"; }

  // The folder of this journal or another, and what is remembered of it.
  JournalPlace place() const { return place(journal_); }
  JournalPlace place(const std::string& journal) const;

  // Throws Stop (usage) when there is no such journal; `main` need not exist. Throws SystemError (io) when
  // another one is missing rather than unknown, as `list_journal` does.
  void require_journal() const;

  // For a command that makes an entry: a journal that cannot be read or is missing is refused where the
  // entry is saved, so that the whole of it can be kept. Until then the settings are the defaults.
  void put_off_missing_journal() { is_missing_put_off_ = true; }

  // Throws what was put off: before somebody types, or when the settings are needed after all.
  void require_readable_journal() const;

  // For who shows something all the same: a journal that cannot be read or is missing is told, and makes
  // the exit code.
  void note_missing_journal(const std::string& journal);

  // `journal.toml` of this journal, or the defaults. Throws SystemError as `list_journal` does.
  const JournalSettings& settings();
  Day today();
  Moment moment() { return {today(), now_.instant, clock()}; }
  LocalDay local_day() { return {today(), *environment_.zone}; }
  DayClock clock() { return {*environment_.zone, settings().day_start}; }

  // The journal's history. What is damaged in it is told, and becomes the exit code of a reader.
  History history(const WantsWords& wants_words, std::map<std::string, MonthContent> known = {});

  // The same as texts in their order, without holding more of the journal than a month.
  std::vector<std::string> rendered_history(const WantsWords& wants_words,
                                            const RenderEntry& render);

  // The text with `...` for the names of journals in its paths, where someone may look on.
  std::string with_discreet_paths(std::string text) const;

  void print(std::string_view text) { out_ += text; }
  // The same for a text too large to have twice.
  void print_large(std::string text) {
    if (out_.empty()) {
      out_ = std::move(text);
    } else {
      print(text);
    }
  }
  // What was printed so far, for a command that shows it before it ends.
  std::string take_printed() { return std::exchange(out_, {}); }
  void hint(std::string_view text);  // unless --quiet
  void warn(std::string_view text);
  void warn(const Diagnostic& diagnostic);
  void warn_raw(std::string_view harmless_text) { err_ += harmless_text; }

  // Damage is told, and becomes the exit code of a command that only reads.
  void note_damage(const std::vector<Diagnostic>& problems);

  // Forgets what was told of damage so far, for a command that tells all of it itself, or is about
  // to change the file.
  void retract_warnings();

  // The id of the next entry that is made: what an editor's file was named after, or a new one.
  void reserve_entry_id(std::string id) { reserved_id_ = std::move(id); }
  std::string take_entry_id();

  // From here on the records are changed: damage elsewhere is no failure, and an answer that cannot
  // be shown must not look like a save that failed.
  void note_saved() {
    is_saved_ = true;
    unsaved_.let_go();
  }
  // These are about to be saved. A failure before `note_saved` must not sound as if they had been, and
  // `run_mend` then keeps their words.
  void hold(std::vector<Attributes> entries, Typed typed) {
    is_saved_ = false;
    unsaved_.hold(std::move(entries), typed);
  }
  UnsavedWords& unsaved() { return unsaved_; }
  bool is_saved() const { return is_saved_ && !is_dry_run_; }
  bool is_quiet() const { return is_quiet_; }

  // Was there a file that could not be read whole?
  bool has_missed_something() const { return has_damage_ || has_unread_; }

  // The exit code of a command that would end with `code`, were all files whole.
  int exit_code(int code) const;

  const std::string& out() const { return out_; }
  std::string take_out() { return std::move(out_); }
  const std::string& err() const { return err_; }

 private:
  void read_config_file();
  void require_readable_folder() const;
  bool is_missing_now() const;
  std::string folder_name(const std::string& journal) const;
  void choose_journal(const Arguments& arguments);
  void choose_style(const Arguments& arguments);
  void note_unread(const std::vector<Diagnostic>& damage, const std::vector<std::string>& unread);

  const Environment& environment_;
  Result<Paths> paths_;
  Config config_;
  Style style_;
  Timestamp now_;
  std::string journal_;
  bool may_ask_ = true;
  bool is_json_ = false;
  bool is_quiet_ = false;
  bool is_dry_run_ = false;
  bool is_saved_ = false;
  UnsavedWords unsaved_;
  bool has_damage_ = false;
  bool has_unread_ = false;
  Discretion discretion_ = Discretion::off;
  bool is_missing_put_off_ = false;
  std::string reserved_id_;
  std::optional<JournalSettings> settings_;
  std::optional<WrappedDialogue> dialogue_;
  std::string out_;
  std::string err_;
};

// "mend: FILE:LINE:COLUMN: what" and the hint below it, made harmless.
std::string message(const Diagnostic& diagnostic);

}  // namespace mend
