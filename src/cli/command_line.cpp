// SPDX-License-Identifier: MIT
#include "mend/cli/command_line.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/help.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/domain/step.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace mend {
namespace {

const Option* find_in(std::span<const Option> options, std::string_view name) {
  for (const Option& option : options) {
    if (option.long_name() == name || option.short_name() == name) return &option;
  }
  return nullptr;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// `-x`, `--name`, `--name=...`: somebody meant an option. `-5`, `--`, `- a` are words.
bool looks_like_option(std::string_view argument) {
  if (argument.size() < 2 || argument[0] != '-') return false;
  const auto name = argument.substr(argument[1] == '-' ? 2 : 1);
  if (name.empty() || !is_letter(name[0])) return false;
  const auto end = name.find('=');
  return std::ranges::all_of(name.substr(0, end), [](char c) {
    return is_letter(c) || c == '-' || (c >= '0' && c <= '9');
  });
}

class LineScanner {
 public:
  explicit LineScanner(const std::vector<std::string>& arguments) : arguments_(arguments) {}

  ScannedLine scan() {
    while (at_ < arguments_.size()) scan_next();
    return finished();
  }

  // What can be understood of a line in which something is wrong.
  ScannedLine scan_leniently() {
    while (at_ < arguments_.size()) {
      try {
        scan_next();
      } catch (const Stop&) {
        continue;
      }
    }
    return finished();
  }

 private:
  void scan_next() {
    const std::string& argument = arguments_[at_++];
    if (only_words_) {
      add_word(argument);
    } else if (argument == "--") {
      only_words_ = true;
    } else if (!take_option(argument)) {
      add_word(argument);
    }
  }

  ScannedLine finished() {
    if (line_.command == nullptr) line_.command = command_so_far();
    return std::move(line_);
  }

  // Until a member is named, the options are those of the family's `list`.
  const Command* command_so_far() const {
    const bool is_family_alone = line_.command == nullptr && line_.family != nullptr;
    return is_family_alone ? &default_member(*line_.family) : line_.command;
  }

  void add_word(const std::string& word) {
    if (line_.command == nullptr) {
      name_command(word);
      return;
    }
    refuse_stray_date(word);
    line_.tokens.push_back({only_words_ ? Token::Kind::literal : Token::Kind::word, word});
  }

  void name_command(const std::string& word) {
    if (line_.family != nullptr) return name_member(word);
    line_.family = find_family(word);
    if (line_.family != nullptr) return;
    line_.command = find_command(word);
    const bool is_two_words = line_.command != nullptr && family_of(*line_.command) != nullptr;
    if (line_.command == nullptr || is_two_words) refuse_unknown_command(word);
  }

  void name_member(const std::string& word) {
    const Family& family = *line_.family;
    line_.command = find_command(std::string{family.name} + " " + word);
    if (line_.command == nullptr) refuse_unknown_member(family, word);
    line_.family = nullptr;
  }

  // `-d fri 18:00 ...`, `--due fri 20 nov`: part of the date or of the text? Neither is guessed.
  void refuse_stray_date(const std::string& word) {
    const bool follows_date = !only_words_ && !line_.tokens.empty() &&
                              line_.tokens.back().kind == Token::Kind::value && after_date_;
    if (!follows_date || line_.command->words != WordsAre::text) return;
    const std::string& value = line_.tokens.back().text;
    const std::string longer = date_going_on(value, word);
    if (longer.empty() && !is_date_or_time_word(word)) return;
    stop_usage("'" + word + "' after the date '" + value + "' could belong to it or to the text",
               "Write the date as one word or in quotes, '" +
                   (longer.empty() ? value + " " + word : longer) + "', or put the option last.");
  }

  // The longest date that the value and the words behind it make; empty when they make none.
  std::string date_going_on(const std::string& value, const std::string& word) const {
    constexpr std::size_t most_words = 4;  // `20 nov 2026 18:00`
    std::string text = value + " " + word;
    std::string found;
    for (std::size_t i = 0; i < most_words; ++i) {
      if (is_date_or_time_word(text)) found = text;
      if (at_ + i >= arguments_.size()) break;
      text += " " + arguments_[at_ + i];
    }
    return found;
  }

  const Option* find_option(std::string_view name) const {
    if (const Command* const command = command_so_far()) {
      if (const Option* option = find_in(command->options, name)) return option;
    }
    return find_in(global_options(), name);
  }

  bool take_option(const std::string& argument) {
    if (argument.starts_with("--")) {
      const auto equals = argument.find('=');
      if (const Option* option = find_option(argument.substr(0, equals))) {
        take_long(*option, argument, equals);
        return true;
      }
    } else if (take_short(argument)) {
      return true;
    }
    if (looks_like_option(argument)) refuse_unknown(argument, argument);
    return false;
  }

  void take_long(const Option& option, const std::string& argument, std::size_t equals) {
    if (equals == std::string::npos) {
      add_option(option, std::nullopt);
    } else if (option.value.empty()) {
      const std::string name{option.long_name()};
      stop_usage("'" + name + "' takes no value", "Write " + name + " alone.");
    } else if (equals + 1 == argument.size() && option.value != "TEXT") {
      refuse_missing(option);
    } else {
      add_option(option, argument.substr(equals + 1));
    }
  }

  // `-d yesterday`, `-dyesterday`, and switches together as in `-qd yesterday`.
  bool take_short(const std::string& argument) {
    if (argument.size() < 2 || argument[0] != '-') return false;
    if (is_like_long_option(argument)) refuse_unknown(argument, "-" + argument);
    struct Found {
      const Option* option;
      std::optional<std::string> value;
    };
    std::vector<Found> found;
    for (std::size_t i = 1; i < argument.size(); ++i) {
      const Option* option = find_option(std::string{"-"} + argument[i]);
      if (option == nullptr) return false;
      if (option->value.empty()) {
        found.push_back({option, std::nullopt});
        continue;
      }
      const bool has_rest = i + 1 < argument.size();
      found.push_back({option, has_rest ? std::optional{argument.substr(i + 1)} : std::nullopt});
      break;
    }
    for (const Found& each : found) add_option(*each.option, each.value);
    return true;
  }

  // `-tag work`: the long option was meant, not -t with the value `ag`.
  bool is_like_long_option(const std::string& argument) const {
    const auto word = std::string_view{argument}.substr(1);
    const auto is_like = [word](const Option& option) {
      const auto name = option.long_name().substr(2);
      return word.size() >= 3 && (name.starts_with(word) || word.starts_with(name));
    };
    const Command* const command = command_so_far();
    return (command != nullptr && std::ranges::any_of(command->options, is_like)) ||
           std::ranges::any_of(global_options(), is_like);
  }

  void add_option(const Option& option, std::optional<std::string> value) {
    const std::string name{option.long_name()};
    line_.tokens.push_back({Token::Kind::option, name});
    after_date_ = option.value == "DAY" || option.value == "WHEN";
    if (option.value.empty()) return;
    if (!value) {
      const bool is_missing = at_ == arguments_.size() || is_known_option(arguments_[at_]);
      if (is_missing) refuse_missing(option);
      value = arguments_[at_++];
    }
    line_.tokens.push_back({Token::Kind::value, *value});
  }

  bool is_known_option(const std::string& argument) const {
    if (argument == "--") return true;
    if (!looks_like_option(argument)) return false;
    return find_option(argument.substr(0, argument.find('='))) != nullptr;
  }

  [[noreturn]] void refuse_missing(const Option& option) const {
    const std::string name{option.long_name()};
    const std::string value{option.value};
    stop_usage("'" + name + "' needs a value: " + value,
               name + " " + value + ": " + std::string{option.help} + ".");
  }

  // `meant` is the argument as the option it could be.
  [[noreturn]] void refuse_unknown(const std::string& argument, const std::string& meant) const {
    const std::string name = meant.substr(0, meant.find('='));
    std::vector<std::string_view> names;
    const Command* const command = command_so_far();
    if (command != nullptr) {
      for (const Option& option : command->options) names.push_back(option.long_name());
    }
    for (const Option& option : global_options()) names.push_back(option.long_name());
    std::string hint = did_you_mean(name, names);
    if (command != nullptr && command->words == WordsAre::text) {
      hint += std::string{hint.empty() ? "" : " "} + "To write it as text, put -- before it.";
    } else if (hint.empty()) {
      hint = command == nullptr
                 ? "'mend help' lists the options."
                 : "'mend help " + std::string{command->name} + "' lists the options.";
    }
    stop_usage("there is no option '" + argument.substr(0, argument.find('=')) + "'", hint);
  }

  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  bool only_words_ = false;
  bool after_date_ = false;  // was the newest option one whose value is a date?
  ScannedLine line_;
};

// What other programs call it.
struct OtherName {
  std::string_view word;
  std::string_view command;
};

constexpr OtherName other_names[] = {
    {"add", "log"},     {"done", "log"},      {"delete", "rm"},    {"remove", "rm"}, {"ls", "list"},
    {"find", "list"},   {"search", "list"},   {"history", "list"}, {"stats", "streak"},
    {"new", "init"},    {"settings", "config"},
};

// What to write instead of a first word that is no command.
std::string hint_for(const std::string& word) {
  const auto other = std::ranges::find(other_names, word, &OtherName::word);
  if (other != std::end(other_names)) {
    return "Did you mean '" + std::string{other->command} + "'?";
  }
  std::vector<std::string_view> names;
  for (const FirstWord& first : first_words()) names.push_back(first.name);
  if (const std::string hint = did_you_mean(word, names); !hint.empty()) return hint;
  if (const auto step = parse_step(word)) {
    const std::string key{key_of(*step)};
    return "'mend log " + key + "' records something for that step, 'mend steps " + key +
           "' explains it.";
  }
  return "'mend help' lists the commands.";
}

}  // namespace

void refuse_unknown_command(const std::string& word) {
  // Whoever looks for it should find it, however it is typed.
  const std::array<std::string_view, 1> topics = {safety_topic};
  if (!nearest(word, topics).empty()) {
    stop_usage("there is no command '" + word + "'", "Did you mean 'mend help safety'?");
  }
  stop_usage("there is no command '" + word + "'", hint_for(word));
}

void refuse_unknown_member(const Family& family, const std::string& word) {
  std::vector<std::string_view> names;
  std::string all;
  for (const Command& command : commands()) {
    if (family_of(command) != &family) continue;
    names.push_back(family.member_name(command));
    all += (all.empty() ? "" : ", ") + std::string{names.back()};
  }
  const std::string name{family.name};
  const auto best = nearest(word, names);
  stop_usage("there is no command '" + name + " " + word + "'",
             best.empty() ? "'" + name + "' must be followed by one of: " + all + "."
                          : "Did you mean '" + name + " " + std::string{best} + "'?");
}

void require_words(const Command& command, const Arguments& arguments, std::size_t least,
                   std::size_t most) {
  const std::size_t count = arguments.words().size();
  if (count >= least && count <= most) return;
  const std::string name{command.name};
  const bool may_lack_quotes = count > most && most > 1;
  const std::string taken = command.usage.empty() ? "no words" : std::string{command.usage};
  stop_usage("'mend " + name + "' takes " + taken,
             may_lack_quotes ? "What has several words goes in quotes."
                             : "'mend help " + name + "' shows how it is used.");
}

std::string_view Option::long_name() const {
  const auto comma = names.find(',');
  return comma == std::string_view::npos ? names : names.substr(comma + 1);
}

std::string_view Option::short_name() const {
  const auto comma = names.find(',');
  return comma == std::string_view::npos ? std::string_view{} : names.substr(0, comma);
}

ScannedLine scan_command_line(const std::vector<std::string>& arguments) {
  return LineScanner{arguments}.scan();
}

namespace {

// Options that take words, by what their values are called.
bool is_text_value(std::string_view value) { return value == "TEXT" || value == "FIELD=VALUE"; }

// Does this option of the command take words that would be saved?
bool takes_words(const Command& command, std::string_view long_name) {
  const bool saves = command.group == "Record" || command.group == "Change";
  return saves && std::ranges::any_of(command.options, [&](const Option& option) {
           return option.long_name() == long_name && is_text_value(option.value);
         });
}

// "step" of "STEP[/ACTION] [TEXT...]", "id" of "[ID]".
std::string first_name(std::string_view usage) {
  const auto begin = std::min(usage.find_first_not_of('['), usage.size());
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto* const first = usage.begin() + begin;
  return lower_case(std::string_view{first, std::find_if_not(first, usage.end(), is_capital)});
}

// `-`, and `they_felt=-`.
bool is_dash(std::string_view value) { return value == "-" || value.ends_with("=-"); }

}  // namespace

bool offers_input(const std::vector<std::string>& arguments) {
  const ScannedLine line = LineScanner{arguments}.scan_leniently();
  if (line.command == nullptr || line.family != nullptr) {
    const auto end = std::ranges::find(arguments, "--");
    return std::find(arguments.begin(), end, "-") != end;
  }
  const Token* last_word = nullptr;
  std::string_view option;
  for (const Token& token : line.tokens) {
    if (token.kind == Token::Kind::option) option = token.text;
    if (token.kind == Token::Kind::value && is_dash(token.text) && takes_words(*line.command, option)) {
      return true;
    }
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::literal) last_word = &token;
  }
  const bool takes_file = line.command->usage.starts_with("FILE");
  const bool may_read = line.command->words == WordsAre::text || takes_file;
  return may_read && last_word != nullptr && last_word->kind == Token::Kind::word &&
         last_word->text == "-";
}

