#!/bin/sh
# setup.sh [test] sees to it that everything is there that building (or testing) needs. On Debian and Ubuntu it installs the
# packages that are missing; elsewhere it names them and goes on when the tools are there under another name.
set -eu

build_packages="gcc libc6-dev pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev"
test_packages="xvfb xauth dbus-x11 webkit2gtk-driver poppler-utils imagemagick desktop-file-utils appstream fonts-noto-core fonts-noto-cjk"

packages=$build_packages
if [ "${1:-}" = test ]; then
	packages="$packages $test_packages"
	# Any Chromium serves, and Ubuntu's package of that name only installs a snap.
	if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
		packages="$packages chromium"
	fi
fi

say() { echo "$*" >&2; }

stop() {
	say "$*"
	exit 1
}

# at_least HAVE WANT compares versions number by number.
at_least() {
	[ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

check_tools() {
	command -v go >/dev/null || stop "Go is missing. Install Go 1.26 or newer from https://go.dev/dl and run this again."
	go_version=$(go env GOVERSION | sed 's/^go//; s/[^0-9.].*//')
	at_least "$go_version" 1.26 || stop "Go $go_version is too old. Install Go 1.26 or newer from https://go.dev/dl and run this again."
	command -v node >/dev/null || stop "Node is missing. Install Node 20.19 or newer from https://nodejs.org and run this again."
	command -v npm >/dev/null || stop "npm is missing. Install Node 20.19 or newer with npm from https://nodejs.org and run this again."
	node_version=$(node --version | sed 's/^v//')
	at_least "$node_version" 20.19 || stop "Node $node_version is too old. Install Node 20.19 or newer from https://nodejs.org and run this again."
}

missing_packages() {
	for package in $packages; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
	done
}

install_packages() {
	missing=$(missing_packages)
	[ -n "$missing" ] || return 0
	as_root=""
	if [ "$(id -u)" != 0 ]; then
		command -v sudo >/dev/null || stop "These packages are missing, and there is no sudo to install them: $missing"
		as_root=sudo
		# Without a terminal nobody can type a password: fail instead of waiting.
		[ -t 0 ] || as_root="sudo -n"
	fi
	say "Installing $missing"
	log=$(mktemp)
	# shellcheck disable=SC2086 # the lists are lists
	if ! { $as_root apt-get -o DPkg::Lock::Timeout=300 update &&
		$as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends $missing; } \
		>"$log" 2>&1 </dev/null; then
		tail -n 20 "$log" >&2
		rm -f "$log"
		stop "These packages could not be installed: $missing"
	fi
	rm -f "$log"
}

name_packages() {
	if pkg-config --exists gtk+-3.0 webkit2gtk-4.1 2>/dev/null; then
		return 0
	fi
	say "This is not Debian or Ubuntu, so nothing was installed. These packages, by their Debian names, are needed:"
	say "  $packages"
	command -v pkg-config >/dev/null || stop "pkg-config is missing."
	stop "pkg-config does not find gtk+-3.0 and webkit2gtk-4.1."
}

check_tools
if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
	install_packages
else
	name_packages
fi
