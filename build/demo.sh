#!/bin/sh
# demo.sh PROGRAM does the main job in the terminal with the sample, into build/demo: import, list, tag, sheet.
set -eu
program=$1
rm -rf build/demo
mkdir -p build/demo

step() {
	printf '\n$ kaffeerunde'
	for word in "$@"; do
		case $word in
		*' '*) printf ' "%s"' "$word" ;;
		*) printf ' %s' "$word" ;;
		esac
	done
	printf '\n'
	"$program" --book build/demo/book.db "$@"
}

step import backend/sample/sample.vcf
step list --limit 12
step tag add Kaffeerunde "Jana Krüger" "Hartmut Mueller" "Maëlle Fontanès" "林书雅" "ليان الحداد"
step list --tag Kaffeerunde
step sheet --tag Kaffeerunde --title Kaffeerunde -o build/demo/sheet.pdf
printf '\nThe book is build/demo/book.db, the sheet build/demo/sheet.pdf.\n'
