package cli

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCorpus reads real files of many producers through the terminal. They lie beside the project and never in it;
// KAFFEERUNDE_CORPUS says where.
func TestCorpus(t *testing.T) {
	folder := os.Getenv("KAFFEERUNDE_CORPUS")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "corpus")
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("skipped: there is no corpus at %s; KAFFEERUNDE_CORPUS names another place", folder)
	}
	book := filepath.Join(t.TempDir(), "book.db")
	tell(t, "list", "--book", book)
	err = filepath.WalkDir(filepath.Join(folder, "files"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.EqualFold(filepath.Ext(path), ".vcf") {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		t.Run(name, func(t *testing.T) { checkAccount(t, book, path) })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// checkAccount demands that a dry run tells every card of a file and accounts for every line.
func checkAccount(t *testing.T, book, path string) {
	var files []struct {
		importAnswer
		Read []readAnswer `json:"read"`
	}
	var out, complaints bytes.Buffer
	code := Run(t.Context(), []string{"import", "--dry-run", "--json", "--book", book, path}, "", nil, &out, &complaints)
	text := out.Bytes()
	if err := json.Unmarshal(text, &files); err != nil || len(files) != 1 {
		t.Fatalf("the answer holds %d files (%v), want 1", len(files), err)
	}
	if err := withoutNull(text); err != nil {
		t.Error(err)
	}
	file := files[0]
	if want := map[bool]int{true: exitDone, false: exitFailed}[file.Cards > 0]; code != want {
		t.Errorf("a file of %d cards ended with %d, want %d: %s", file.Cards, code, want, complaints.String())
	}
	if l := file.Lines; l.Shown+l.Kept+l.Unreadable != l.Total {
		t.Errorf("lines: %d shown + %d kept + %d unreadable, want %d in all", l.Shown, l.Kept, l.Unreadable, l.Total)
	}
	if len(file.Read) != file.Cards {
		t.Errorf("%d cards were read, want %d", len(file.Read), file.Cards)
	}
	if got := file.New + file.Same + file.Similar; got != file.Cards {
		t.Errorf("%d new + %d same + %d similar, want %d cards", file.New, file.Same, file.Similar, file.Cards)
	}
}

// tell runs the program within the test and returns its answer.
func tell(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, complaints bytes.Buffer
	if code := Run(t.Context(), args, "", nil, &out, &complaints); code != exitDone {
		t.Fatalf("%q ended with %d, want %d: %s", args, code, exitDone, complaints.String())
	}
	return out.Bytes()
}
