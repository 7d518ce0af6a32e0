package book

import (
	"archive/zip"
	"bytes"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"testing"
)

// entriesOf returns the files of an archive by name.
func entriesOf(t testing.TB, path string) map[string][]byte {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	entries := map[string][]byte{}
	for _, entry := range archive.File {
		in, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		if entries[entry.Name], err = io.ReadAll(in); err != nil {
			t.Fatal(err)
		}
	}
	return entries
}

// A damaged archive is taken or refused; what is taken can be read and passes the doctor.
func TestWholeBookDamaged(t *testing.T) {
	path := wholeFile(t, rich(t), "")
	entries := entriesOf(t, path)
	random := rand.New(rand.NewPCG(1, 2))
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	for round := range rounds {
		changed := rewritten(t, path, func(name string, was []byte) (string, []byte) {
			content := bytes.Clone(entries[name])
			if len(content) > 0 && random.IntN(len(entries)) < 3 {
				content[random.IntN(len(content))] ^= byte(1 << random.IntN(8))
			}
			return name, content
		})
		into := filepath.Join(t.TempDir(), strconv.Itoa(round)+".db")
		if err := readWhole(t.Context(), changed, "", into); err != nil {
			continue
		}
		b, err := Open(t.Context(), into, Options{})
		if err != nil {
			t.Fatal(err)
		}
		// A book that cannot be told is one that a restore refuses.
		if err := b.Dump(t.Context(), io.Discard); err == nil {
			if _, err := b.Doctor(t.Context()); err != nil {
				t.Error(err)
			}
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
}

// FuzzWholeLine reads lines of the tables of an archive. What is read of one and written again reads the same.
func FuzzWholeLine(f *testing.F) {
	for _, content := range entriesOf(f, wholeFile(f, rich(f), "")) {
		for line := range bytes.Lines(content) {
			if bytes.HasPrefix(line, []byte("{")) {
				f.Add(line)
			}
		}
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		row, err := readWholeLine(line)
		if err != nil {
			return
		}
		written, err := wholeLine(row)
		if err != nil {
			t.Fatal(err)
		}
		again, err := readWholeLine(written)
		if err != nil {
			t.Fatalf("%q, written of %q, is not read: %v", written, line, err)
		}
		if twice, err := wholeLine(again); err != nil || !bytes.Equal(twice, written) {
			t.Errorf("%q is written again as %q, %v", written, twice, err)
		}
	})
}
