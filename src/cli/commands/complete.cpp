// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include "mend/cli/errors.hpp"
#include "mend/store/setting_keys.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"

#include <algorithm>

namespace mend {
namespace {

// What the shells' completion asks: the words after `mend` so far, the last one being typed. One
// candidate a line, with a tab before its description. Unknown words are completed by nothing.
class Completion {
 public:
  Completion(Context& context, const std::vector<std::string>& words)
      : context_(context), words_(words) {}

  void run() {
    const std::string current = words_.empty() ? std::string{} : words_.back();
    read_words_before();
    if (is_unknown_) return;
    if (pending_ != nullptr) {
      complete_value(*pending_, current);
    } else if (current.starts_with("-") && !only_words_) {
      complete_options(current);
    } else if (command_ == nullptr) {
      complete_commands(current);
    } else {
      complete_word(current);
    }
  }

 private:
  static const Option* find_in(std::span<const Option> options, std::string_view name) {
    for (const Option& option : options) {
      if (option.long_name() == name || option.short_name() == name) return &option;
    }
    return nullptr;
  }

  void read_words_before() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const std::string& word = words_[i];
      if (pending_ != nullptr) {
        pending_ = nullptr;
      } else if (!only_words_ && word == "--") {
        only_words_ = true;
      } else if (!only_words_ && word.starts_with("-") && word.size() > 1) {
        const Option* option =
            command_ == nullptr ? nullptr : find_in(command_->options, word);
        if (option == nullptr) option = find_in(global_options(), word);
        if (option != nullptr && !option->value.empty()) pending_ = option;
      } else if (command_ == nullptr && !is_unknown_) {
        name_command(word);
      } else {
        arguments_.push_back(word);
      }
    }
  }

  void name_command(const std::string& word) {
    const bool is_first = family_ == nullptr;
    command_ = find_command(is_first ? word : std::string{family_->name} + " " + word);
    family_ = is_first && command_ == nullptr ? find_family(word) : nullptr;
    is_unknown_ = command_ == nullptr && family_ == nullptr;
  }

  void offer(std::string_view current, std::string_view candidate, std::string_view description) {
    if (!candidate.starts_with(current)) return;
    context_.print(std::string{candidate} + "\t" + std::string{description} + "\n");
  }

  void complete_commands(std::string_view current) {
    if (family_ == nullptr) {
      for (const FirstWord& word : first_words()) offer(current, word.name, word.summary);
      return;
    }
    for (const Command& command : commands()) {
      const auto name = family_->member_name(command);
      if (!name.empty()) offer(current, name, command.summary);
    }
  }

  // `help config get`
  void complete_topics(const std::string& current) {
    if (arguments_.size() == 1) family_ = find_family(arguments_.front());
    if (arguments_.empty() || family_ != nullptr) complete_commands(current);
  }

  void complete_options(std::string_view current) {
    if (command_ != nullptr) {
      for (const Option& option : command_->options) offer(current, option.long_name(), option.help);
    }
    for (const Option& option : global_options()) offer(current, option.long_name(), option.help);
  }

  void complete_word(const std::string& current) {
    switch (command_->completes) {
      case Completes::nothing: return;
      case Completes::commands: complete_topics(current); return;
      case Completes::settings: complete_settings(current); return;
      case Completes::steps:
        if (command_->words == WordsAre::arguments || arguments_.empty()) complete_steps(current, "");
        return;
      case Completes::steps_and_actions:
        if (arguments_.empty()) complete_targets(current);
        return;
    }
  }

  void complete_steps(const std::string& current, const std::string& before) {
    for (const Step step : all_steps) {
      offer(current, before + std::string{key_of(step)}, content_of(step).title);
    }
  }

  // `log 2,c/on`: only what stands behind the last comma is being typed.
  void complete_targets(const std::string& current) {
    const auto comma = current.rfind(',');
    const std::string before = comma == std::string::npos ? "" : current.substr(0, comma + 1);
    const std::string target = current.substr(before.size());
    const auto slash = target.find('/');
    if (slash == std::string::npos) {
      complete_steps(current, before);
      return;
    }
    const auto step = parse_step(target.substr(0, slash));
    if (!step) return;
    const std::string start = before + target.substr(0, slash + 1);
    for (const ActionContent& action : content_of(*step).actions) {
      offer(current, start + std::string{action.key}, action.text);
    }
    for (const OwnAction& action : context_.settings().actions) {
      if (action.step == *step) offer(current, start + action.key, harmless(action.text));
    }
  }

  void complete_settings(const std::string& current) {
    if (!arguments_.empty()) return;
    for (const SettingKey& key : setting_keys()) offer(current, key.name, key.expected);
  }

  void complete_formats(const std::string& current) {
    if (command_->name == "report") {
      offer_all(current, {"text", "markdown", "html", "json", "csv"});
    } else if (command_->name == "calendar") {
      offer_all(current, {"text", "svg", "json"});
    } else if (command_->name == "export") {
      offer_all(current, {"json", "csv", "toml", "markdown", "ics"});
    }
  }

  void complete_value(const Option& option, const std::string& current) {
    if (option.value == "STEP") complete_steps(current, "");
    if (option.value == "NAME") complete_journals(current);
    if (option.value == "DAY") offer_all(current, {"today", "yesterday", "mon", "tue", "wed", "thu",
                                                   "fri", "sat", "sun", "last-mon", "-3d", "-2w"});
    if (option.value == "KIND") offer_all(current, {"action", "note", "setback", "promise",
                                                    "outcome", "space", "return", "rest"});
    if (option.value == "SOURCE") offer_all(current, {"mend-json", "mend-toml", "csv", "harsh",
                                                      "habitctl", "loop", "jrnl"});
    if (option.value == "CHOICE") offer_all(current, {"auto", "always", "never"});
    if (option.value == "ROLE") offer_all(current, {"mending", "healing", "both"});
    if (option.value == "READER") offer_all(current, {"me", "partner", "counsellor"});
    if (option.value == "FORMAT") complete_formats(current);
    if (option.value == "on|off") offer_all(current, {"on", "off"});
    if (option.value == "WEEKDAY") offer_all(current, {"monday", "tuesday", "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"});
    if (option.value == "FIELD=VALUE") complete_fields(current);
  }

  void offer_all(std::string_view current, std::initializer_list<std::string_view> candidates) {
    for (const auto candidate : candidates) offer(current, candidate, "");
  }

  void complete_journals(const std::string& current) {
    for (const std::string& name : list_folder(context_.paths().data)) {
      if (is_journal_name(name) && is_folder(context_.paths().journal(name))) {
        offer(current, harmless(name), "");
      }
    }
  }

  void complete_fields(const std::string& current) {
    if (arguments_.empty()) return;
    const auto step = parse_step(arguments_.front());
    if (!step) return;
    for (const FieldContent& field : content_of(*step).fields) {
      offer(current, std::string{field.name} + "=", field.ask);
    }
  }

  Context& context_;
  const std::vector<std::string>& words_;
  const Command* command_ = nullptr;
  const Family* family_ = nullptr;  // named, and none of its members yet
  const Option* pending_ = nullptr;  // an option that waits for its value
  bool is_unknown_ = false;         // a word was no command
  bool only_words_ = false;
  std::vector<std::string> arguments_;
};

int run(Context& context, const Arguments& arguments) {
  Completion{context, arguments.words()}.run();
  return exit_done;
}

}  // namespace

const Command complete_command = {
    "__complete", "", "-- WORD...", "What the shells' completion asks.", {}, "", {},
    WordsAre::arguments, Completes::nothing, run};

}  // namespace mend
