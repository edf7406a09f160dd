#!/bin/bash
# What somebody does first who has nothing but the package. Run in the clean system by deb_test.sh.
set -euo pipefail
cd "$(mktemp -d)"

check() {
  "${@:2}" >out 2>&1 || { echo "FAILED: $1: ${*:2}"; cat out; exit 1; }
}

uitwijk --version
uitwijk doctor /tmp
check "a shipped scenario" uitwijk check /usr/share/uitwijk/scenarios/kpn-2019.yaml
check "a run" uitwijk run -q /usr/share/uitwijk/scenarios/kpn-2019.yaml -n 10 -o kpn.h5
check "a table" uitwijk table kpn.h5
check "a report" uitwijk report kpn.h5 -o kpn.html
[ -s kpn.html ]

for page in uitwijk uitwijk-run uitwijk-campaign-plan; do
  check "the page $page" man --warnings "$page"
  if grep -q warning out; then
    echo "FAILED: man warns of $page: $(grep warning out | head -n 3)"
    exit 1
  fi
done
man uitwijk-run | grep -q -- '--replications'

# The reader needs no path here; its figure is that of the program.
said=$(uitwijk run -q /usr/share/uitwijk/scenarios/kpn-2019.yaml -n 10 --json |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["measures"]["lost_callers"]["mean"])')
read=$(python3 -c 'import uitwijk; print(float(uitwijk.open("kpn.h5").callers("lost").mean()))')
[ "$said" = "$read" ] || { echo "FAILED: lost callers: the program says $said, Python $read"; exit 1; }
echo "lost callers: $said, in Python too"

mkdir shells
ln -s /usr/share/bash-completion/completions/uitwijk shells/uitwijk.bash
ln -s /usr/share/zsh/site-functions/_uitwijk shells/_uitwijk
ln -s /usr/share/fish/vendor_completions.d/uitwijk.fish shells/uitwijk.fish
/tmp/completion_test.sh "$PWD/shells"
