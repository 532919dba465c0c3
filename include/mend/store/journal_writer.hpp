// SPDX-License-Identifier: MIT
#pragma once

#include "mend/domain/settings.hpp"
#include "mend/store/entry_editor.hpp"
#include "mend/store/journal_place.hpp"
#include "mend/store/month_document.hpp"
#include "mend/store/undo_log.hpp"
#include "mend/system/files.hpp"
#include "mend/system/lock.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mend {

enum class Run { for_real, dry };
enum class Noting { on, off };  // for undo

// A file as it is after a change, and what to tell about it.
struct Saved {
  std::string file;      // name in the journal's folder
  MonthContent content;  // without keys
  std::vector<Diagnostic> warnings;
};

// An entry as it was seen: which file it stands in, and all it says.
struct SeenEntry {
  std::string file;
  std::size_t index = 0;
  Attributes attributes;
};

// What an undo or redo did: entries that are gone now, and entries that stand there now; own actions
// as they were and as they are.
struct Replayed {
  std::string command;
  std::vector<Attributes> gone;
  std::vector<Attributes> here;
  std::vector<OwnAction> gone_actions = {};
  std::vector<OwnAction> here_actions = {};
  std::vector<Diagnostic> warnings = {};
  bool has_settings = false;    // those of journal.toml changed too
  bool was_already_so = false;  // somebody else had done it; the change is passed over
};

// The whole text of journal.toml as it is to be, from the text it has.
using RewriteSettings = std::function<Result<std::string>(const std::string& before)>;

// Changes one journal. Holds its lock, so make one, use it and let go. Every change is prepared,
// parsed again and compared before one rename makes it true; it is durable when the call returns.
// Members throw SystemError when the disk or another process is in the way, or a newer mend wrote the
// file (newer_format), which is left as it is then, and with it what would stand beside it.
class JournalWriter {
 public:
  // Makes the folder of a journal that is yet to begin. `state_base` is the state folder of all journals
  // of that name (see JournalState). Throws as `list_journal` does, and when a newer mend wrote
  // `journal.toml`.
  JournalWriter(JournalPlace place, const std::string& state_base, std::chrono::seconds patience);

  // Throws what a write to that month would throw for want of the journal, or because of a newer format,
  // and makes nothing.
  static void require_writable(const JournalPlace& place, Month month);

  // Adds entries, each with an id, to one month. Beside a month that cannot be changed they go to a
  // pending file of their own, with a warning.
  Saved add(const std::string& command, Month month, const std::vector<Attributes>& entries);

  // Adds own actions, and entries to the months of their days, all as one change, in which settings
  // may be rewritten too: each file is written once, whole or not at all. The diagnostic says which
  // file cannot be changed; then none is, nor is any once an interrupt has come. A dry run only finds
  // that out.
  Result<std::vector<Diagnostic>> add_all(const std::string& command,
                                          const std::vector<Attributes>& actions,
                                          const std::map<Month, std::vector<Attributes>>& months,
                                          Run run = Run::for_real,
                                          const RewriteSettings& rewrite_settings = {});

  // Removes entries, and what copies there are of them by id. The diagnostic says which one is no
  // longer as it was seen, or stands in a damaged file; then nothing is changed. A dry run only
  // finds that out.
  Result<std::vector<Diagnostic>> remove(const std::string& command,
                                         const std::vector<SeenEntry>& entries,
                                         Run run = Run::for_real);

  // The same for good: what `undo` has of these entries goes first, so that who is interrupted in
  // between can still name them. So goes what it has of entries with those ids, which are in no file.
  Result<std::vector<Diagnostic>> forget(const std::vector<SeenEntry>& entries,
                                         Run run = Run::for_real,
                                         const std::vector<std::string>& removed_before = {});

  // Changes keys of an entry where it stands, in the month of `month` from now on: if that is
  // another one, the new month is written first, so that a crash leaves the entry twice and never
  // nowhere. The diagnostic and a dry run are as for `remove`.
  Result<std::vector<Diagnostic>> edit(const std::string& command, const SeenEntry& entry,
                                       const std::vector<KeyChange>& changes, Month month,
                                       Run run = Run::for_real);

