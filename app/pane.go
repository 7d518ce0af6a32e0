package app

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/options"
	wails "github.com/wailsapp/wails/v2/pkg/runtime"
)

// pane is what the program does to its own window. Wails ends the process when it is asked outside of one, so tests have another.
type pane interface {
	// emit sends an event to the page.
	emit(ctx context.Context, name string, value any)
	// paint gives the window the colour that shows where the page has not drawn yet.
	paint(ctx context.Context, colour *options.RGBA)
	// raise brings the window to the front.
	raise(ctx context.Context)
	// size returns width and height in logical pixels, and whether the window is maximised.
	size(ctx context.Context) (width, height int, maximised bool)
	// quit closes the window, which asks the session once more.
	quit(ctx context.Context)
	// copy puts text on the clipboard.
	copy(ctx context.Context, text string) error
}

// wailsPane is the real window.
type wailsPane struct{}

func (wailsPane) emit(ctx context.Context, name string, value any) {
	wails.EventsEmit(ctx, name, value)
}

func (wailsPane) paint(ctx context.Context, c *options.RGBA) {
	wails.WindowSetBackgroundColour(ctx, c.R, c.G, c.B, c.A)
}

func (wailsPane) raise(ctx context.Context) {
	wails.WindowUnminimise(ctx)
	wails.WindowShow(ctx)
}

func (wailsPane) size(ctx context.Context) (width, height int, maximised bool) {
	width, height = wails.WindowGetSize(ctx)
	return width, height, wails.WindowIsMaximised(ctx)
}

func (wailsPane) quit(ctx context.Context) { wails.Quit(ctx) }

func (wailsPane) copy(ctx context.Context, text string) error {
	return wails.ClipboardSetText(ctx, text)
}
