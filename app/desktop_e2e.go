//go:build e2e

package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

func newDesktop() desktop {
	return scriptedDesktop{
		choose: filepath.SplitList(os.Getenv("KAFFEERUNDE_E2E_CHOOSE")),
		saveTo: os.Getenv("KAFFEERUNDE_E2E_SAVE"),
		opened: os.Getenv("KAFFEERUNDE_E2E_OPENED"),
	}
}

// clock is so much later as the environment says, "17520h", so that a test sees what years do to a screen.
func clock(now func() time.Time) func() time.Time {
	later, err := time.ParseDuration(os.Getenv("KAFFEERUNDE_E2E_LATER"))
	if err != nil {
		return now
	}
	return func() time.Time { return now().Add(later) }
}

// scriptedDesktop answers as the environment says: the files to choose, the folder to save in under the suggested name, and a
// file that notes what would have been opened, one a line.
type scriptedDesktop struct {
	choose []string
	saveTo string
	opened string
}

func (s scriptedDesktop) chooseFiles(context.Context, dialog) ([]string, error) { return s.choose, nil }

func (s scriptedDesktop) chooseFile(context.Context, dialog) (string, error) {
	if len(s.choose) == 0 {
		return "", nil
	}
	return s.choose[0], nil
}

func (s scriptedDesktop) saveFile(_ context.Context, d dialog) (string, error) {
	if s.saveTo == "" {
		return "", nil
	}
	return filepath.Join(s.saveTo, d.Name), nil
}

func (s scriptedDesktop) open(target string) error {
	if s.opened == "" {
		return nil
	}
	f, err := os.OpenFile(s.opened, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("note what was opened: %w", err)
	}
	if _, err := fmt.Fprintln(f, target); err != nil {
		_ = f.Close()
		return fmt.Errorf("note what was opened: %w", err)
	}
	return f.Close()
}

func (s scriptedDesktop) show(path string) error { return s.open(filepath.Dir(path)) }
