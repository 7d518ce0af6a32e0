#!/bin/sh
# window-shot.sh PROGRAM PICTURE [ARGUMENT…] opens the real window on a hidden screen, with the sample in a book of its own, and
# takes a picture of it.
set -eu
program=$(realpath "$1")
picture=$2
shift 2
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home" XDG_STATE_HOME="$home" XDG_CACHE_HOME="$home" XDG_CONFIG_HOME="$home" XDG_RUNTIME_DIR="$home"
export KAFFEERUNDE_BOOK="$home/book.db"
"$program" import backend/sample/sample.vcf >/dev/null
xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24" dbus-run-session -- sh -c '
	program=$1 picture=$2
	shift 2
	"$program" "$@" &
	window=$!
	# A page that is there has more than a few colours; a moment later its faces are drawn too.
	for second in $(seq 60); do
		sleep 1
		import -window root "$picture"
		[ "$(identify -format %k "$picture")" -lt 100 ] || break
	done
	sleep 2
	import -window root "$picture"
	kill "$window"
	wait "$window" 2>/dev/null || true
' sh "$program" "$picture" "$@"
