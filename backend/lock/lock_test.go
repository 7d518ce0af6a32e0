package lock

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTry(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ claim, path string }{{"a file has one holder", file}, {"a folder has one holder", folder}} {
		t.Run(c.claim, func(t *testing.T) {
			first, second := open(t, c.path), open(t, c.path)
			for _, step := range []struct {
				f    *os.File
				want bool
			}{{first, true}, {first, true}, {second, false}} {
				if got, err := Try(step.f); got != step.want || err != nil {
					t.Fatalf("Try = %v, %v, want %v", got, err, step.want)
				}
			}
			if err := first.Close(); err != nil {
				t.Fatal(err)
			}
			if got, err := Try(second); !got || err != nil {
				t.Errorf("after the holder closed it Try = %v, %v, want true", got, err)
			}
		})
	}
}

func open(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}
