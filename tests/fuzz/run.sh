#!/usr/bin/env bash
# Runs every harness of a fuzz build, one after the other, and goes on with the corpus of the last time.
# Usage: tests/fuzz/run.sh BUILD SECONDS [HARNESS...]
set -euo pipefail
build=$1
seconds=$2
shift 2
[ $# -gt 0 ] || set -- $(find "$build/tests/fuzz" -maxdepth 1 -name 'fuzz_*' -perm -u+x ! -name fuzz_seeds -printf '%f\n' | sed 's/^fuzz_//' | sort)

# The harnesses write small files all the time; memory is the place for them.
TMPDIR=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
export LSAN_OPTIONS=suppressions=tests/leaks.txt:print_suppressions=0
# Without memory malloc says no, as outside the sanitizer; libhdf5 asks for what a damaged file wants.
export ASAN_OPTIONS=allocator_may_return_null=1

"$build/tests/fuzz/fuzz_seeds" "$build/seeds"
# The words of the format, so that the fuzzer need not guess them letter by letter.
grep -ohE '[a-z_][a-z0-9_]+' docs/formats/*.md | sort -u | sed 's/.*/"&"/' >"$build/words"

status=0
for harness in "$@"; do
  mkdir -p "$build/corpus/$harness" "$build/found"
  options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=2500 -print_final_stats=1 -verbosity=1)
  options+=(-artifact_prefix="$build/found/$harness-" -dict="$build/words" -reload=0)
  if [ "$harness" = study ] || [ "$harness" = merged ]; then
    options+=(-max_len=200000 -malloc_limit_mb=100000)
  else
    options+=(-max_len=20000)
  fi
  echo "fuzz: $harness for $seconds s"
  "$build/tests/fuzz/fuzz_$harness" "${options[@]}" "$build/corpus/$harness" "$build/seeds/$harness" \
    2>"$build/$harness.log" || status=1
  grep -E '^stat::|ERROR|SUMMARY|does not hold|Test unit' "$build/$harness.log" || true
done
[ "$status" -eq 0 ] || echo "fuzz: findings are in $build/found, logs in $build/*.log" >&2
exit "$status"
