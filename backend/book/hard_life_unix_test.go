//go:build unix

package book

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
)

// hardship names the book of a process under test that lives where life is hard.
const hardship = "KAFFEERUNDE_TEST_HARDSHIP"

// TestHardship is no test of its own: TestHardLife runs it in a process of its own, in a world where something is missing. It does what
// it is told and prints the code of what was said.
func TestHardship(t *testing.T) {
	path := os.Getenv(hardship)
	if path == "" {
		t.Skip("only TestHardLife runs this")
	}
	signal.Ignore(syscall.SIGXFSZ) // a limit on files answers like a full disk then
	if limit := os.Getenv(hardship + "_LIMIT"); limit != "" {
		var bytes uint64
		if _, err := fmt.Sscan(limit, &bytes); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: bytes}); err != nil {
			t.Fatal(err)
		}
	}
	b, err := Open(t.Context(), path, still(1))
	if err != nil {
		fmt.Println("said", Explain(err).Code)
		return
	}
	defer b.Close()
	before := dump(t, b)
	_, err = b.ImportFiles(t.Context(), []string{path + ".vcf"}, ImportOptions{}, nil)
	if err == nil {
		t.Fatal("the import found nothing hard")
	}
	fmt.Println("said", Explain(err).Code)
	if got := dump(t, b); got != before {
		t.Error("the import is half there")
	}
	for _, d := range must(b.Doctor(t.Context())) {
		t.Errorf("doctor says %s %v", d.Code, d.Args)
	}
}

func TestHardLife(t *testing.T) {
	// hard runs the process in a shell that first makes the world hard, and returns what it said.
	hard := func(t *testing.T, world, path string, env ...string) string {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		run := exec.CommandContext(ctx, "sh", "-c", world+` exec "$0" -test.run='^TestHardship$'`, os.Args[0])
		if strings.Contains(world, "mount") {
			run = exec.CommandContext(ctx, "unshare", append([]string{"--map-root-user", "--mount"}, run.Args...)...)
			if err := exec.CommandContext(ctx, "unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt").Run(); err != nil {
				t.Skip("this system lets nobody mount a file system of their own")
			}
		}
		run.Env = append(append(os.Environ(), endsAtOnce, hardship+"="+path), env...)
		out, err := run.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		_, said, _ := strings.Cut(string(out), "said ")
		said, _, _ = strings.Cut(said, "\n")
		return said
	}
	home := func(t *testing.T) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "book.db")
		b := opened(t, path, 1)
		add(t, b, contact.Draft{Name: "Nur Demir"})
		if err := errors.Join(b.Close(), os.WriteFile(path+".vcf", []byte(many(2000)), 0o600)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	tmpfs := func(path, size, then string) string {
		dir := filepath.Dir(path)
		return fmt.Sprintf(`mkdir %[1]s/m && mount -t tmpfs -o %[2]s none %[1]s/m && cp %[1]s/book.db %[1]s/book.db.vcf %[1]s/m/ && %[3]s`, dir, size, then)
	}
	inside := func(path string) string { return filepath.Join(filepath.Dir(path), "m", "book.db") }
	t.Run("a full disk undoes the import and says so", func(t *testing.T) {
		path := home(t)
		if got := hard(t, tmpfs(path, "size=1m", ""), inside(path)); got != "no-space" {
			t.Errorf("it said %q, want no-space", got)
		}
	})
	t.Run("a limit on the size of files does the same", func(t *testing.T) {
		path := home(t)
		if got := hard(t, "", path, hardship+"_LIMIT=700000"); got != "no-space" {
			t.Errorf("it said %q, want no-space", got)
		}
	})
	t.Run("a folder that cannot be written is read, and a change is refused", func(t *testing.T) {
		path := home(t)
		if got := hard(t, tmpfs(path, "size=4m", "mount -o remount,ro "+filepath.Dir(inside(path))+" &&"), inside(path)); got != "book-read-only" {
			t.Errorf("it said %q, want book-read-only", got)
		}
	})
	t.Run("a book on a drive that was pulled out keeps nothing and says so", func(t *testing.T) {
		path := home(t)
		b := opened(t, path, 1)
		defer b.Close()
		if err := os.Rename(filepath.Dir(path), filepath.Dir(path)+"-gone"); err != nil {
			t.Fatal(err)
		}
		if _, _, err := b.Add(t.Context(), contact.Draft{Name: "Lost Otherwise"}); Explain(err).Code != "book-gone" {
			t.Errorf("Add = %v, want book-gone", err)
		}
		if err := os.Rename(filepath.Dir(path)+"-gone", filepath.Dir(path)); err != nil {
			t.Fatal(err)
		}
		add(t, b, contact.Draft{Name: "Ada Roth"})
		if got := count(t, b); got != 2 {
			t.Errorf("with the drive back there are %d people, want 2", got)
		}
		sound(t, b)
	})
	t.Run("another file in the book's place is not taken for it", func(t *testing.T) {
		path := home(t)
		b := opened(t, path, 1)
		defer b.Close()
		if err := errors.Join(os.Rename(path, path+".old"), os.WriteFile(path, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := b.Add(t.Context(), contact.Draft{Name: "Lost Otherwise"}); Explain(err).Code != "book-gone" {
			t.Errorf("Add = %v, want book-gone", err)
		}
	})
	t.Run("a clock that goes backwards changes nothing of the order in which things are undone", func(t *testing.T) {
		now := time.Date(2026, 5, 4, 18, 30, 0, 0, time.UTC)
		b, err := Open(t.Context(), filepath.Join(t.TempDir(), "book.db"), Options{Now: func() time.Time { now = now.Add(-48 * time.Hour); return now }})
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close()
		var dumps []string
		for _, name := range []string{"Ada Roth", "Nur Demir", "Kim Weber"} {
			dumps = append(dumps, dump(t, b))
			add(t, b, contact.Draft{Name: name})
			if _, err := b.BackUpDaily(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		for i := len(dumps) - 1; i >= 0; i-- {
			if _, err := b.Undo(t.Context(), 0); err != nil {
				t.Fatal(err)
			}
			if got := dump(t, b); got != dumps[i] {
				t.Errorf("undo %d leads to\n%s\nwant\n%s", i, got, dumps[i])
			}
		}
		sound(t, b)
	})
}
