#!/usr/bin/env bash
# The Debian package, made, installed and tried in a clean Debian 12. Usage: deb_test.sh BUILD_FOLDER.
# Exit 77: skipped, with the reason. A sample of this does not exist: UITWIJK_LONG=1 or nothing.
set -euo pipefail

build=$1
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source_folder=$PWD

skipped() {
  echo "SKIPPED: the Debian package is not tried in a clean system: $1"
  exit 77
}
[ -n "${UITWIJK_LONG:-}" ] || skipped "'make long' does it"
[ "$(id -u)" -eq 0 ] || skipped "that needs root"
for tool in cpack dpkg-shlibdeps unshare chroot; do
  command -v $tool >/dev/null || skipped "no $tool here; 'make set-up-deb' installs what is needed"
done
command -v mmdebstrap >/dev/null || command -v debootstrap >/dev/null ||
  skipped "neither mmdebstrap nor debootstrap here; 'make set-up-deb' installs the first"

# The mirror that this machine uses.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(ORIGIN)' 'Created-By: Packages' 2>/dev/null |
  sed -n 's/ bookworm Debian$//p' | head -n 1)
[ -n "$mirror" ] || skipped "this machine's apt has no mirror of Debian 12"

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
root=$work/root
chmod 755 "$work"

say() { echo "package: $1 (${SECONDS} s)"; }

(cd "$build" && cpack -G DEB -B "$work/made" >"$work/cpack.log" 2>&1) || { cat "$work/cpack.log"; exit 1; }
deb=$(echo "$work"/made/*.deb)
say "$(basename "$deb"), $(($(stat -c %s "$deb") / 1000000)) MB"
dpkg-deb --field "$deb" Depends
dpkg-deb --contents "$deb" | awk '{print $6, $7, $8}' >"$work/contents"
for file in ./usr/bin/uitwijk ./usr/share/man/man1/uitwijk-campaign-plan.1 ./usr/share/uitwijk/python/uitwijk.py \
  ./usr/share/doc/uitwijk/docs/python.md ./usr/lib/python3/dist-packages/uitwijk.py; do
  grep -qF "$file" "$work/contents" || { echo "FAILED: the package has no $file"; exit 1; }
done

if command -v mmdebstrap >/dev/null; then
  mmdebstrap --quiet --variant=apt --aptopt='Acquire::Languages "none"' bookworm "$root" "$mirror" >"$work/base.log" 2>&1
else
  debootstrap --variant=minbase bookworm "$root" "$mirror" >"$work/base.log" 2>&1
fi || skipped "the mirror $mirror does not give a Debian 12: $(tail -n 1 "$work/base.log")"
say "a clean Debian 12"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"

# What stands behind a heading of the recipe for clusters.
section() {
  sed -n "/^%$1\$/,/^%/{/^%/d;s/^    //;p}" cmake/uitwijk.def
}
# With a /proc that only the command sees: the program asks there where it lies.
within() {
  unshare --mount sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$root" \
    /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"
}

# As the recipe does it: its files, its steps, its test.
install -D -m 644 "$deb" "$root/opt/uitwijk.deb"
section post >"$root/tmp/post"
within bash -e /tmp/post >"$work/post.log" 2>&1 || { tail -n 30 "$work/post.log"; echo "FAILED: %post of cmake/uitwijk.def"; exit 1; }
say "installed by the steps of cmake/uitwijk.def"
section test >"$root/tmp/test"
within bash -e /tmp/test || { echo "FAILED: %test of cmake/uitwijk.def"; exit 1; }
say "its test"

install -m 755 tests/package/tried.sh tests/package/completion_test.sh "$root/tmp/"
within apt-get update -qq
within env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends man-db python3-h5py zsh fish \
  >"$work/more.log" 2>&1 || { tail -n 30 "$work/more.log"; exit 1; }
within /tmp/tried.sh || { echo "FAILED: what was tried within"; exit 1; }
say "tried"

within dpkg --purge uitwijk >/dev/null
left=$(find "$root/usr" -name '*uitwijk*' | head)
[ -z "$left" ] || { echo "FAILED: left behind: $left"; exit 1; }
say "removed"
