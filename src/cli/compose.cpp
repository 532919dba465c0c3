// SPDX-License-Identifier: MIT
#include "mend/cli/compose.hpp"

#include "mend/cli/errors.hpp"
#include "mend/domain/date_words.hpp"
#include "mend/domain/spelling.hpp"
#include "mend/system/editor.hpp"
#include "mend/system/entry_id.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/files.hpp"
#include "mend/text/utf8.hpp"

#include <algorithm>

namespace mend {
namespace {

bool is_for(Who who, Who role) { return who == Who::both || role == Who::both || who == role; }

std::string make_file(Context& context, const std::string& text) {
  const std::string folder = context.paths().editor();
  make_folders(folder);
  std::string path = folder + "/" + make_entry_id() + ".txt";
  if (!create_file(path, text, Durability::fast)) {
    throw_system_error(Failure::io, "create", path, EEXIST);
  }
  return path;
}

FileContent read_back(const std::string& path) {
  auto file = read_file(path);
  if (!file) throw_system_error(Failure::io, "read", path, ENOENT);
  return *std::move(file);
}

void remove_quietly(const std::string& path) {
  if (const auto file = read_file(path)) static_cast<void>(remove_file(*file));
}

// Where there are no fields, `>>> he said` is a text that somebody quotes.
void refuse_unknown_fields(const EntryTemplate& content, const Composition& composition) {
  std::vector<std::string_view> names;
  for (const FieldContent& field : content.fields) names.push_back(field.name);
  for (const auto& [name, value] : composition.fields) {
    if (std::ranges::find(names, name) != names.end()) continue;
    std::string hint = did_you_mean(name, names);
    hint += std::string{hint.empty() ? "" : " "} + "A line of text that begins with >>> takes a \\ before it.";
    stop_usage("there is no field '" + name + "' here", hint);
  }
}

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
  const std::string initial = write_template(content);
  const std::string path = make_file(context, initial);
  const int code = run_editor(editor_command(context), path);
  const std::string text = read_back(path).bytes;
  const Composition composition = read_template(text);
  const bool is_unchanged = composition == read_template(initial);
  const bool is_nothing = is_unchanged ? words != Words::changed : composition.is_empty();
  if (code != 0 || is_nothing) {
    const bool is_kept = !composition.is_empty() && !(is_unchanged && words == Words::saved);
    if (!is_kept) remove_quietly(path);
    const std::string what =
        code != 0      ? "the editor ended with exit code " + std::to_string(code) + ";"
        : is_unchanged ? "nothing was changed, so"
                       : "nothing was left, so";
    stop(exit_no, what + " nothing was saved", is_kept ? "What you wrote is kept in " + path : "");
  }
  try {
    if (const auto offset = first_invalid_byte(text)) {
      stop_usage("byte " + std::to_string(*offset + 1) + " is not UTF-8", "");
    }
    refuse_unknown_fields(content, composition);
    save(composition);
  } catch (...) {
    context.warn("what you wrote is kept in " + path);
    throw;
  }
  remove_quietly(path);
}

}  // namespace mend
