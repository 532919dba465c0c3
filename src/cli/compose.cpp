// SPDX-License-Identifier: MIT
#include "mend/cli/compose.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/questions.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/store/file_checks.hpp"
#include "mend/store/journal_writer.hpp"
#include "mend/system/editor.hpp"
#include "mend/system/entry_id.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/text/fold.hpp"
#include "mend/text/trimmed.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>
#include <chrono>

namespace mend {
namespace {

// Nobody reads a template and decides against it sooner.
constexpr std::chrono::seconds shortest_editing{1};

bool is_for(Who who, Who role) { return who == Who::both || role == Who::both || who == role; }

constexpr int most_of_one_entry = 100;

// Named after the entry up to its first dot, and so is what an editor leaves beside it: who forgets the
// entry finds both.
std::string make_file(const Context& context, const std::string& id, const std::string& text) {
  const std::string folder = context.paths().editor();
  make_folders(folder);
  std::string path;
  for (int number = 1; number <= most_of_one_entry; ++number) {
    path = folder + "/" + id + (number > 1 ? "." + std::to_string(number) : "") + editor_file_ending(text);
    if (create_file(path, text, Durability::fast)) return path;
  }
  throw_system_error(Failure::io, "create", path, EEXIST);
}

FileContent read_back(const std::string& path) {
  auto file = read_file(path);
  if (!file) throw SystemError(Failure::io, "the editor left no file at " + path + ", so nothing was saved");
  return *std::move(file);
}

void remove_quietly(const std::string& path) {
  if (const auto file = read_file(path)) static_cast<void>(remove_file(*file));
}

void refuse_unknown_fields(const EntryTemplate& content, const Composition& composition) {
  std::vector<std::string_view> names;
  for (const FieldContent& field : content.fields) names.push_back(field.name);
  for (const auto& [name, value] : composition.fields) {
    if (std::ranges::find(names, name) != names.end()) continue;
    stop_usage("there is no field '" + name + "' here",
               did_you_mean(name, names) + " To keep that line as text, put a space before >>>.");
  }
}

void require_utf8(std::string_view text) {
  if (const auto offset = first_invalid_byte(text)) {
    stop_usage("byte " + std::to_string(*offset + 1) + " is not UTF-8", "Texts have to be UTF-8.");
  }
}

bool wants_another_try(Context& context, const Stop& stopped) {
  Dialogue* const dialogue = context.dialogue();
  if (dialogue == nullptr) return false;
  Questions{context, *dialogue}.say_why(stopped.diagnostic());
  while (const auto answer = dialogue->ask("Open the editor again, with everything as you wrote it? (y/n) > ")) {
    const std::string word = fold(trimmed(*answer));
    if (word == "y" || word == "yes") return true;
    if (word == "n" || word == "no") return false;
  }
  return false;
}

// One editing of a template in a file of its own.
class Editing {
 public:
  Editing(Context& context, const EntryTemplate& content, Words words)
      : context_(context),
        content_(content),
        words_(words),
        initial_(write_template(content)),
        unchanged_(read_template(content, initial_)),
        id_(content.id.empty() ? make_entry_id() : content.id),
        path_(make_file(context, id_, initial_)) {
    context_.unsaved().hold_file(path_);
  }

  // Opens the editor until `save` takes what comes back, or nobody wants to try again.
  void run(const std::function<void(const Composition&)>& save) {
    while (true) {
      const std::string text = edited();
      if (content_.id.empty()) context_.reserve_entry_id(id_);
      try {
        require_utf8(text);
        const Composition composition = read_template(content_, text);
        refuse_unknown_fields(content_, composition);
        save(composition);
        remove_quietly(path_);
        return;
      } catch (const Stop& stopped) {
        if (stopped.code() != exit_usage || !wants_another_try(context_, stopped)) throw;
      }
    }
  }

 private:
  // What the file holds once the editor has ended. Throws Stop when there is nothing to save.
  std::string edited() {
    const auto begin = std::chrono::steady_clock::now();
    const int code = run_editor(editor_command(context_), path_);
    const bool was_short = std::chrono::steady_clock::now() - begin < shortest_editing;
    std::string text = read_back(path_).bytes;
    const Composition composition = read_template(content_, text);
    const bool is_unchanged = composition == unchanged_;
    const bool is_nothing = is_unchanged ? words_ != Words::changed : composition.is_empty();
    if (code == 0 && !is_nothing) return text;
    if (code == 0 && was_short && text == initial_) stop_unseen();
    const bool is_kept = !composition.is_empty() && !(is_unchanged && words_ == Words::saved);
    if (!is_kept) remove_quietly(path_);
    context_.unsaved().let_go();
    const std::string what =
        code != 0      ? "the editor ended with exit code " + std::to_string(code) + ";"
        : is_unchanged ? "nothing was changed, so"
                       : "the file was empty, so";
    stop(exit_no, what + " nothing was saved", is_kept ? "What you wrote is kept in " + path_ : "");
  }

  // Its window may be open still, and what is written there goes to the file.
  [[noreturn]] void stop_unseen() {
    context_.unsaved().let_go();
    stop(exit_no, "nothing was changed, so nothing was saved",
         "If your editor is still open, it did not wait; use a command that waits, such as 'code "
         "--wait'. The file is " + path_);
  }

  Context& context_;
  const EntryTemplate& content_;
  Words words_;
  std::string initial_;
  Composition unchanged_;
  std::string id_;
  std::string path_;
};

}  // namespace

bool can_compose(const Context& context) {
  return context.is_interactive();
}

void require_editor(const Context& context) {
  if (can_compose(context)) return;
  stop_usage("the editor needs a terminal", "Give the text as words, or - to read standard input.");
}

std::string editor_command(const Context& context) {
  const Environment& environment = context.environment();
  for (const auto choice :
       {environment.variable("MEND_EDITOR"), std::string_view{context.config().editor},
        environment.variable("VISUAL"), environment.variable("EDITOR")}) {
    if (!choice.empty()) return std::string{choice};
  }
  return "vi";
}

EntryTemplate template_for(Context& context, std::string_view what, Step step, Day day) {
  JournalWriter::require_writable(context.place(), month_of(day));
  EntryTemplate content;
  content.heading = std::string{what} + " for " + std::string{key_of(step)} + ", " +
                    describe(day, context.today()) + ".";
  for (const PromptContent& prompt : content_of(step).prompts) {
    if (is_for(prompt.who, context.settings().role)) content.prompts.push_back(prompt.text);
  }
  return content;
}

void compose(Context& context, const EntryTemplate& content, Words words,
             const std::function<void(const Composition&)>& save) {
  Editing{context, content, words}.run(save);
}

}  // namespace mend
