#!/bin/sh
# run.sh PROGRAM opens the window, or, where there is no display, does the same main job in the terminal.
set -eu
program=$1
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
	exec "$program"
fi
echo "There is no display here, so no window can open. The same work in the terminal, with the sample:"
exec sh build/demo.sh "$program"
