package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/locale"
)

// ErrNoDisplay says that there is no screen to open a window on.
var ErrNoDisplay = errors.New("there is no display")

// Start opens the window as the command line and the environment say, and fills in what Options leaves empty. It returns when
// the window is closed, or at once when another window has the book open: that one gets the files and comes to the front. The
// error is ErrNoDisplay where none can open.
func Start(args []string, o Options) error {
	if !hasDisplay(os.Getenv) {
		return ErrNoDisplay
	}
	dir, err := os.Getwd()
	if err != nil {
		return fmt.Errorf("find the working folder: %w", err)
	}
	a := ParseArguments(args, dir)
	o.Files = a.Files
	if o.Book, err = bookPath(a.Book, dir); err != nil {
		return err
	}
	if handedOver(instance(o.Book), args, dir) {
		return nil
	}
	o.Language, o.Region = locale.FromEnvironment(os.Getenv).Language(), locale.Region(os.Getenv)
	o.State = filepath.Join(xdg.StateHome, "kaffeerunde", "window.json")
	o.SystemDark = systemDark()
	if o.SystemDark && os.Getenv("GTK_THEME") == "" {
		// GTK 3 does not know the desktop's wish, and the page learns from GTK what prefers-color-scheme is.
		if err := os.Setenv("GTK_THEME", "Adwaita:dark"); err != nil {
			return fmt.Errorf("choose the dark theme: %w", err)
		}
	}
	if err := choosePainter("/dev/dri"); err != nil {
		return err
	}
	return Run(o)
}

// bookPath is the book that was asked for on the command line, else in the environment, else the usual one.
func bookPath(asked, dir string) (string, error) {
	if asked != "" {
		return asked, nil
	}
	if path := os.Getenv("KAFFEERUNDE_BOOK"); path != "" {
		return absolute(path, dir), nil
	}
	return book.DefaultPath()
}

// Explain returns why the window did not open, as a sentence in the language of the environment.
func Explain(err error) string {
	words := locale.FromEnvironment(os.Getenv)
	if errors.Is(err, ErrNoDisplay) {
		return words.T("window.no-display")
	}
	f := failure(err)
	args := make([]any, 0, 2*len(f.Args))
	for _, a := range f.Args {
		args = append(args, a.Name, a.Value)
	}
	return words.T("error."+f.Code, args...)
}
