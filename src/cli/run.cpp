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
#include "mend/text/utf8.hpp"

#include <new>
#include <optional>

namespace mend {
namespace {

Exit exit_of(Failure failure) {
  switch (failure) {
    case Failure::cannot_create: return exit_cannot_create;
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
      result_.exit_code = try_run();
    } catch (const Stop& stopped) {
      fail(stopped.code(), with_hint(stopped));
    } catch (const SystemError& error) {
      const Diagnostic diagnostic{error.what(), {}, 0, 0, error.hint()};
      fail(exit_of(error.failure()), diagnostic, error.has_changed_files());
    } catch (const std::bad_alloc&) {
      fail(exit_io, Diagnostic{"there is not enough memory", {}, 0, 0, {}});
    } catch (const std::exception& error) {
      fail(exit_io, Diagnostic{std::string{"something unforeseen happened: "} + error.what(),
                               {}, 0, 0, "Please report it."});
    }
    collect();
    return std::move(result_);
  }

 private:
  int try_run() {
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
    command_ = command.name;
    const Arguments arguments = parse_arguments(command, line.tokens);
    context_.emplace(environment_, arguments);
    may_page_ = command.answer == Answer::long_text && !is_json && !has_option(line, "--no-input");
    const int code = command.run(*context_, arguments);
    hint_at_day_in_text(*context_, command, arguments);
    if (was_interrupted() && !context_->is_saved()) {
      throw SystemError(Failure::interrupted, "interrupted");
    }
    return context_->exit_code(code);
  }

  // Whoever wrote something wrong is told at least where to read on.
  Diagnostic with_hint(const Stop& stopped) const {
    Diagnostic diagnostic = stopped.diagnostic();
    if (stopped.code() == exit_usage && diagnostic.hint.empty() && !command_.empty()) {
      diagnostic.hint = "'mend help " + std::string{command_} + "' shows how it is used.";
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

  void collect() {
    if (!environment_.zone_warning.empty()) {
      result_.err = message(Diagnostic{environment_.zone_warning, {}, 0, 0, {}});
    }
    // The cause comes before what became of the words.
    result_.err += failure_;
    if (context_) {
      result_.out = context_->take_out();
      result_.err += context_->err();
      result_.is_saved = context_->is_saved();
    }
    if (may_page_) result_.pager = pager_for(result_.out, environment_);
  }

  const Environment& environment_;
  std::optional<Context> context_;
  std::string_view command_;  // once it is known
  RunResult result_;
  std::string failure_;
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
