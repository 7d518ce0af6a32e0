package app

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWindow(t *testing.T) {
	usual := window{Width: 1280, Height: 800}
	t.Run("a window comes back as it was left", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "state", "window.json")
		left := window{Width: 900, Height: 600, Maximised: true, Dark: true}
		if err := left.save(path); err != nil {
			t.Fatalf("save = %v", err)
		}
		if got := readWindow(path); got != left {
			t.Errorf("readWindow = %+v, want %+v", got, left)
		}
	})
	t.Run("the first start has the usual size", func(t *testing.T) {
		if got := readWindow(filepath.Join(t.TempDir(), "none.json")); got != usual {
			t.Errorf("readWindow = %+v, want %+v", got, usual)
		}
	})
	for claim, content := range map[string]string{
		"a damaged file does not keep the window shut":  "{",
		"a window too small to use is not brought back": `{"width":3,"height":2}`,
	} {
		t.Run(claim, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "window.json")
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			if got := readWindow(path); got != usual {
				t.Errorf("readWindow(%s) = %+v, want %+v", content, got, usual)
			}
		})
	}
}
