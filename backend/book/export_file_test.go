package book

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
	"kaffeerunde/backend/lock"
)

func writing(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// holds fails unless the folder holds exactly one file, with this text.
func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s holds %q, want %q", filepath.Base(path), got, want)
	}
	alone(t, filepath.Dir(path), filepath.Base(path))
}

// alone fails unless the folder holds these names only.
func alone(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(want) {
		t.Errorf("the folder holds %v, want %v", entries, want)
	}
}

func TestReplaceFile(t *testing.T) {
	t.Run("a new file is for its owner only", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "people.csv")
		if err := replaceFile(path, writing("whole")); err != nil {
			t.Fatal(err)
		}
		holds(t, path, "whole")
		state, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := state.Mode().Perm(); got != 0o600 {
			t.Errorf("its mode is %o, want 600", got)
		}
	})

	t.Run("an older file is there until the new one is whole", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "people.csv")
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		err := replaceFile(path, func(w io.Writer) error {
			if err := writing("new")(w); err != nil {
				return err
			}
			got, err := os.ReadFile(path)
			if string(got) != "old" {
				t.Errorf("while the new one is written the file holds %q, want %q", got, "old")
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		holds(t, path, "new")
	})

	t.Run("an export that breaks off leaves the older file and nothing beside it", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "people.csv")
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		broken := errors.New("broken")
		err := replaceFile(path, func(w io.Writer) error {
			return errors.Join(writing("half")(w), broken)
		})
		if !errors.Is(err, broken) {
			t.Errorf("the error is %v, want %v", err, broken)
		}
		holds(t, path, "old")
	})

	t.Run("an export that breaks off leaves no file where none was", func(t *testing.T) {
		folder := t.TempDir()
		err := replaceFile(filepath.Join(folder, "people.csv"), func(io.Writer) error { return ErrNoPeople })
		if !errors.Is(err, ErrNoPeople) {
			t.Errorf("the error is %v, want %v", err, ErrNoPeople)
		}
		alone(t, folder)
	})

	t.Run("what a killed program left is swept, what another writes is not", func(t *testing.T) {
		folder := t.TempDir()
		left, busy := filepath.Join(folder, ".kaffeerunde-1"), filepath.Join(folder, ".kaffeerunde-2")
		if err := errors.Join(os.WriteFile(left, nil, 0o600), os.WriteFile(busy, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		other, err := os.Open(busy)
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		if held, err := lock.Try(other); !held || err != nil {
			t.Fatal(held, err)
		}
		err = replaceFile(filepath.Join(folder, "people.csv"), func(w io.Writer) error {
			_, err := io.WriteString(w, "whole")
			sweepHalves(folder)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		alone(t, folder, ".kaffeerunde-2", "people.csv")
	})

	t.Run("a link stays a link to the replaced file", func(t *testing.T) {
		folder := t.TempDir()
		link := filepath.Join(t.TempDir(), "link.csv")
		path := filepath.Join(folder, "people.csv")
		if err := errors.Join(os.WriteFile(path, []byte("old"), 0o600), os.Symlink(path, link)); err != nil {
			t.Fatal(err)
		}
		if err := replaceFile(link, writing("new")); err != nil {
			t.Fatal(err)
		}
		holds(t, path, "new")
		if _, err := os.Readlink(link); err != nil {
			t.Errorf("the link is gone: %v", err)
		}
	})

	t.Run("a device is written to and stays", func(t *testing.T) {
		if err := replaceFile(os.DevNull, writing("gone")); err != nil {
			t.Fatal(err)
		}
		state, err := os.Stat(os.DevNull)
		if err != nil {
			t.Fatal(err)
		}
		if state.Mode().IsRegular() {
			t.Errorf("%s is a regular file now", os.DevNull)
		}
	})
}

func TestReplaceFileFaults(t *testing.T) {
	t.Run("a full disk is ErrNoSpace", func(t *testing.T) {
		if _, err := os.Stat("/dev/full"); err != nil {
			t.Skip("this system has no /dev/full to stand for a full disk")
		}
		if err := replaceFile("/dev/full", writing("x")); !errors.Is(err, ErrNoSpace) {
			t.Errorf("the error is %v, want %v", err, ErrNoSpace)
		}
	})
	for _, c := range []struct {
		claim, want string
		path        func(t *testing.T) string
	}{
		{"a folder that is not there", "target-folder-missing", func(t *testing.T) string {
			return filepath.Join(t.TempDir(), "missing", "people.csv")
		}},
		{"a folder in place of the file", "target-is-folder", func(t *testing.T) string { return t.TempDir() }},
		{"a name that is too long", "target-name", func(t *testing.T) string {
			return filepath.Join(t.TempDir(), strings.Repeat("x", 300))
		}},
		{"a folder that nobody may write to", "target-forbidden", func(t *testing.T) string {
			if os.Geteuid() == 0 {
				t.Skip("root may write everywhere")
			}
			folder := t.TempDir()
			if err := os.Chmod(folder, 0o500); err != nil {
				t.Fatal(err)
			}
			return filepath.Join(folder, "people.csv")
		}},
	} {
		t.Run(c.claim+" is "+c.want, func(t *testing.T) {
			path := c.path(t)
			err := replaceFile(path, writing("x"))
			var target *TargetError
			if !errors.As(err, &target) {
				t.Fatalf("replaceFile(%q) = %v, want a *TargetError", path, err)
			}
			if target.Code != c.want {
				t.Errorf("replaceFile(%q) is %q (%v), want %q", path, target.Code, err, c.want)
			}
		})
	}
}

func TestOwnBookIsNoTarget(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	b := openBook(t, path)
	add(t, b, contact.Draft{Name: "Nur Demir"})
	before := dump(t, b)
	link := filepath.Join(t.TempDir(), "people.csv")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{path, link} {
		_, err := b.ExportFile(t.Context(), Query{}, ExportOptions{Format: FormatCSV}, target, nil)
		var fault *TargetError
		if !errors.As(err, &fault) || fault.Code != "target-is-book" {
			t.Errorf("ExportFile(%q) = %v, want target-is-book", filepath.Base(target), err)
		}
	}
	if got := dump(t, b); got != before {
		t.Errorf("dump = %s, want %s", got, before)
	}
}

func TestEveryTargetErrorHasItsSentence(t *testing.T) {
	codes := []string{
		"target-folder-missing", "target-is-folder", "target-is-book", "target-is-source", "target-forbidden", "target-read-only", "target-name", "target-unwritable",
	}
	for _, code := range codes {
		err := fmt.Errorf("export: %w", &TargetError{Path: "/home/ada/people.csv", Code: code, Err: errors.New("no")})
		got := Explain(err)
		if want := []contact.Arg{{Name: "file", Value: "people.csv"}}; got.Code != code || !slices.Equal(got.Args, want) {
			t.Errorf("Explain(%v) = %+v, want %q with %v", err, got, code, want)
		}
		for _, language := range locale.Languages() {
			for _, key := range []string{"error." + code, "error." + code + ".hint"} {
				if !locale.For(language).Has(key) {
					t.Errorf("the catalogue of %q has no %q", language, key)
				}
			}
		}
	}
}
