#!/bin/sh
# draw.sh writes the PNG and ICO sizes of kaffeerunde.svg; it needs chromium and ImageMagick. Run it after a change of the drawing.
set -eu
cd "$(dirname "$0")"
flags="--headless --hide-scrollbars --default-background-color=00000000"
[ "$(id -u)" != 0 ] || flags="$flags --no-sandbox"
page=$(mktemp --suffix .html)
trap 'rm -f "$page"' EXIT
printf '<style>html,body{margin:0;background:transparent}svg{display:block;width:1024px;height:1024px}</style>' >"$page"
cat kaffeerunde.svg >>"$page"
# shellcheck disable=SC2086 # the flags are a list
chromium $flags --window-size=1024,1024 --screenshot=1024.png "file://$page" 2>/dev/null
for size in 512 256 128 64 48 32 16; do
	convert 1024.png -filter Lanczos -resize "${size}x${size}" -strip "$size.png"
done
convert 1024.png -strip ../appicon.png
convert 256.png 128.png 64.png 48.png 32.png 16.png ../windows/icon.ico
rm 1024.png
