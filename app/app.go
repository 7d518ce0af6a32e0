// Package app is the desktop shell: it opens the window, binds one small service a screen to the page in it, and turns what
// the book says into views. It is the only package that imports Wails.
package app

import (
	"fmt"
	"io/fs"
	"net/http"
	"runtime"
	"time"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"
	"github.com/wailsapp/wails/v2/pkg/options/windows"

	"kaffeerunde/backend/locale"
)

// Options say how the window starts.
type Options struct {
	Assets   fs.FS  // the built frontend
	Icon     []byte // PNG
	Version  string // as Settings shows it
	Book     string // absolute path of the book
	Files    []string
	State    string // where the window's size is kept
	Language string // of the system, as a POSIX locale name
	Region   string // of the system, as an ISO 3166 code; "" where it says none
	Now      func() time.Time
	// SystemDark tells whether the system prefers dark colours.
	SystemDark bool
}

// Run opens the window and returns when it is closed.
func Run(o Options) error {
	s := newSession(o)
	if err := wails.Run(s.options(o)); err != nil {
		return fmt.Errorf("open the window: %w", err)
	}
	return nil
}

func (s *session) options(o Options) *options.App {
	return &options.App{
		Title:     locale.For(o.Language).T("app.name"),
		Width:     s.window.Width,
		Height:    s.window.Height,
		MinWidth:  minWidth,
		MinHeight: minHeight,
		// The first frame has the colour of the page, so that nothing flashes.
		BackgroundColour: background(s.window.Dark),
		WindowStartState: startState(s.window),
		AssetServer: &assetserver.Options{
			Assets: o.Assets,
			Middleware: assetserver.ChainMiddleware(guarded, func(next http.Handler) http.Handler {
				return s.files(next)
			}),
		},
		OnStartup:     s.open,
		OnShutdown:    s.shutdown,
		OnBeforeClose: s.closing,
		DragAndDrop:   &options.DragAndDrop{EnableFileDrop: true},
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId:               instance(o.Book),
			OnSecondInstanceLaunch: s.secondStart,
		},
		Bind: []any{
			&Shell{s}, &People{s}, &Tags{s}, &Imports{s}, &Exports{s}, &Sheets{s}, &History{s}, &Preferences{s}, &Jobs{s}, &Network{s},
			&Questions{s}, &Reviews{s}, &Timelines{s}, &Events{s}, &Evenings{s}, &GuestLists{s}, &Topics{s}, &Duplicates{s}, &Backups{s}, &Bin{s}, &Recoveries{s}, &Me{s}, &Today{s},
		},
		EnumBind:           []any{piles, decisions, choices, tableKnowledge, nodeKinds, colourings},
		ErrorFormatter:     formatError,
		LogLevel:           logger.ERROR,
		LogLevelProduction: logger.ERROR,
		Linux: &linux.Options{
			Icon:        o.Icon,
			ProgramName: "kaffeerunde",
			// "Never" makes screenshots hang and "always" does not start without a GPU.
			WebviewGpuPolicy: linux.WebviewGpuPolicyOnDemand,
		},
		Mac:     &mac.Options{OnFileOpen: func(path string) { s.handOver([]string{path}) }},
		Windows: &windows.Options{Theme: windows.SystemDefault},
	}
}

// The paper of the light and the dark theme, as tokens.css has it.
var (
	lightPaper = options.NewRGB(0xfa, 0xf7, 0xf2)
	darkPaper  = options.NewRGB(0x1a, 0x16, 0x13)
)

func background(dark bool) *options.RGBA {
	if dark {
		return darkPaper
	}
	return lightPaper
}

func startState(w window) options.WindowStartState {
	if w.Maximised {
		return options.Maximised
	}
	return options.Normal
}

func onMac() bool { return runtime.GOOS == "darwin" }
