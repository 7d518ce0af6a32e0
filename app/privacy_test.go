package app

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
)

// TestLogWithoutNames does what goes well and what goes wrong with people, tags and files of a name that nothing else has, and looks
// for it in the log.
func TestLogWithoutNames(t *testing.T) {
	const marker = "Zwiebelhuber"
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	defer slog.SetDefault(before)

	s, desktop := opened(t)
	dir := t.TempDir()
	phone := filepath.Join(dir, marker+".vcf")
	card := "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kim " + marker + "\r\nNOTE:about " + marker + "\r\nPHOTO;ENCODING=b:" + marker + "\r\nEND:VCARD\r\n" + marker + " is no card\r\n"
	if err := os.WriteFile(phone, []byte(card), 0o600); err != nil {
		t.Fatal(err)
	}
	imports, people, tags := &Imports{s}, &People{s}, &Tags{s}
	preview, err := imports.Preview("job", []string{phone, filepath.Join(dir, marker)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := imports.Run("job", preview.ID); err != nil {
		t.Fatal(err)
	}
	ids, err := people.IDs(PersonQuery{IDs: []int64{}})
	if err != nil || len(ids) != 1 {
		t.Fatalf("IDs = %v, %v; want one", ids, err)
	}
	if _, err := tags.Put(marker, ids); err != nil {
		t.Fatal(err)
	}
	desktop.path = filepath.Join(dir, "no", "such", "folder", marker+".vcf")
	for _, err := range []error{
		fmt.Errorf("card of %s: %w", marker, errors.New("who knows")),
		&contact.AmbiguousError{Name: marker},
		func() error {
			_, err := (&Exports{s}).Save("job", ExportForm{Query: PersonQuery{IDs: []int64{}}, Format: "vcf"})
			return err
		}(),
		func() error { _, err := people.Read(4711); return err }(),
		func() (err error) {
			defer rescue(&err)
			panic(marker)
		}(),
		(&Shell{s}).Report("TypeError: " + marker + " is undefined"),
	} {
		if err != nil {
			_ = formatError(err)
		}
	}
	if !strings.Contains(log.String(), "panicked") {
		t.Errorf("the log is %q, want what went wrong in it", log.String())
	}
	if strings.Contains(log.String(), marker) {
		t.Errorf("the log names somebody:\n%s", log.String())
	}
}

// dialling is how a Go program reaches for another computer.
var dialling = regexp.MustCompile(`\b(http\.(Get|Post|PostForm|Head|Client|DefaultClient|NewRequest\w*|DefaultTransport|Transport)|net\.(Dial\w*|Lookup\w+|Resolver|DefaultResolver))\b`)

// TestNobodyDials looks through the source: what is not written cannot be called.
func TestNobodyDials(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && (name == "node_modules" || name == "bench" || name == ".git" || path == filepath.Join("..", "build")) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "e2e") {
			return nil
		}
		source, err := os.ReadFile(path)
		if call := dialling.Find(source); call != nil {
			t.Errorf("%s has %s", path, call)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
