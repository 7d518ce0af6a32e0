// Kaffeerunde helps a person look after the people they know. Started alone or with .vcf files it opens its window; started
// with a verb ("kaffeerunde list") it does the same work in the terminal.
package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"

	"kaffeerunde/app"
)

//go:embed all:frontend/dist
var dist embed.FS

// version is set by the build: -ldflags "-X main.version=1.2.3".
var version = "dev"

func main() {
	os.Exit(run())
}

func run() int {
	assets, err := fs.Sub(dist, "frontend/dist")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if err := app.Run(app.Options{Assets: assets, Version: version}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}
