#!/bin/sh
# demo.sh PROGRAM does the main job in the terminal with the sample, into build/demo: import, list, tag, sheet.
set -eu
program=$1
rm -rf build/demo
mkdir -p build/demo
book=build/demo/book.db

step() {
	printf '\n$ kaffeerunde %s\n' "$*"
	"$program" --book "$book" "$@"
}

step import backend/sample/sample.vcf
step list --limit 10
for person in $("$program" --book "$book" list --limit 5 --json | sed -n 's/^[^"]*"id": *\([0-9]*\).*/\1/p; s/{"id":\([0-9]*\)[^{]*/\1 /gp' | tr -dc '0-9 \n'); do
	people="${people:-} $person"
done
# shellcheck disable=SC2086 # the ids are a list
step tag add Kaffeerunde $people
step list --tag Kaffeerunde
step sheet --tag Kaffeerunde --title Kaffeerunde -o build/demo/sheet.pdf
printf '\nThe book is build/demo/book.db, the sheet build/demo/sheet.pdf.\n'
