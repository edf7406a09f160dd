#!/usr/bin/env bash
# A campaign as a Slurm job array on this machine: a task is killed in the middle, the merge job refuses what is not complete, the
# rest is submitted again, and the merged bytes are those of `campaign run -j 2`. Usage, from the root of the tree: array_test.sh UITWIJK
set -euo pipefail
uitwijk=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source tests/cluster/slurm_here.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/uitwijk-cluster-XXXXXX")
trap 'stop_slurm "$work/slurm"; sleep 0.3; rm -rf "$work"' EXIT
mkdir "$work/slurm"
chmod 0755 "$work"

fail() {
  echo "cluster: $1" >&2
  cat "$work"/array/logs/* >&2 2>/dev/null || true
  exit 1
}

# Until no job is left in the queue.
wait_for_queue() {
  for _ in $(seq 200); do
    [ -z "$(squeue -h -o %i)" ] && return
    sleep 0.2
  done
  fail "jobs do not end: $(squeue)"
}

start_slurm "$work/slurm"
echo "cluster: $(sinfo --version) is up after $SECONDS s"

"$uitwijk" campaign plan tests/worlds/cli_tiny/tiny.campaign.yaml -q -n 60 --task-seconds 1 -o "$work/array"
mkdir -p "$work"/here/{shards,claims}
cp "$work/array/manifest.json" "$work/here"
submit() { "$uitwijk" campaign submit "$work/array" -o "$work/array.h5" --time 5 --mem 100M -q; }

submit
for _ in $(seq 300); do
  claim=$(find "$work/array/claims" -name 'task-*.1' | head -n 1)
  [ -n "$claim" ] && break
  sleep 0.05
done
[ -n "$claim" ] || fail "no task was claimed"
victim=$(sed 's/.*"pid":\([0-9]*\).*/\1/' "$claim")
kill -9 "$victim"
echo "cluster: killed $(basename "$claim"), process $victim, after $SECONDS s"
wait_for_queue
[ ! -e "$work/array.h5" ] || fail "the merge job wrote a campaign that is not complete"
grep -q "replications are missing" "$work/array/logs/merge.log" || fail "the merge job does not say what is missing"
status=0
"$uitwijk" campaign status "$work/array" || status=$?
[ "$status" -eq 5 ] || fail "status of an incomplete campaign is $status, expected 5"

submit
grep '^#SBATCH --array' "$work/array/campaign.sbatch"
wait_for_queue
[ -e "$work/array.h5" ] || fail "nothing was merged"

# In a folder whose name has to be quoted, with a precision: jobs that nobody waits for run what may be for nothing, and the rows still end where those of -j 2 do.
precise="$work/it's 5% \"precise\""
"$uitwijk" campaign plan tests/worlds/cli_tiny/precise.campaign.yaml -q --task-seconds 1 -o "$precise"
mkdir -p "$work"/precise-here/{shards,claims}
cp "$precise/manifest.json" "$work/precise-here"
"$uitwijk" campaign submit "$precise" -o "$work/precise.h5" --time 5 --mem 100M -q
wait_for_queue
[ -e "$work/precise.h5" ] || fail "nothing was merged of the campaign with a precision"
"$uitwijk" campaign run "$work/precise-here" -q -j 2
status=0
"$uitwijk" campaign merge "$work/precise-here" -q -o "$work/precise-here.h5" || status=$?
[ "$status" -eq 4 ] || fail "merge of a campaign with a row that is not precise is $status, expected 4"
cmp "$work/precise.h5" "$work/precise-here.h5" || fail "with a precision the array gives other bytes than -j 2"

"$uitwijk" campaign run "$work/here" -q -j 2
"$uitwijk" campaign merge "$work/here" -q -o "$work/here.h5"
cmp "$work/array.h5" "$work/here.h5" || fail "the array gives other bytes than -j 2"
echo "cluster: $(stat -c %s "$work/here.h5") bytes, the same from the array and from -j 2, after $SECONDS s"
