// Kaffeerunde helps a person look after the people they know. Started alone or with .vcf files it opens its window; started
// with a verb ("kaffeerunde list") it does the same work in the terminal.
package main

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"time"

	"kaffeerunde/app"
	"kaffeerunde/app/cli"
)

//go:embed all:frontend/dist
var dist embed.FS

//go:embed build/icon/128.png
var icon []byte

// version is set by the build: -ldflags "-X main.version=1.2.3".
var version = "dev"

func main() {
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	if cli.IsVerb(args) {
		return cli.Run(context.Background(), args, version, os.Stdin, os.Stdout, os.Stderr)
	}
	assets, err := fs.Sub(dist, "frontend/dist")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if err := app.Start(args, app.Options{Assets: assets, Icon: icon, Version: version, Now: time.Now}); err != nil {
		fmt.Fprintln(os.Stderr, app.Explain(err))
		return 1
	}
	return 0
}
