//go:build linux && !bindings

package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestChoosePainter(t *testing.T) {
	unset := func(t *testing.T) {
		t.Setenv(paintByProcessor, "") // puts it back afterwards
		if err := os.Unsetenv(paintByProcessor); err != nil {
			t.Fatal(err)
		}
	}
	choose := func(t *testing.T, devices string) string {
		if err := choosePainter(devices); err != nil {
			t.Fatal(err)
		}
		return os.Getenv(paintByProcessor)
	}
	t.Run("the processor paints where there is no card", func(t *testing.T) {
		unset(t)
		if got := choose(t, filepath.Join(t.TempDir(), "dri")); got != "1" {
			t.Errorf("%s = %q, want 1", paintByProcessor, got)
		}
	})
	t.Run("a card paints", func(t *testing.T) {
		unset(t)
		devices := t.TempDir()
		if err := os.WriteFile(filepath.Join(devices, "renderD128"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := choose(t, devices); got != "" {
			t.Errorf("%s = %q, want it unset", paintByProcessor, got)
		}
	})
	t.Run("what the person set stays", func(t *testing.T) {
		t.Setenv(paintByProcessor, "0")
		if got := choose(t, t.TempDir()); got != "0" {
			t.Errorf("%s = %q, want 0", paintByProcessor, got)
		}
	})
}
