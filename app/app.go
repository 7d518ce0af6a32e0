// Package app is the desktop shell: it opens the window, binds one small service a screen to the page in it, and turns what
// the book says into views. It is the only package that imports Wails.
package app

import (
	"io/fs"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
)

// Options say how the window starts.
type Options struct {
	Assets  fs.FS  // the built frontend
	Version string // as the about screen shows it
}

// Run opens the window and returns when it is closed.
func Run(o Options) error {
	s := &session{}
	return wails.Run(&options.App{
		Title:       "Kaffeerunde",
		AssetServer: &assetserver.Options{Assets: o.Assets},
		Bind: []any{
			&Shell{s}, &People{s}, &Tags{s}, &Imports{s}, &Exports{s}, &Sheets{s}, &History{s}, &Preferences{s}, &Jobs{s},
		},
		EnumBind: []any{piles, decisions},
	})
}
