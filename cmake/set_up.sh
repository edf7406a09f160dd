#!/usr/bin/env bash
# Installs those Debian packages of the given lists that are missing. When none is missing it does nothing, so it
# needs neither network nor rights then. "PACKAGE unless COMMAND" is wanted where the command is not there, from
# wherever. Usage: cmake/set_up.sh LIST...
set -euo pipefail

if ! command -v dpkg-query >/dev/null; then
  echo "set-up: this is no Debian; install the equivalents of these by hand: $*" >&2
  exit 0
fi

is_installed() {
  dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

missing=()
while read -r package unless command; do
  if [ "$unless" = unless ] && command -v "$command" >/dev/null; then
    continue
  fi
  is_installed "$package" || missing+=("$package")
done < <(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@")
if [ "${#missing[@]}" -eq 0 ]; then
  exit 0
fi

echo "set-up: installing ${missing[*]}" >&2
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "set-up: these packages are missing, and neither root nor sudo is here to install them." >&2
    echo "set-up: ask an administrator for: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

apt() {
  # The expansion keeps `set -u` content with an empty list.
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -y -qq "$@"
}
apt update || echo "set-up: the package lists could not be renewed; trying with those here" >&2
apt install --no-install-recommends "${missing[@]}"
