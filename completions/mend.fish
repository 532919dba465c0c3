# SPDX-License-Identifier: MIT
# Completion of mend for fish. What fits is asked of `mend __complete`; nothing else is known here.

function __mend_complete
    command -q mend; or return
    set -l words (commandline -opc)
    set -l typed (commandline -ct | string replace -ra '[\\\\"\']' '')
    command mend __complete -- $words[2..-1] "$typed" 2>/dev/null
end

complete -c mend -f -k -a '(__mend_complete)'
