package book

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// packed makes an archive of files, given as name and content in turn.
func packed(t testing.TB, files ...string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, files[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// problems are the codes of what is wrong with files, by name; "" for a file that could be read.
func problems(t testing.TB, b *Book, paths ...string) map[string]string {
	t.Helper()
	receipts, err := b.ImportFiles(t.Context(), paths, ImportOptions{DryRun: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, r := range receipts {
		found[r.Name] = ""
		if r.Problem != nil {
			found[r.Name] = r.Problem.Code
		}
	}
	return found
}

func TestImportOfArchives(t *testing.T) {
	t.Parallel()
	ada, bo := card("FN:Ada Beispiel", "TEL:030 23125001"), card("FN:Bo Muster")
	t.Run("each file in it is one of the receipt, and a second import adds nobody", func(t *testing.T) {
		b := newBook(t)
		path := file(t, "export.zip", packed(t, "anna/ada.vcf", ada, "bo.VCF", bo, "Connections.csv", linkedIn, "readme.pdf", "%PDF",
			"__MACOSX/._ada.vcf", "x", ".hidden.vcf", ada, "folder/", ""))
		receipts, err := b.ImportFiles(t.Context(), []string{path}, ImportOptions{}, nil)
		if err != nil || len(receipts) != 3 {
			t.Fatalf("receipts = %+v, %v, want three files", receipts, err)
		}
		if r := receipts[0]; r.Name != "export.zip/anna/ada.vcf" || r.Path != path+"/anna/ada.vcf" || r.Add != 1 {
			t.Errorf("the first is %s at %s with %+v, want Ada's", r.Name, r.Path, r.Plan)
		}
		if r := receipts[2]; r.Add != 2 || r.Layout != "linkedin" {
			t.Errorf("the third is %+v, want two of LinkedIn", r)
		}
		history, err := b.History(t.Context(), 0, 1)
		if err != nil || history.Items[0].Name != "export.zip" {
			t.Errorf("the operation is %+v, %v, want it named after the archive", history, err)
		}
		again, err := b.ImportFiles(t.Context(), []string{path}, ImportOptions{}, nil)
		if err != nil || again[0].Operation != 0 {
			t.Errorf("again = %+v, %v, want nothing", again, err)
		}
		if table, err := b.Table(t.Context(), receipts[2].Path); err != nil || table.Layout != "linkedin" {
			t.Errorf("Table = %+v, %v, want that in the archive", table, err)
		}
		for card, err := range receipts[0].ReadCards(t.Context()) {
			if err != nil || card.FN[0] != "Ada Beispiel" {
				t.Errorf("read again: %+v, %v, want Ada", card, err)
			}
		}
	})
	t.Run("a preview of an archive that changed is refused", func(t *testing.T) {
		b := newBook(t)
		path := file(t, "export.zip", packed(t, "ada.vcf", ada))
		p, err := b.Preview(t.Context(), []string{path}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(packed(t, "ada.vcf", ada, "bo.vcf", bo)), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Import(t.Context(), p, nil); Explain(err).Code != "file-changed" {
			t.Errorf("import = %v, want file-changed", err)
		}
	})
	t.Run("names are shown without a way out of the archive", func(t *testing.T) {
		b := newBook(t)
		path := file(t, "a.zip", packed(t, "../../etc/ada.vcf", ada, `..\bo.vcf`, bo, "x/\x1b[31mred.vcf", card("FN:Red")))
		got := problems(t, b, path)
		for _, want := range []string{"a.zip/etc/ada.vcf", "a.zip/bo.vcf", "a.zip/x/[31mred.vcf"} {
			if code, ok := got[want]; !ok || code != "" {
				t.Errorf("files = %v, want %s", got, want)
			}
		}
	})
	for _, c := range []struct{ claim, content, name, want string }{
		{"an archive without contacts", packed(t, "a.jpg", "x"), "a.zip", "archive-empty"},
		{"an empty archive", packed(t), "a.zip", "archive-empty"},
		{"an archive in an archive", packed(t, "inner.zip", packed(t, "ada.vcf", ada)), "a.zip/inner.zip", "archive-nested"},
		{"a damaged archive", "PK\x03\x04 and nothing more", "a.zip", "archive-broken"},
		{"a file that grows too much", packed(t, "a.vcf", strings.Repeat("x", 40<<20)), "a.zip/a.vcf", "archive-too-large"},
		{"a file that is empty", packed(t, "a.vcf", ""), "a.zip/a.vcf", "file-empty"},
	} {
		t.Run(c.claim+" is told", func(t *testing.T) {
			if got := problems(t, newBook(t), file(t, "a.zip", c.content)); got[c.name] != c.want {
				t.Errorf("problems = %v, want %s for %s", got, c.want, c.name)
			}
		})
	}
	t.Run("a file whose bytes are not those of the directory is told", func(t *testing.T) {
		content := []byte(packed(t, "ada.vcf", ada))
		at := bytes.Index(content, []byte("ada.vcf")) + len("ada.vcf") + 12
		content[at] ^= 0xff
		if got := problems(t, newBook(t), file(t, "a.zip", string(content))); got["a.zip/ada.vcf"] != "archive-broken" {
			t.Errorf("problems = %v, want archive-broken", got)
		}
	})
}

func TestImportOfFolders(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "contacts")
	for name, content := range map[string]string{
		"ada.vcf": card("FN:Ada"), "deep/er/bo.vcf": card("FN:Bo"), "list.csv": own, "old.zip": packed(t, "cem.vcf", card("FN:Cem")),
		".hidden/eve.vcf": card("FN:Eve"), ".eve.vcf": card("FN:Eve"), "picture.jpg": "x", "letter.txt": "Dear Ada,",
	} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("what is below it is taken in, hidden files are not", func(t *testing.T) {
		got := problems(t, newBook(t), folder)
		want := []string{"contacts/ada.vcf", "contacts/deep/er/bo.vcf", "contacts/list.csv", "contacts/old.zip/cem.vcf"}
		for _, name := range want {
			if code, ok := got[name]; !ok || code != "" {
				t.Errorf("files = %v, want %s", got, name)
			}
		}
		if len(got) != len(want) {
			t.Errorf("files = %v, want %v", got, want)
		}
	})
	t.Run("a folder without contacts is told", func(t *testing.T) {
		empty := filepath.Join(t.TempDir(), "empty")
		if err := os.Mkdir(empty, 0o700); err != nil {
			t.Fatal(err)
		}
		if got := problems(t, newBook(t), empty); got["empty"] != "folder-empty" {
			t.Errorf("problems = %v, want folder-empty", got)
		}
	})
}

// FuzzArchive hands any bytes to the import as an archive.
func FuzzArchive(f *testing.F) {
	f.Add([]byte(packed(f, "ada.vcf", card("FN:Ada"), "own.csv", own)))
	f.Fuzz(func(t *testing.T, content []byte) {
		path := file(t, "a.zip", string(content))
		for _, s := range sourcesFrom([]string{path}) {
			in, err := s.open()
			if err != nil {
				continue
			}
			n, _ := io.Copy(io.Discard, in)
			if n > max(s.size, int64(len(content))) {
				t.Errorf("%d bytes of %d", n, s.size)
			}
			if err := in.Close(); err != nil {
				t.Error(err)
			}
		}
	})
}
