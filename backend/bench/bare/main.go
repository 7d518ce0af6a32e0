// Command bare opens a window with the same list in it for everyone: what any program that is built on Wails takes to start.
// It is built with the tags of the program and draws the way it does.
package main

import (
	"log"
	"testing/fstest"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
)

const page = `<!doctype html><meta charset="utf-8"><title>bare</title>
<body><ol id="list"></ol>
<script>
for (let i = 0; i < 20; i++) list.insertAdjacentHTML('beforeend', '<li style="height: 36px">Ada Example ' + i)
</script>`

func main() {
	err := wails.Run(&options.App{
		Title:       "bare",
		Width:       1280,
		Height:      800,
		Linux:       &linux.Options{WebviewGpuPolicy: linux.WebviewGpuPolicyOnDemand},
		AssetServer: &assetserver.Options{Assets: fstest.MapFS{"index.html": {Data: []byte(page)}}},
	})
	if err != nil {
		log.Fatal(err)
	}
}