  // The same for an entry that is written bit by bit: `undo` takes all of that back at once.
  Result<std::vector<Diagnostic>> write_on(const std::string& command, const SeenEntry& entry,
                                           const std::vector<KeyChange>& changes, Month month);

  // Changes the [[action]] tables of `journal.toml` as `make_edit` says once it has seen the file. The
  // diagnostic is the one of `make_edit`.
  Result<std::vector<Diagnostic>> change_actions(
      const std::string& command, const std::function<Result<Edit>(const std::string&)>& make_edit);

  // Takes back the newest change, with those it goes on with, or makes the last one that was taken back again, after looking
  // whether what it would replace is still what stands there. The diagnostic says what was found.
  Result<Replayed> undo(Run run);
  Result<Replayed> redo(Run run);

  // Notes that the last undo or redo could not go by, to be told whatever came of it.
  const std::vector<Diagnostic>& passed_over() const { return passed_over_; }

 private:
  enum class Way { back, forth };

  // One file on its way from what it was to what it will be.
  struct Draft {
    std::string name;
    std::optional<FileContent> read;
    MonthDocument document;
    bool is_changed = false;  // told by those who may find nothing to do
  };

  std::string path_of(const std::string& name) const { return folder_ + "/" + name; }
  static bool is_to_be_removed(const Draft& draft);
  bool leaves_nothing(const std::vector<Draft>& drafts) const;
  Draft open_draft(const std::string& name) const;
  static std::vector<Draft> alone(Draft draft);
  Draft& find_or_open(std::vector<Draft>& drafts, const std::string& name) const;
  std::vector<SeenEntry> with_copies(std::vector<SeenEntry> entries) const;
  std::optional<Saved> try_add(const std::string& command, Month month,
                               const std::vector<Attributes>& entries);
  Saved add_pending(const std::string& command, Month month,
                    const std::vector<Attributes>& entries, const Diagnostic& reason);
  Result<std::vector<Draft>> draft_additions(
      const std::vector<Attributes>& actions,
      const std::map<Month, std::vector<Attributes>>& months,
      const RewriteSettings& rewrite_settings, Change& change);
  Result<std::vector<Draft>> draft_removal(const std::vector<SeenEntry>& entries, Change& change);
  Result<std::vector<Draft>> draft_edit(const SeenEntry& seen,
                                        const std::vector<KeyChange>& changes, Month month,
                                        Change& change);
  Result<std::vector<Diagnostic>> commit_change(
      const std::string& command, Run run, Noting noting,
      const std::function<Result<std::vector<Draft>>(Change&)>& make_drafts);
  Result<std::vector<Draft>> draft_replay(const std::vector<Edit>& edits, Replayed& replayed);
  bool is_vouched_for(const Change& change) const;
  bool came_about(const std::string& name);
  std::vector<std::string> redoable();
  Result<Replayed> replay_first(const std::vector<std::string>& names, Run run, Way way);
  std::vector<std::string> join(Change& change, std::span<const std::string> names, Way way) const;
  Result<Replayed> replay(const Change& change, const std::vector<std::string>& names, Run run,
                          Way way, bool& was_already_so);

  // Writes one file after the other. False, with nothing changed, when somebody saved the first of
  // them meanwhile. A later one is drafted again by those of `edits` that it needs; if that fails or
  // it cannot be written, the SystemError is in_part, and the note is kept.
  bool commit(std::vector<Draft> drafts, const std::vector<Edit>& edits,
              std::vector<Diagnostic>& warnings, UndoNote* note);
  bool write_all(std::vector<Draft> drafts, const std::vector<Edit>& edits,
                 std::vector<Diagnostic>& warnings, UndoNote* note);
  bool write_what_is_left(std::vector<Draft> drafts, std::vector<Edit>& left,
                          std::vector<Diagnostic>& warnings, UndoNote* note);
  bool write(const Draft& draft, std::vector<Edit>& left, std::vector<Diagnostic>& warnings,
             UndoNote* note);
  bool put_in_place(const Draft& draft, std::vector<Diagnostic>& warnings);

  JournalPlace place_;
  std::string folder_;
  FolderLock lock_;
  UndoLog undo_log_;
  std::vector<Diagnostic> passed_over_;
};

}  // namespace mend
