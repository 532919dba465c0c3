// SPDX-License-Identifier: MIT
#include "mend/cli/worded_entry.hpp"

#include "mend/cli/compose.hpp"
#include "mend/cli/errors.hpp"
#include "mend/cli/note_fields.hpp"
#include "mend/cli/recording.hpp"
#include "mend/cli/typed_line.hpp"

namespace mend {

WordedEntry read_worded_entry(Context& context, const Arguments& arguments, Kind kind) {
  WordedEntry entry;
  entry.kind = kind;
  try {
    entry.step = or_usage_error(parse_step(arguments.words().front()));
  } catch (const Stop& stopped) {
    throw with_step_first(stopped, *find_command(word_of(kind)), arguments, context.discretion());
  }
  context.put_off_missing_journal();
  entry.day = recorded_day(context, arguments);
  entry.fields = parse_fields(context, kind, entry.step, arguments.values("field"));
  if (arguments.has("edit")) require_editor(context);
  context.require_journal();
  entry.text = read_text(context, arguments, 1);
  return entry;
}

void compose_worded_entry(Context& context, std::string_view what, WordedEntry entry,
                          const std::function<void(const WordedEntry&)>& save) {
  const auto fields = fields_of(entry.kind, entry.step);
  EntryTemplate content = template_for(context, what, entry.step, entry.day);
  content.fields = fields;
  content.composition = composition_of(entry.fields, fields);
  content.composition.text = entry.text.value_or("");
  compose(context, content, Words::fresh, [&](const Composition& composition) {
    entry.text.reset();
    entry.fields.clear();
    if (!composition.text.empty()) entry.text = composition.text;
    for (const auto& [name, value] : composition.fields) {
      entry.fields.push_back({name, parse_field(context, entry.kind, entry.step, name, value)});
    }
    save(entry);
  });
}

Attributes attributes_of(Context& context, const Arguments& arguments, const WordedEntry& entry,
                         const Attributes& own) {
  Attributes attributes = new_entry(context, entry.day, entry.kind);
  append_text(attributes, "step", std::string{key_of(entry.step)});
  attributes.insert(attributes.end(), own.begin(), own.end());
  if (entry.text) append_text(attributes, "text", *entry.text);
  attributes.insert(attributes.end(), entry.fields.begin(), entry.fields.end());
  append_tags(attributes, arguments);
  return attributes;
}

}  // namespace mend
