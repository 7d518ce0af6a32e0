//go:build !e2e

package app

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	wails "github.com/wailsapp/wails/v2/pkg/runtime"
)

func newDesktop() desktop { return nativeDesktop{} }

// clock is what the program goes by.
func clock(now func() time.Time) func() time.Time { return now }

// nativeDesktop asks with the dialogs of the system.
type nativeDesktop struct{}

func (nativeDesktop) chooseFiles(ctx context.Context, d dialog) ([]string, error) {
	paths, err := wails.OpenMultipleFilesDialog(ctx, openOptions(d))
	if err != nil {
		return nil, fmt.Errorf("choose files: %w", err)
	}
	return paths, nil
}

func (nativeDesktop) chooseFile(ctx context.Context, d dialog) (string, error) {
	path, err := wails.OpenFileDialog(ctx, openOptions(d))
	if err != nil {
		return "", fmt.Errorf("choose a file: %w", err)
	}
	return path, nil
}

func (nativeDesktop) saveFile(ctx context.Context, d dialog) (string, error) {
	path, err := wails.SaveFileDialog(ctx, wails.SaveDialogOptions{
		Title:           d.Title,
		DefaultFilename: d.Name,
		Filters:         []wails.FileFilter{{DisplayName: d.Kind, Pattern: d.Patterns}},
	})
	if err != nil {
		return "", fmt.Errorf("choose where to save: %w", err)
	}
	return path, nil
}

func openOptions(d dialog) wails.OpenDialogOptions {
	return wails.OpenDialogOptions{
		Title:   d.Title,
		Filters: []wails.FileFilter{{DisplayName: d.Kind, Pattern: d.Patterns}},
	}
}

func (nativeDesktop) open(target string) error {
	opener, args := opener()
	cmd := exec.Command(opener, append(args, target)...)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("open with the system: %w", err)
	}
	// The opener lives as long as the program it started; nobody waits for that, but it must not stay a zombie.
	go func() { _ = cmd.Wait() }()
	return nil
}

func (n nativeDesktop) show(path string) error { return n.open(filepath.Dir(path)) }

func opener() (string, []string) {
	switch runtime.GOOS {
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}
	case "darwin":
		return "open", nil
	}
	return "xdg-open", nil
}
