//go:build unix

package cli

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kaffeerunde/backend/sample"
)

// TestFileModes runs whatever writes a file, with the umask of somebody who never thought of it.
func TestFileModes(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	home := t.TempDir()
	t.Setenv("KAFFEERUNDE_BOOK", filepath.Join(home, "data", "book.db"))
	t.Setenv("LANG", "en_GB.UTF-8")
	in := filepath.Join(t.TempDir(), "sample.vcf")
	if err := os.WriteFile(in, append(sample.VCards(), "DCIM/IMG_0001.jpg\r\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	out := func(name string) string { return filepath.Join(home, name) }
	for _, line := range []string{
		"import " + in, "tag add Choir 1 2", "backup", "backup " + out("copy.db"),
		"export --format vcf -o " + out("all.vcf"), "export --format csv -o " + out("all.csv"), "export --format xlsx -o " + out("all.xlsx"),
		"export --whole " + out("whole.zip"), "sheet --layout list -o " + out("sheet.pdf"), "graph --format graphml -o " + out("net.graphml"), "graph --format svg -o " + out("net.svg"),
		"doctor --salvage " + out("saved.db"), "doctor --salvage " + out("saved.vcf"),
	} {
		var said bytes.Buffer
		if code := Run(t.Context(), strings.Fields(line), "1", strings.NewReader(""), &said, &said); code != exitDone {
			t.Errorf("%s ended with %d:\n%s", line, code, &said)
		}
	}
	files := 0
	err := filepath.WalkDir(home, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == home {
			return err
		}
		state, err := entry.Info()
		if err != nil {
			return err
		}
		files++
		if state.Mode().Perm()&0o077 != 0 {
			t.Errorf("others can get at %s: %v", path, state.Mode())
		}
		return nil
	})
	if err != nil || files < 14 {
		t.Errorf("there are %d files (%v), want all of them", files, err)
	}
}
