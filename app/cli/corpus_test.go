package cli

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
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
	expected := expectations(t, folder)
	book := filepath.Join(t.TempDir(), "book.db")
	tell(t, "list", "--book", book)
	err = filepath.WalkDir(filepath.Join(folder, "files"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.EqualFold(filepath.Ext(path), ".vcf") {
			return err
		}
		name, err := filepath.Rel(filepath.Join(folder, "files"), path)
		if err != nil {
			return err
		}
		t.Run(name, func(t *testing.T) {
			cards := checkAccount(t, book, path)
			want, ok := expected[filepath.ToSlash(name)]
			if !ok {
				return
			}
			if len(cards) != want.Cards {
				t.Fatalf("%d cards, want %d", len(cards), want.Cards)
			}
			for i, w := range want.List {
				checkRead(t, i+1, cards[i], w)
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// expectation is what the corpus expects of a card. What is nil is not asserted.
type expectation struct {
	FN         *string
	N          []string
	Tel        []string
	Email      []string
	Org        [][]string
	Note       []string
	Categories []string
	Photo      []struct {
		Bytes int
		SHA1  string `json:"sha1_12"`
	}
}

type expectedFile struct {
	Cards int
	List  []expectation
}

func expectations(t *testing.T, folder string) map[string]expectedFile {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, "expect.json"))
	if err != nil {
		t.Fatal(err)
	}
	var expected struct{ Files map[string]expectedFile }
	if err := json.Unmarshal(content, &expected); err != nil {
		t.Fatal(err)
	}
	return expected.Files
}

// checkRead compares a card of a dry run with what the corpus expects, by the rules that stand at its top.
func checkRead(t *testing.T, number int, got readAnswer, want expectation) {
	t.Helper()
	if want.FN != nil {
		check(t, number, "fn", plainly(got.FN[:min(1, len(got.FN))]), plainly([]string{*want.FN}))
	}
	if want.N != nil {
		var first []string
		if len(got.N) > 0 {
			first = plainly(got.N[0])
		}
		check(t, number, "n", withoutEmptyTail(first), plainly(want.N))
	}
	for _, list := range []struct {
		name      string
		got, want []string
	}{{"tel", got.Tel, want.Tel}, {"email", got.Email, want.Email}, {"note", got.Note, want.Note}, {"categories", got.Categories, want.Categories}} {
		if list.want != nil {
			check(t, number, list.name, plainly(list.got), plainly(list.want))
		}
	}
	if want.Org != nil {
		for i := range got.Org {
			got.Org[i] = withoutEmptyTail(plainly(got.Org[i]))
		}
		check(t, number, "org", got.Org, want.Org)
	}
	if want.Photo != nil {
		photos := make([]photoAnswer, len(want.Photo))
		for i, p := range want.Photo {
			photos[i] = photoAnswer{Bytes: p.Bytes, SHA1: p.SHA1}
		}
		for i := range got.Photo {
			got.Photo[i].SHA1 = got.Photo[i].SHA1[:12]
		}
		check(t, number, "photo", got.Photo, photos)
	}
}

func check[T any](t *testing.T, number int, name string, got, want []T) {
	t.Helper()
	if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("card %d: %s %v, want %v", number, name, got, want)
	}
}

func plainly(list []string) []string {
	trimmed := make([]string, len(list))
	for i, s := range list {
		trimmed[i] = strings.TrimPrefix(strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")), "tel:")
	}
	return trimmed
}

func withoutEmptyTail(list []string) []string {
	for len(list) > 0 && list[len(list)-1] == "" {
		list = list[:len(list)-1]
	}
	return list
}

// checkAccount demands that a dry run tells every card of a file, which it returns, and accounts for every line.
func checkAccount(t *testing.T, book, path string) []readAnswer {
	t.Helper()
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
	return file.Read
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
