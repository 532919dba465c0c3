// SPDX-License-Identifier: MIT
#include "mend/cli/filter.hpp"

#include "mend/cli/errors.hpp"
#include "mend/cli/tags.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/number.hpp"
#include "mend/domain/schema.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/text/display.hpp"
#include "mend/text/fold.hpp"

#include <algorithm>

namespace mend {
namespace {

constexpr std::size_t longest_span = 9;  // `thu 24 dec 2026 to sun 3 jan 2027`

// Is it the start of an entry's id, as lists show them?
bool is_start_of_id(Context& context, const std::string& word) {
  if (word.size() < 4) return false;
  const History history = context.history(no_words);
  return std::ranges::any_of(history.entries, [&](const Entry& entry) { return entry.id.starts_with(word); });
}

// Takes the longest run of words that is a span, or one word that is a step.
void take_words(Filter& filter, const std::vector<std::string>& words, std::size_t& at,
                Context& context) {
  for (std::size_t count = std::min(longest_span, words.size() - at); count > 0; --count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + words[at + i];
    if (count == 1) {
      if (const auto step = parse_step(text)) {
        filter.steps.push_back(*step);
        ++at;
        return;
      }
    }
    const auto span = parse_span(text, context.today(), context.settings().week_start);
    if (span) {
      filter.spans.push_back(*span);
      at += count;
      return;
    }
    // `fri 21 nov`, which is a Saturday, is not fri and something more.
    if (count > 1 && is_date_or_time_word(text)) throw Stop(exit_usage, span.error());
  }
  const std::string& word = words[at];
  if (const auto step = parse_step(word.substr(0, word.find('/')));
      step && word.find('/') != std::string::npos) {
    stop_usage("'" + word + "' is an action, and 'mend list' takes steps and spans",
               "'mend list " + std::string{key_of(*step)} + " --kind action' lists what was done.");
  }
  const auto as_step = parse_step(word);
  const bool is_like_date = word.find_first_of("0123456789/.") != std::string::npos;
  const auto as_span = parse_span(word, context.today(), context.settings().week_start);
  Diagnostic diagnostic = is_like_date ? as_span.error() : as_step.error();
  const bool is_ambiguous = diagnostic.what.find("could be") != std::string::npos;
  if (!is_like_date && !is_ambiguous && !diagnostic.hint.starts_with("Did you mean") &&
      as_span.error().hint.starts_with("Did you mean")) {
    diagnostic.hint = as_span.error().hint;
  }
  if (!diagnostic.hint.starts_with("Did you mean") && is_start_of_id(context, word)) {
    diagnostic.hint = "To see one entry: mend show " + word;
  }
  throw Stop(exit_usage, diagnostic);
}

Kind parse_kind(const std::string& word) {
  if (const auto kind = kind_from_word(lower_case(word))) return *kind;
  std::vector<std::string_view> kinds;
  std::string all;
  for (const KindSchema& each : kind_schemas()) {
    const bool is_last = each.kind == last_kind;
    all += (kinds.empty() ? "" : is_last ? " and " : ", ") + std::string{each.word};
    kinds.push_back(each.word);
  }
  const std::string hint = did_you_mean(word, kinds);
  stop_usage("there is no kind '" + word + "'", hint.empty() ? "The kinds are " + all + "." : hint);
}

std::size_t parse_limit(const std::string& text) {
  const auto limit = parse_number<std::size_t>(text);
  if (!limit) stop_usage("'" + text + "' is not a number of entries", "Write for example -n 5.");
  return *limit;
}

bool holds(const Value& value, const std::string& folded) {
  if (const auto* const text = value.text()) return fold(*text).find(folded) != std::string::npos;
  if (const auto* const values = std::get_if<Values>(&value.content)) {
    return std::ranges::any_of(*values, [&](const Value& each) { return holds(each, folded); });
  }
  return false;
}

// Words people wrote; not ids, kinds and the like.
bool is_searched(Kind kind, std::string_view name) {
  const EntryKey* const key = find_key(kind, name);
  return key == nullptr || key->is_searched;
}

bool fits(const Filter& filter, const std::string& folded, const Entry& entry) {
  if (!filter.days.contains(entry.day)) return false;
  if (!filter.steps.empty()) {
    const bool is_named = entry.step && std::ranges::find(filter.steps, *entry.step) !=
                                            filter.steps.end();
    if (!is_named) return false;
  }
  if (!filter.spans.empty() && std::ranges::none_of(filter.spans, [&](const DayRange& span) {
        return span.contains(entry.day);
      })) {
    return false;
  }
  if (!filter.kinds.empty() &&
      std::ranges::find(filter.kinds, entry.kind) == filter.kinds.end()) {
    return false;
  }
  if (!filter.tags.empty()) {
    const auto tags = tags_of(entry.keys);
    if (std::ranges::none_of(filter.tags, [&](const std::string& tag) {
          return std::ranges::any_of(
              tags, [&](std::string_view each) { return is_same_tag(each, tag); });
        })) {
      return false;
    }
  }
  return folded.empty() || std::ranges::any_of(entry.keys, [&](const Attribute& attribute) {
           return is_searched(entry.kind, attribute.key) && holds(attribute.value, folded);
         });
}

}  // namespace

Filter parse_filter(Context& context, const Arguments& arguments) {
  Filter filter;
  for (std::size_t at = 0; at < arguments.words().size();) {
    take_words(filter, arguments.words(), at, context);
  }
  for (const std::string& word : arguments.values("kind")) filter.kinds.push_back(parse_kind(word));
  filter.tags = read_tags(arguments.values("tag"));
  const auto span_of = [&](const std::string& text) {
    return or_usage_error(parse_span(text, context.today(), context.settings().week_start));
  };
  if (const auto since = arguments.value("since")) filter.days.first = span_of(*since).first;
  if (const auto until = arguments.value("until")) filter.days.last = span_of(*until).last;
  filter.grep = arguments.value("grep").value_or("");
  if (const auto limit = arguments.value("limit")) filter.limit = parse_limit(*limit);
  return filter;
}

std::vector<const Entry*> apply_filter(const Filter& filter, const History& history) {
  const std::string folded = fold(filter.grep);
  std::vector<const Entry*> found;
  for (const Entry& entry : history.entries) {
    if (fits(filter, folded, entry)) found.push_back(&entry);
  }
  if (filter.limit && found.size() > *filter.limit) {
    found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(*filter.limit));
  }
  return found;
}

}  // namespace mend
