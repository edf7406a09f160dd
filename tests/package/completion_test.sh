#!/usr/bin/env bash
# Completions as a shell asks for them. Usage: completion_test.sh FOLDER: where bash, zsh and fish have their scripts (uitwijk.bash,
# _uitwijk, uitwijk.fish); with `--make PROGRAM` they are written there first.
set -euo pipefail

folder=$1
if [ "${2:-}" = --make ]; then
  mkdir -p "$folder"
  "$3" completion bash >"$folder/uitwijk.bash"
  "$3" completion zsh >"$folder/_uitwijk"
  "$3" completion fish >"$folder/uitwijk.fish"
fi
failed=0

# What is expected of `uitwijk WORDS`, the last of which is being written, as "has" or "lacks" a word.
expect() {
  local shell=$1 line=$2 has=$3 word=$4 said
  said=$("answers_of_$shell" "$line") || true  # nothing to offer
  if { grep -qxF -- "$word" <<<"$said" && [ "$has" = lacks ]; } || { ! grep -qxF -- "$word" <<<"$said" && [ "$has" = has ]; }; then
    echo "FAILED: $shell, '$line': '$has' $word does not hold, and offers: $(head -c 300 <<<"$said" | tr '\n' ' ')"
    failed=1
  fi
}

answers_of_bash() {
  bash --norc -c '
    source "$1/uitwijk.bash"
    line=$2
    read -r -a COMP_WORDS <<<"${line//=/ = }"
    [[ $line == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _uitwijk
    printf "%s\n" "${COMPREPLY[@]}"' - "$folder" "$1"
}

answers_of_fish() {
  fish --no-config -c 'source $argv[1]/uitwijk.fish; complete -C $argv[2]' "$folder" "$1" | cut -f 1
}

# zsh completes on a terminal only: the functions are asked, with compadd standing in for the one that shows.
answers_of_zsh() {
  zsh -f -c '
    compdef() { : }
    compset() { [[ $1 == -P && ${words[CURRENT]} == *${2#\*}* ]] && pre=${words[CURRENT]%"${words[CURRENT]##*${2#\*}}"} && words[CURRENT]=${words[CURRENT]##*${2#\*}}; }
    compadd() { local -a all; while [[ $1 != -- ]]; do [[ $1 == -S ]] && end=$2 && shift; shift; done; shift
      for one in "$@"; do [[ $one == ${words[CURRENT]}* ]] && print -r -- $pre$one$end; done }
    _files() { print -r -- "files $2" }
    source $1/_uitwijk
    words=(${=2}); [[ $2 == *" " ]] && words+=("")
    CURRENT=$#words
    _uitwijk' - "$folder" "$1"
}

expect_of() {
  local shell=$1
  expect "$shell" "uitwijk ru" has run
  expect "$shell" "uitwijk campaign " has plan
  expect "$shell" "uitwijk run --thr" has --threat
  expect "$shell" "uitwijk run --threat DR-2" has DR-20
  expect "$shell" "uitwijk run --threat DR-2" lacks DR-07
  expect "$shell" "uitwijk run --lang " has nl
  expect "$shell" "uitwijk run --measures planned,national_p" has planned,national_pooling
  expect "$shell" "uitwijk sweep --meldkamer ro" lacks run
  expect "$shell" "uitwijk plan --meldkamer ro" has rotterdam
  expect "$shell" "uitwijk run --set takeover.dec" has takeover.decide=
  expect "$shell" "uitwijk campaign plan --precis" has --precision
  expect "$shell" "uitwijk run -n 5 --see" has --seed
}

expect_of bash
expect bash "uitwijk run --lang=n" has nl
cd "$(dirname "${BASH_SOURCE[0]}")"
expect bash "uitwijk man READ" lacks README.md
for shell in zsh fish; do
  if command -v "$shell" >/dev/null; then
    expect_of "$shell"
  else
    echo "SKIPPED in part: no $shell here"
  fi
done

# A shell that has read the script answers a Tab: the script is read once, the completion asked 100 times.
bash --norc -c '
  source "$1/uitwijk.bash"
  COMP_WORDS=(uitwijk run --set takeover.d) COMP_CWORD=3
  begin=${EPOCHREALTIME/./}
  for ((i = 0; i < 100; i++)); do _uitwijk; done
  each=$(((${EPOCHREALTIME/./} - begin) / 100))
  begin=${EPOCHREALTIME/./}
  source "$1/uitwijk.bash"
  echo "bash: a completion takes $each microseconds, the first $((${EPOCHREALTIME/./} - begin)) more"
  ((each < 50000))' - "$folder" || { echo "FAILED: a completion takes 50 ms or more"; failed=1; }
exit $failed
