// SPDX-License-Identifier: MIT
#pragma once

#include "mend/cli/context.hpp"
#include "mend/cli/entry_template.hpp"

#include <functional>
#include <string>

namespace mend {

// Is somebody there who could use an editor?
bool can_compose(const Context& context);

// Throws Stop (usage) when there is nobody.
void require_editor(const Context& context);

// What the words are that a template begins with: they stand nowhere yet, they are as the journal has
// them, or they are changed already, so that leaving the template as it is means to save it.
enum class Words { fresh, saved, changed };

// Lets somebody compose in the editor and hands what came back to `save`. The file is in the state
// folder, 0600, and is removed once `save` has returned. What does not fit (a Stop with usage) is said,
// and the editor offered again with everything as it was written. Otherwise, and when the editor fails,
// the file stays and is named, unless it holds no words that are nowhere else. Throws Stop: exit_no when
// the editor fails or nothing was changed or left, and what `save` throws.
void compose(Context& context, const EntryTemplate& content, Words words,
             const std::function<void(const Composition&)>& save);

// The command of the editor: MEND_EDITOR, the setting `editor`, VISUAL, EDITOR, vi.
std::string editor_command(const Context& context);

// "a note for empathy, Sun 22 Nov", and the prompts that fit the journal's role. Throws SystemError, before
// anything is typed, when that month may not be written.
EntryTemplate template_for(Context& context, std::string_view what, Step step, Day day);

}  // namespace mend
