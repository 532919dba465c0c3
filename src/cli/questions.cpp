// SPDX-License-Identifier: MIT
#include "mend/cli/questions.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/domain/number.hpp"
#include "mend/report/step_guide.hpp"
#include "mend/text/display.hpp"
#include "mend/text/fold.hpp"
#include "mend/text/trimmed.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr char leaving = 'q';

std::string prompt_of(std::span<const Letter> letters, char usual) {
  std::string prompt;
  for (const Letter& each : letters) {
    prompt += (prompt.empty() ? "" : ", ") + std::string{each.letter} + " " +
              std::string{each.meaning} + (each.letter == usual ? " (or Enter)" : "");
  }
  return prompt + " > ";
}

// "Type k, n, s, t or q, and Enter."
std::string letters_of(std::span<const Letter> letters) {
  std::string list;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    list += (i == 0 ? "" : i + 1 == letters.size() ? " or " : ", ") + std::string{letters[i].letter};
  }
  return "Type " + list + ", and Enter.";
}

std::string prompt_of(const FieldContent& field) {
  const std::string type = field.type == FieldType::choice ? "" : type_words(field);
  return std::string{field.ask} + (type.empty() ? "" : " (" + type + ")") + " > ";
}

std::string told(const Diagnostic& diagnostic) {
  std::string text = harmless(diagnostic.what) + ".\n";
  text.front() = text.front() >= 'a' && text.front() <= 'z'
                     ? static_cast<char>(text.front() - 'a' + 'A')
                     : text.front();
  return text + (diagnostic.hint.empty() ? "" : harmless(diagnostic.hint) + "\n");
}

// `14`, `14,15` and `14 15`; empty for what is anything else.
std::vector<std::size_t> read_numbers(std::string_view text) {
  std::vector<std::size_t> numbers;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(", "), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const auto number = parse_number<std::size_t>(word);
    if (!number) return {};
    numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace

void Questions::say_why(const Diagnostic& diagnostic) { say(told(diagnostic)); }

void Questions::say_behind(std::string mark, std::string_view text) {
  const std::size_t indent = mark.size();
  for (const std::string& line : wrapped(harmless(text), context_.style().width - indent)) {
    say(mark + line + "\n");
    mark.assign(indent, ' ');
  }
}

void Questions::say_numbered(std::span<const std::string> texts) {
  const std::size_t width = std::to_string(texts.size()).size() + 1;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    say_behind(std::string(width - number.size(), ' ') + number + "  ", texts[i]);
  }
}

char Questions::choose(std::span<const Letter> letters, char usual) {
  while (true) {
    const std::string answer = fold(words(prompt_of(letters, usual)).value_or(""));
    if (answer.empty()) return usual;
    for (const Letter& each : letters) {
      if (answer != std::string_view{&each.letter, 1} && answer != each.meaning) continue;
      if (each.letter == leaving) throw Left{};
      return each.letter;
    }
    say(letters_of(letters) + "\n");
  }
}

std::optional<std::string> Questions::words(std::string_view prompt) {
  while (true) {
    const auto line = dialogue_.ask(prompt);
    if (!line) throw Left{};
    if (!first_invalid_byte(*line)) {
      std::string text{trimmed(*line)};
      if (fold(text) == std::string_view{&leaving, 1}) throw Left{};
      return text.empty() ? std::nullopt : std::optional{std::move(text)};
    }
    say("That was not UTF-8. Please write it again.\n");
  }
}

std::optional<Questions::Pick> Questions::pick(std::string_view prompt, std::size_t count) {
  while (true) {
    const auto answer = words(prompt);
    if (!answer) return std::nullopt;
    const auto number = parse_number<std::size_t>(*answer);
    if (!number) return *answer;
    if (*number >= 1 && *number <= count) return *number - 1;
    say("The numbers go from 1 to " + std::to_string(count) + ".\n");
  }
}

std::optional<Questions::Picks> Questions::pick_several(std::string_view prompt, std::size_t count) {
  while (true) {
    const auto answer = words(prompt);
    if (!answer) return std::nullopt;
    const auto numbers = read_numbers(*answer);
    if (numbers.empty()) return *answer;
    if (std::ranges::all_of(numbers, [=](std::size_t number) { return number >= 1 && number <= count; })) {
      std::vector<std::size_t> indices;
      for (const std::size_t number : numbers) {
        if (std::ranges::find(indices, number - 1) == indices.end()) indices.push_back(number - 1);
      }
      return indices;
    }
    say("The numbers go from 1 to " + std::to_string(count) + ".\n");
  }
}

Questions::FieldAnswer Questions::field(Kind kind, Step step, const FieldContent& field) {
  while (true) {
    const auto text = field.choices.empty() ? words(prompt_of(field)) : choice(field);
    if (!text) return {};
    if (text == ".") return {std::nullopt, true};
    try {
      Value value = parse_field(context_, kind, step, std::string{field.name}, *text);
      const std::string date = dates_text({&field, 1}, {{std::string{field.name}, value}}, context_.today());
      if (!date.empty()) say(date);
      return {std::move(value), false};
    } catch (const Stop& stop) {
      say_why(stop.diagnostic());
    }
  }
}

std::optional<std::string> Questions::choice(const FieldContent& field) {
  const std::vector<std::string> choices{field.choices.begin(), field.choices.end()};
  say(std::string{field.ask} + "\n");
  say_numbered(choices);
  const auto answer = pick("Number > ", choices.size());
  if (!answer) return std::nullopt;
  const auto* const index = std::get_if<std::size_t>(&*answer);
  return index != nullptr ? choices[*index] : std::get<std::string>(*answer);
}

}  // namespace mend
