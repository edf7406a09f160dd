#include "reports/shell/completion_scripts.hpp"

namespace reports {

const char* const bash_around_tables = R"script(
_uitwijk_scenario_files() {
  local program name
  program=$(type -P uitwijk) || return
  for name in $_uitwijk_scenarios; do
    [[ -n $1 && $name == "$1"* ]] && echo "${program%/bin/*}/share/uitwijk/scenarios/$name.yaml"
  done
}

# A line each.
_uitwijk_reply() {
  [[ -n $1 ]] && mapfile -t COMPREPLY <<<"$1"
}

_uitwijk() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  local command= kind= offer= ending= before= i
  # Bash takes --lang=nl for three words.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    _uitwijk_command "$command" "${COMP_WORDS[i]}"
  done
  _uitwijk_value "$command" "$prev"
  if [[ -z $kind && $cur == -* ]]; then
    _uitwijk_options "$command"
  elif [[ -z $kind ]]; then
    _uitwijk_place "$command"
  fi
  COMPREPLY=()
  case $kind in
    words) _uitwijk_reply "$(compgen -W "$offer" -- "$cur")" ;;
    list)
      [[ $cur == *,* ]] && before=${cur%,*},
      _uitwijk_reply "$(compgen -P "$before" -W "$offer" -- "${cur##*,}")"
      ;;
    address)
      compopt -o nospace 2>/dev/null
      _uitwijk_reply "$(compgen -S = -W "$offer" -- "$cur")"
      ;;
    file | scenario)
      compopt -o filenames 2>/dev/null
      _uitwijk_reply "$(
        compgen -f -X "!*$ending" -- "$cur"
        [[ -n $ending ]] && compgen -d -- "$cur"
        [[ $kind == scenario ]] && _uitwijk_scenario_files "$cur"
      )"
      ;;
  esac
}

complete -F _uitwijk uitwijk
)script";

const char* const zsh_around_tables = R"script(
_uitwijk() {
  local command= kind= offer= ending= name cur=$words[CURRENT] prev=$words[CURRENT-1]
  local -i i
  local -a files
  if [[ $cur == --*=* ]]; then
    prev=${cur%%=*}
    compset -P '*='
  fi
  for ((i = 2; i < CURRENT; i++)); do
    _uitwijk_command "$command" "$words[i]"
  done
  _uitwijk_value "$command" "$prev"
  if [[ -z $kind && $cur == -* ]]; then
    _uitwijk_options "$command"
  elif [[ -z $kind ]]; then
    _uitwijk_place "$command"
  fi
  case $kind in
    words) compadd -- ${=offer} ;;
    list) compset -P '*,'; compadd -S '' -- ${=offer} ;;
    address) compadd -S = -- ${=offer} ;;
    file | scenario)
      if [[ $kind == scenario && -n $cur ]]; then
        for name in ${=_uitwijk_scenarios}; do
          [[ $name == $cur* ]] && files+=(${commands[uitwijk]%/bin/*}/share/uitwijk/scenarios/$name.yaml)
        done
        (( $#files )) && compadd -U -- $files
      fi
      _files -g "*$ending"
      ;;
  esac
}

# Read by compinit, or by somebody's .zshrc.
if [[ $funcstack[1] == _uitwijk ]]; then
  _uitwijk "$@"
else
  compdef _uitwijk uitwijk
fi
)script";

}  // namespace reports
