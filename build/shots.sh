#!/bin/sh
# shots.sh takes pictures of every screen into build/shots, by way of Chromium, and one of the real window.
set -eu
go build -o build/bin/check ./build/check
build/bin/check drivers
rm -rf build/shots
mkdir -p build/shots
(cd frontend && npx playwright test -c e2e/shots.config.ts "$@")
sh build/window-shot.sh build/bin/kaffeerunde-window build/shots/window.png