bool names_option(const std::vector<std::string>& arguments, std::string_view long_name) {
  const ScannedLine line = LineScanner{arguments}.scan_leniently();
  return std::ranges::any_of(line.tokens, [=](const Token& token) {
    return token.kind == Token::Kind::option && token.text == long_name;
  });
}

void refuse_unread_dash(const Command& command, const Arguments& arguments) {
  for (const Option& option : command.options) {
    if (!takes_words(command, option.long_name()) || option.long_name() == "--text") continue;
    for (const std::string& value : arguments.values(option.long_name().substr(2))) {
      if (!is_dash(value)) continue;
      stop_usage("'" + std::string{option.long_name()} + " " + value + "' would not read standard input",
                 "Only TEXT and 'edit --text' read it; write these words on the line.");
    }
  }
}

std::string words_on_line(const Command& command, const Arguments& arguments) {
  const auto& words = arguments.words();
  // Usages begin with the words that are no text: "STEP [TEXT...]".
  const bool is_all_text = command.usage.starts_with("TEXT") || command.usage.starts_with("-");
  const std::size_t names = command.words != WordsAre::text ? words.size() : is_all_text ? 0 : 1;
  std::string text;
  for (std::size_t i = names; i < words.size(); ++i) text += (text.empty() ? "" : " ") + words[i];
  if (text == "-") text.clear();
  const auto add = [&](std::string_view name, const std::string& value) {
    text += (text.empty() ? "" : "\n") + (name.empty() ? value : std::string{name} + ": " + value);
  };
  const auto add_options = [&](bool with_words) {
    for (const Option& option : command.options) {
      const bool is_field = option.value == "FIELD=VALUE";
      if (option.value.empty() || is_text_value(option.value) != with_words) continue;
      const auto name = option.long_name().substr(2);
      for (const std::string& value : arguments.values(name)) add(is_field ? "" : name, value);
    }
  };
  add_options(true);
  if (text.empty()) return text;
  // What the words are of no use without.
  for (std::size_t i = 0; i < std::min(names, words.size()); ++i) add(first_name(command.usage), words[i]);
  add_options(false);
  return text;
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = options_.find(option);
  if (found == options_.end() || found->second.empty()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
  const auto found = options_.find(option);
  return found == options_.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace mend
