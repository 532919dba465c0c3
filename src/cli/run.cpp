// SPDX-License-Identifier: MIT
#include "mend/cli/run.hpp"

#include "mend/cli/command_line.hpp"
#include "mend/cli/completion.hpp"
#include "mend/cli/context.hpp"
#include "mend/cli/day_hint.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/help.hpp"
#include "mend/cli/paging.hpp"
#include "mend/system/descriptor.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/standard_streams.hpp"
#include "mend/text/display.hpp"
#include "mend/text/utf8.hpp"

#include <new>
#include <optional>

namespace mend {
namespace {

Exit exit_of_failure(Failure failure) {
  switch (failure) {
    case Failure::cannot_create: return exit_cannot_create;
    case Failure::newer_format: return exit_damaged;
    case Failure::io:
    case Failure::not_durable:
    case Failure::in_part: return exit_io;
    case Failure::busy: return exit_busy;
    case Failure::interrupted: return exit_interrupted;
  }
  return exit_io;
}

bool has_option(const ScannedLine& line, std::string_view name) {
  for (const Token& token : line.tokens) {
    if (token.kind == Token::Kind::option && token.text == name) return true;
  }
  return false;
}

void refuse_invalid_utf8(const std::vector<Token>& tokens) {
  for (const Token& token : tokens) {
    if (const auto offset = first_invalid_byte(token.text)) {
      stop_usage("byte " + std::to_string(*offset + 1) + " of '" + token.text + "' is not UTF-8",
                 "Nothing was saved. Texts have to be UTF-8.");
    }
  }
}

// `mend __complete -- WORD...` is the shells' own, and says nothing else whatever happens.
std::optional<std::vector<std::string>> words_to_complete(
    const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments.front() != "__complete") return std::nullopt;
  auto first = arguments.begin() + 1;
  if (first != arguments.end() && *first == "--") ++first;
  return std::vector<std::string>{first, arguments.end()};
}

class Runner {
 public:
  explicit Runner(const Environment& environment) : environment_(environment) {}

  RunResult run() {
    try {
      run_command();
      keep_words();
      collect();
    } catch (...) {
      // There is no memory even for an answer.
      result_ = {};
      result_.exit_code = exit_io;
      write_standard_error("mend: there is not enough memory\n");
      if (!words().is_empty() || is_input_offered_) words().pass_on(is_input_offered_);
    }
    return std::move(result_);
  }

 private:
  void run_command() {
    try {
      result_.exit_code = try_run();
    } catch (const Stop& stopped) {
      fail(refined(stopped.code()), with_hint(stopped));
    } catch (const SystemError& error) {
      if (context_ && error.has_changed_files()) context_->note_saved();
      const Diagnostic diagnostic{error.what(), {}, 0, 0, error.hint()};
      fail(exit_of_failure(error.failure()), diagnostic, error.has_changed_files());
    } catch (const std::bad_alloc&) {
      fail(exit_io, Diagnostic{"there is not enough memory", {}, 0, 0, {}});
    } catch (const std::exception& error) {
      fail(exit_io, Diagnostic{std::string{"something unforeseen happened: "} + error.what(),
                               {}, 0, 0, "Please report it."});
    }
  }

  int try_run() {
    is_input_offered_ = !environment_.terminal.is_input && offers_input(environment_.arguments);
    const ScannedLine line = scan_command_line(environment_.arguments);
    const bool is_json = has_option(line, "--json");
    if (has_option(line, "--version")) {
      result_.out = version_text(is_json);
      return exit_done;
    }
    if (has_option(line, "--help")) {
      result_.out = help_on(line.family, line.command, is_json);
      may_page_ = !is_json && !has_option(line, "--no-input");
      return exit_done;
    }
    refuse_invalid_utf8(line.tokens);
    const Command& command = line.command == nullptr ? *find_command("today") : *line.command;
    command_ = &command;
    arguments_ = parse_arguments(command, line.tokens);
    context_.emplace(environment_, arguments_);
    refuse_unread_dash(command, arguments_);
    may_page_ = command.answer == Answer::long_text && !is_json && !has_option(line, "--no-input");
    const int code = command.run(*context_, arguments_);
    hint_at_day_in_text(*context_, command, arguments_);
    if (was_interrupted() && !context_->is_saved()) {
      throw SystemError(Failure::interrupted, "interrupted");
    }
    return context_->exit_code(code);
  }

