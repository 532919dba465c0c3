# SPDX-License-Identifier: MIT
# Completion of mend for fish. What fits is asked of `mend __complete`; nothing else is known here.

function __mend_complete
    command -q mend; or return
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    # The word as it will be read; a quote that is still open is closed first.
    set -l quote (string match -r -- '^["\']' "$typed")
    set -l meant (string unescape -- "$typed$quote" 2>/dev/null; or string join '' -- "$typed")
    for line in (command mend __complete -- $words[2..-1] "$meant" 2>/dev/null)
        if string match -q -- \t'*' $line
            set -l before (string match -r -- '^--[^=]*=' "$meant")
            printf '%s\n' "$before"(__fish_complete_path (string replace -- "$before" '' "$meant"))
        else
            printf '%s\n' $line
        end
    end
end

complete -c mend -f -k -a '(__mend_complete)'
