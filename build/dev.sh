#!/bin/sh
# dev.sh opens the window on Vite's development server and ends both together.
set -eu
address=127.0.0.1
vite_port=34115
backend_port=34116

(cd frontend && exec npx vite --host "$address" --port "$vite_port" --strictPort) &
vite=$!
trap 'kill "$vite" 2>/dev/null' EXIT INT TERM

devserver="$address:$backend_port" frontenddevserverurl="http://$address:$vite_port" assetdir=frontend/dist build/bin/kaffeerunde-dev "$@"