  // A no is none when not everything could be looked at.
  Exit refined(Exit code) const {
    return code == exit_no && context_ ? static_cast<Exit>(context_->exit_code(code)) : code;
  }

  // Whoever wrote something wrong is told at least where to read on.
  Diagnostic with_hint(const Stop& stopped) const {
    Diagnostic diagnostic = stopped.diagnostic();
    if (stopped.code() == exit_usage && diagnostic.hint.empty() && command_ != nullptr) {
      diagnostic.hint = "'mend help " + std::string{command_->name} + "' shows how it is used.";
    }
    return diagnostic;
  }

  // What fails after the save must not look like a save that failed.
  void fail(Exit code, Diagnostic diagnostic, bool says_what_was_saved = false) {
    result_.exit_code = code;
    const bool is_saved = context_ && context_->is_saved();
    if (is_saved && !says_what_was_saved) {
      diagnostic.what = "it was saved, but the answer is cut short: " + diagnostic.what;
    }
    failure_ = message(diagnostic);
  }

  UnsavedWords& words() { return context_ ? context_->unsaved() : words_; }

  // Whatever was typed, read or composed and is not saved is kept, and it is said where. Words of a
  // line that was wrong are where they were typed.
  void keep_words() {
    if (context_ && context_->is_saved()) return;
    const bool is_refused = !failure_.empty();
    if (is_refused && is_input_offered_ && !was_interrupted()) read_rest();
    if (context_ && is_refused && words().are_input_alone() && is_failure()) {
      words().hold_text(words_on_line(*command_, arguments_), Typed::on_the_line);
    }
    const bool is_dry_run = names_option(environment_.arguments, "--dry-run");
    const bool is_left_to_shell = is_dry_run || result_.exit_code == exit_usage;
    if (words().is_empty() || (is_left_to_shell && !words().is_irreplaceable())) return;
    const bool writes_file = !is_dry_run || words().are_in_file();
    const auto path = writes_file ? kept_words() : std::nullopt;
    kept_ = path ? message({"nothing was saved; what you wrote is kept in " + *path, {}, 0, 0, {}})
                 : shown_words(writes_file ? ", and no recovery file could be written" : "");
  }

  std::string shown_words(std::string_view why) {
    std::string text = message({"nothing was saved" + std::string{why} + ". This is what you wrote:",
                                {}, 0, 0, {}});
    const std::string written = words().text();
    text += environment_.terminal.is_error ? harmless(written, LineBreaks::kept) : written;
    if (!text.ends_with('\n')) text += '\n';
    return text;
  }

  // What cannot be read to its end is kept as far as it came.
  void read_rest() {
    try {
      words().read_rest();
    } catch (const SystemError&) {
      return;
    }
  }

  // Did it fail, other than by what was typed?
  bool is_failure() const {
    const bool is_no = result_.exit_code == exit_no;
    return result_.exit_code != exit_usage && (!is_no || context_->has_missed_something());
  }

  std::optional<std::string> kept_words() {
    const auto paths = find_paths(environment_);
    if (!paths && !words().are_in_file()) return std::nullopt;
    const std::string name = "words-" + std::to_string(environment_.now.seconds);
    return words().keep(paths ? paths->recovery() : "", name);
  }

  void collect() {
    if (!environment_.zone_warning.empty()) {
      result_.err = message(Diagnostic{environment_.zone_warning, {}, 0, 0, {}});
    }
    // The cause comes before what became of the words.
    result_.err += failure_;
    if (context_) {
      result_.out = context_->take_out();
      // An export is data; everything else is for a screen.
      if (command_->name != "export") result_.out = context_->with_discreet_paths(std::move(result_.out));
      result_.err = context_->with_discreet_paths(result_.err + context_->err());
      result_.is_saved = context_->is_saved();
    }
    result_.err += kept_;
    if (may_page_) result_.pager = pager_for(result_.out, environment_);
  }

  const Environment& environment_;
  std::optional<Context> context_;
  const Command* command_ = nullptr;  // once it is known
  Arguments arguments_;               // once they are
  bool is_input_offered_ = false;
  UnsavedWords words_;  // of a line that is refused before there is a context
  RunResult result_;
  std::string failure_;
  std::string kept_;
  bool may_page_ = false;
};

}  // namespace

RunResult run_mend(const Environment& environment) {
  if (const auto words = words_to_complete(environment.arguments)) {
    return {exit_done, complete(environment, *words), {}};
  }
  return Runner{environment}.run();
}

}  // namespace mend
