package book

import (
	"bufio"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
)

// victim names the book and the file that the process under test works with.
const victim = "KAFFEERUNDE_TEST_VICTIM"

// endsAtOnce lets a process that was built to look for races end when its work is done; it would wait for a second more.
const endsAtOnce = "GORACE=atexit_sleep_ms=0"

// TestVictim is no test of its own: TestKill runs it in a process of its own and kills that.
func TestVictim(t *testing.T) {
	path := os.Getenv(victim)
	if path == "" {
		t.Skip("only TestKill runs this")
	}
	b, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout.WriteString("ready\n")
	if os.Getenv(victim+"_UNDO") != "" {
		if _, err := b.Undo(t.Context(), 0); err != nil {
			t.Fatal(err)
		}
		return
	}
	if _, err := b.ImportFiles(t.Context(), []string{path + ".vcf"}, ImportOptions{}, nil); err != nil {
		t.Fatal(err)
	}
}

func TestKill(t *testing.T) {
	const rounds = 8
	text := many(3000)
	for _, c := range []struct {
		claim   string
		prepare func(t *testing.T, b *Book)
		env     string
	}{
		{"an import that is killed is wholly there or not at all", func(*testing.T, *Book) {}, ""},
		{"an undo that is killed is wholly done or not at all", func(t *testing.T, b *Book) { imported(t, b, ImportOptions{}, text) }, victim + "_UNDO=1"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			begun := filepath.Join(t.TempDir(), "book.db") // what every round begins with
			b := openBook(t, begun)
			add(t, b, contact.Draft{Name: "Nur Demir"})
			c.prepare(t, b)
			before, n := dump(t, b), count(t, b)
			if err := b.Close(); err != nil {
				t.Fatal(err)
			}
			content, err := os.ReadFile(begun)
			if err != nil {
				t.Fatal(err)
			}
			chance := rand.New(rand.NewPCG(1, 2))
			var whole time.Duration
			for round := range rounds {
				path := filepath.Join(t.TempDir(), "book.db")
				if err := errors.Join(os.WriteFile(path, content, 0o600), os.WriteFile(path+".vcf", []byte(text), 0o600)); err != nil {
					t.Fatal(err)
				}
				limit := 20 * time.Second
				if round > 0 {
					limit = time.Duration(chance.Int64N(int64(whole)))
				}
				whole = max(whole, kill(t, path, c.env, limit))
				b := openBook(t, path)
				switch after := count(t, b); {
				case round == 0 && after == n:
					t.Fatal("the process that was not killed did nothing")
				case after == n && dump(t, b) != before:
					t.Errorf("killed after %v the book holds as many people but not the same", limit)
				case after != n && after != 1 && after != 3001:
					t.Errorf("killed after %v the book holds %d people, want 1 or 3001", limit, after)
				}
				sound(t, b)
			}
		})
	}
}

func count(t testing.TB, b *Book) int {
	t.Helper()
	n, err := b.Count(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// kill runs the victim and kills it after limit, counted from when its book is open. It returns how long it lived.
func kill(t *testing.T, path, env string, limit time.Duration) time.Duration {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestVictim$")
	run.Env = append(os.Environ(), endsAtOnce, victim+"="+path, env)
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReader(out)
	if line, err := in.ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatalf("the process says %q, %v, want ready", line, err)
	}
	start := time.Now()
	alarm := time.AfterFunc(limit, func() { _ = run.Process.Kill() }) // it may have ended by itself
	_, _ = io.Copy(io.Discard, in)
	_ = run.Wait() // a killed process is no error here
	alarm.Stop()
	return time.Since(start)
}

func TestTwoPrograms(t *testing.T) {
	path := filepath.Join(t.TempDir(), "book.db")
	one, other := openBook(t, path), openBook(t, path)
	t.Run("each sees what the other does", func(t *testing.T) {
		add(t, one, contact.Draft{Name: "Jana Roth"})
		if got := names(t, other, Query{Text: "jana"}); len(got) != 1 {
			t.Errorf("the other finds %v, want Jana Roth", got)
		}
		add(t, other, contact.Draft{Name: "Jana Weber"})
		if got := names(t, one, Query{Text: "jana"}); len(got) != 2 {
			t.Errorf("the first finds %v, want both", got)
		}
	})
	t.Run("both can write at once", func(t *testing.T) {
		const each = 25
		done := make(chan error)
		for _, b := range []*Book{one, other} {
			go func() {
				var err error
				for range each {
					if _, _, failed := b.Add(t.Context(), contact.Draft{Name: "Somebody"}); failed != nil {
						err = failed
					}
				}
				done <- err
			}()
		}
		for range 2 {
			if err := <-done; err != nil {
				t.Error(err)
			}
		}
		if got := count(t, one); got != 2+2*each {
			t.Errorf("count = %d, want %d", got, 2+2*each)
		}
		sound(t, other)
	})
}
