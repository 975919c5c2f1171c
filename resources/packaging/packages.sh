# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the launcher and by tests/run: Debian packages by the sections of packages.txt beside this file.
# Bash. Nothing is installed unless install_packages is called.

packages_file="${BASH_SOURCE[0]%/*}/packages.txt"

# packages_of SECTION…: their names, one a line.
packages_of() {
  local section line wanted=" $* "
  while read -r line; do
    case "$line" in
      "" | "#"*) ;;
      "["*"]") section=${line:1:-1} ;;
      *) [[ $wanted == *" $section "* ]] && echo "$line" ;;
    esac
  done <"$packages_file"
}

# missing_packages SECTION…: those that are not installed.
missing_packages() {
  comm -23 <(packages_of "$@" | sort -u) \
    <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | sed -n 's/^ii *//p' | sort -u)
}

# may_install: whether this user can install at all, without being asked for a password on a pipe.
may_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }
}

# install_packages NAME…: progress to standard error; its status is apt-get's.
install_packages() {
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  {
    "${as_root[@]}" apt-get update -q &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
  } </dev/null >&2
}
