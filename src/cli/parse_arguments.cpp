// SPDX-License-Identifier: MIT
#include "mend/cli/command_line.hpp"
#include "mend/cli/errors.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace mend {
namespace {

// Stands before every word and value while CLI11 sees them, so that none of them can look like an
// option, a list in brackets or a `++` to it.
constexpr char mark = '\x01';

std::string bare_name(const Option& option) { return std::string{option.long_name().substr(2)}; }

class Parser {
 public:
  explicit Parser(const Command& command) : command_(command) {
    app_.set_help_flag();
    app_.allow_extras(false);
    for (const Option& option : command.options) add(option);
    for (const Option& option : global_options()) add(option);
    if (command.words != WordsAre::none) app_.add_option("words", words_)->expected(0, 1 << 20);
  }

  Arguments parse(const std::vector<Token>& tokens) {
    refuse_twice(tokens);
    // CLI11 takes its arguments from the back.
    std::vector<std::string> reversed;
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
      reversed.push_back(token->kind == Token::Kind::option ? token->text : mark + token->text);
    }
    try {
      app_.parse(reversed);
    } catch (const CLI::ArgumentMismatch& error) {
      stop_usage(std::string{error.what()}, help_hint());
    } catch (const CLI::ExtrasError&) {
      refuse_words(tokens);
    } catch (const CLI::ParseError& error) {
      stop_usage(std::string{error.what()}, help_hint());
    }
    Arguments arguments = collect();
    arguments.set_literal_words(static_cast<std::size_t>(
        std::ranges::count(tokens, Token::Kind::literal, &Token::kind)));
    return arguments;
  }

 private:
  struct Bound {
    const Option* option;
    CLI::Option* parsed;
  };

  void add(const Option& option) {
    const std::string name{option.long_name()};
    CLI::Option* const parsed = option.value.empty()
                                    ? app_.add_flag(name)
                                    : app_.add_option(name)->allow_extra_args(false);
    if (option.times == Option::Times::repeated) {
      parsed->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    } else if (!option.value.empty()) {
      parsed->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    }
    bound_.push_back({&option, parsed});
  }

  void refuse_twice(const std::vector<Token>& tokens) const {
    for (const Bound& bound : bound_) {
      const bool has_one_value = !bound.option->value.empty() &&
                                 bound.option->times == Option::Times::once;
      const auto count = std::ranges::count_if(tokens, [&](const Token& token) {
        return token.kind == Token::Kind::option && token.text == bound.option->long_name();
      });
      if (has_one_value && count > 1) {
        stop_usage("'" + std::string{bound.option->long_name()} + "' is given twice", help_hint());
      }
    }
  }

  std::string help_hint() const {
    return "'mend help " + std::string{command_.name} + "' shows how it is used.";
  }

  [[noreturn]] void refuse_words(const std::vector<Token>& tokens) const {
    const auto word = std::ranges::find_if(tokens, [](const Token& token) {
      return token.kind == Token::Kind::word || token.kind == Token::Kind::literal;
    });
    stop_usage("'mend " + std::string{command_.name} + "' takes no '" +
                   (word == tokens.end() ? std::string{} : word->text) + "'",
               help_hint());
  }

  static std::vector<std::string> unmarked(std::vector<std::string> values) {
    for (std::string& value : values) {
      if (value.starts_with(mark)) value.erase(0, 1);
    }
    return values;
  }

  Arguments collect() {
    Arguments arguments;
    for (const Bound& bound : bound_) {
      if (bound.parsed->count() == 0) continue;
      const bool is_switch =
          bound.option->value.empty() && bound.option->times == Option::Times::once;
      arguments.set(bare_name(*bound.option), is_switch ? std::vector<std::string>{}
                                                        : unmarked(bound.parsed->results()));
    }
    arguments.set_words(unmarked(words_));
    return arguments;
  }

  const Command& command_;
  CLI::App app_;
  std::vector<Bound> bound_;
  std::vector<std::string> words_;
};

}  // namespace

Arguments parse_arguments(const Command& command, const std::vector<Token>& tokens) {
  return Parser{command}.parse(tokens);
}

}  // namespace mend
