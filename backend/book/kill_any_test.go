package book

import (
	"bufio"
	"context"
	command "flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"
)

var kills = command.Int("kills", 20, "how many programs are killed at work")

// TestDoer is no test of its own: TestKillAnything runs it in a process of its own and kills that.
func TestDoer(t *testing.T) {
	path := os.Getenv(victim + "_BOOK")
	if path == "" {
		t.Skip("only TestKillAnything runs this")
	}
	seed, err := strconv.ParseUint(os.Getenv(victim+"_SEED"), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	b := opened(t, path, seed)
	os.Stdout.WriteString("ready\n")
	if err := doOne(t.Context(), b, seed); err != nil {
		t.Fatal(err)
	}
	os.Stdout.WriteString("done\n")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
}

// doOne does what comes by the chance of seed. Every kind of deed has its turn.
func doOne(ctx context.Context, b *Book, seed uint64) error {
	return done(ctx, deedOf(seed), b, rand.New(rand.NewPCG(seed, 5)))
}

func deedOf(seed uint64) deed {
	all := slices.Concat(deeds, travels, harmless)
	return all[seed%uint64(len(all))]
}

// TestKillAnything kills a program at a random moment of every kind of operation, while it opens the book or while it closes it, and
// holds the book to be sound afterwards and the operation wholly there or wholly not. Beside it the same is done to a second book
// without harm, which says what either looks like. Run "go test ./backend/book -run TestKillAnything -kills 2000" for a long one.
func TestKillAnything(t *testing.T) {
	chance := rand.New(rand.NewPCG(uint64(*kills), 7))
	dir := t.TempDir()
	harmed, unharmed := filepath.Join(dir, "harmed", "book.db"), filepath.Join(dir, "unharmed", "book.db")
	killed, whole, moments := 0, 0, map[string]int{}
	const beginning = 60 // deeds that fill the book before somebody comes to harm
	for seed := uint64(0); killed < *kills; seed++ {
		b := opened(t, unharmed, seed)
		before := dump(t, b)
		start := time.Now()
		if err := doOne(t.Context(), b, seed); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		took, after := time.Since(start), dump(t, b)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		if seed >= beginning {
			moment := strike(t, chance, harmed, seed, took)
			moments[moment]++
			if moment != "after the end" {
				killed++
			}
		}
		if seed >= beginning && chance.IntN(4) == 0 {
			again := opened(t, harmed, seed) // the next kill meets a log that was left and recovered once already
			_ = dump(t, again)
			if err := again.Close(); err != nil {
				t.Fatal(err)
			}
		}
		b = opened(t, harmed, seed)
		sound(t, b)
		switch got := dump(t, b); {
		case got == after:
			whole++
		case got != before:
			t.Fatalf("seed %d: %s that was killed is half there:\n%s\nwant either\n%s\nor\n%s", seed, deedOf(seed).name, got, before, after)
		default:
			if err := doOne(t.Context(), b, seed); err != nil {
				t.Fatalf("seed %d after the kill: %v", seed, err)
			}
			if got := dump(t, b); got != after {
				t.Fatalf("seed %d: %s after a kill leads to\n%s\nwant\n%s", seed, deedOf(seed).name, got, after)
			}
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, deedOf(seed).name)
		}
	}
	t.Logf("%d programs killed: %v; %d operations were there afterwards", killed, moments, whole)
}

// strike runs the doer and kills it at a random moment, and says at which.
func strike(t *testing.T, chance *rand.Rand, path string, seed uint64, took time.Duration) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestDoer$")
	run.Env = append(os.Environ(), victim+"_BOOK="+path, victim+"_SEED="+fmt.Sprint(seed))
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { _ = run.Process.Kill() } // it may have ended by itself
	in, moment := bufio.NewReader(out), "at the start"
	if chance.IntN(8) == 0 {
		defer time.AfterFunc(time.Duration(chance.Int64N(int64(40*time.Millisecond))), kill).Stop()
	}
	if line, _ := in.ReadString('\n'); line == "ready\n" {
		moment = "at work"
		defer time.AfterFunc(time.Duration(chance.Int64N(int64(took+2*time.Millisecond))), kill).Stop()
		if line, _ := in.ReadString('\n'); line == "done\n" {
			moment = "at the end"
		}
	}
	rest, _ := io.ReadAll(in)
	if err := run.Wait(); err == nil {
		return "after the end"
	} else if run.ProcessState.Exited() {
		t.Fatalf("seed %d: %s ended by itself: %v\n%s", seed, deedOf(seed).name, err, rest)
	}
	return moment
}
