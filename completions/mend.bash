# SPDX-License-Identifier: MIT
# Completion of mend for bash. What fits is asked of `mend __complete`; nothing else is known here.

# shellcheck shell=bash

# The word as the shell will read it, into `unquoted`; into `quote` the one that is still open.
_mend_unquote() {
  local word=$1 char i
  unquoted='' quote=''
  for ((i = 0; i < ${#word}; i++)); do
    char=${word:i:1}
    if [[ -n $quote && $char == "$quote" ]]; then
      quote=''
    elif [[ -z $quote && ($char == \" || $char == \') ]]; then
      quote=$char
    elif [[ $char == \\ && $quote != \' && (-z $quote || ${word:i+1:1} == [\$\`\"\\]) ]]; then
      i=$((i + 1))
      unquoted+=${word:i:1}
    else
      unquoted+=$char
    fi
  done
}

_mend() {
  COMPREPLY=()
  local line=${COMP_LINE:0:COMP_POINT} typed=${2-} words=() word candidate unquoted quote i
  local described=() description width=0
  # A redirection, as in `mend list >notes`: there a file is meant.
  if [[ ${COMP_WORDS[COMP_CWORD - 1]} =~ ^[0-9\&]*[\<\>] ]]; then
    compopt -o default 2>/dev/null || :
    return 0
  fi
  # COMP_WORDS is cut at COMP_WORDBREAKS too; what has no blank in between is one word again.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $i -eq 0 || -z $line || $line == [[:space:]]* ]]; then
      line=${line#"${line%%[![:space:]]*}"}
      words+=("")
    fi
    if [[ $i -eq $COMP_CWORD ]]; then word=$line; fi
    words[${#words[@]} - 1]+=$word
    line=${line#"$word"}
  done
  # Bash replaces only what stands behind the last break, so candidates must not repeat the rest.
  _mend_unquote "$typed"
  typed=$unquoted
  for ((i = 0; i < ${#words[@]}; i++)); do
    _mend_unquote "${words[i]}"
    words[i]=$unquoted
  done
  word=${unquoted%"$typed"}
  while IFS= read -r candidate; do
    if [[ $candidate == $'\t'* ]]; then
      compopt -o default 2>/dev/null || :
      continue
    fi
    description=${candidate#*$'\t'}
    candidate=${candidate%%$'\t'*}
    candidate=${candidate#"$word"}
    # What somebody typed once must not become a command now.
    if [[ $quote == \" ]]; then
      candidate=${candidate//\\/\\\\}
      candidate=${candidate//\"/\\\"}
      candidate=${candidate//\$/\\\$}
      candidate=${candidate//\`/\\\`}
    elif [[ $quote == \' ]]; then
      candidate=${candidate//\'/\'\\\'\'}
    elif [[ $candidate == *[!A-Za-z0-9_./,=:@%+-]* ]]; then
      printf -v candidate %q "$candidate"
    fi
    if [[ -n $candidate ]]; then
      COMPREPLY+=("$candidate")
      described+=("$description")
      if [[ ${#candidate} -gt $width ]]; then width=${#candidate}; fi
    fi
  done < <(command mend __complete -- "${words[@]:1}" 2>/dev/null)
  # Candidates that are only listed are shown with what they are; those that go into the line are not.
  if [[ ${#COMPREPLY[@]} -gt 1 && " 33 63 64 " == *" ${COMP_TYPE-} "* ]]; then
    for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do
      if [[ -n ${described[i]} ]]; then
        printf -v 'COMPREPLY[i]' '%-*s  (%s)' "$width" "${COMPREPLY[i]}" "${described[i]}"
      fi
    done
  fi
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=,] ]]; then
    compopt -o nospace 2>/dev/null || :
  fi
  return 0
}

complete -o nosort -F _mend mend 2>/dev/null || complete -F _mend mend
