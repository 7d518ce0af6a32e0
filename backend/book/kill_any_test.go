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
	"strconv"
	"testing"
	"time"
)

var (
	kills = command.Int("kills", 20, "how many programs are killed at work")
	from  = command.Uint64("from", 0, "the first seed, so that a long run can be made in pieces")
)

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
	all := doable()
	return all[seed%uint64(len(all))]
}

// TestKillAnything kills a program at a random moment of every kind of operation, while it opens the book or while it closes it, and
// holds the book to be sound afterwards and the operation wholly there or wholly not. Beside it the same is done to a second book
// without harm, which says what either looks like. Run "go test ./backend/book -run TestKillAnything -kills 2000" for a long one.
func TestKillAnything(t *testing.T) {
	k := &killer{T: t, chance: rand.New(rand.NewPCG(*from+uint64(*kills), 7)), moments: map[string]int{}, deeds: map[string]bool{}}
	long := pairIn(t.TempDir())
	other := strange(t)
	keepAside(t, other, long.harmed)
	keepAside(t, other, long.unharmed)
	beginning := *from + uint64(len(doable())) // deeds that fill the book before somebody comes to harm
	for seed := *from; k.killed < *kills; seed++ {
		switch {
		case !deedOf(seed).first:
			k.round(long, seed, seed >= beginning)
		case seed >= beginning:
			fresh := pairIn(t.TempDir())
			keepAside(t, other, fresh.harmed)
			keepAside(t, other, fresh.unharmed)
			k.round(fresh, seed, true)
		}
		if seed%31 == 30 {
			b := opened(t, long.unharmed, seed)
			keepAside(t, b, long.harmed)
			keepAside(t, b, long.unharmed)
			if err := b.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d programs killed during %d kinds of deeds: %v; %d operations were there afterwards", k.killed, len(k.deeds), k.moments, k.whole)
}

// pairOfBooks are two to which the same is done, one of them while somebody comes to harm.
type pairOfBooks struct{ harmed, unharmed string }

func pairIn(dir string) pairOfBooks {
	return pairOfBooks{harmed: filepath.Join(dir, "harmed", "book.db"), unharmed: filepath.Join(dir, "unharmed", "book.db")}
}

// killer counts what it kills.
type killer struct {
	*testing.T
	chance        *rand.Rand
	killed, whole int
	moments       map[string]int
	deeds         map[string]bool // during which somebody was killed
}

// round does one deed to both books and sees that the harmed one becomes what the other is.
func (k *killer) round(books pairOfBooks, seed uint64, harm bool) {
	k.Helper()
	b := opened(k, books.unharmed, seed)
	before := allOf(k, b)
	start := time.Now()
	if err := doOne(k.Context(), b, seed); err != nil {
		k.Fatalf("seed %d: %v", seed, err)
	}
	took, after := time.Since(start), allOf(k, b)
	k.shut(b)
	if harm {
		moment := strike(k.T, k.chance, books.harmed, seed, took)
		k.moments[moment]++
		if moment != "after the end" {
			k.killed++
			k.deeds[deedOf(seed).name] = true
		}
	}
	if harm && k.chance.IntN(4) == 0 {
		again := opened(k, books.harmed, seed) // the next kill meets a log that was left and recovered once already
		_ = dump(k, again)
		k.shut(again)
	}
	b = opened(k, books.harmed, seed)
	if harm {
		sound(k, b)
	}
	switch got := allOf(k, b); {
	case got == after:
		k.whole++
	case got != before:
		k.Fatalf("seed %d: %s that was killed is half there:\n%s\nwant either\n%s\nor\n%s", seed, deedOf(seed).name, got, before, after)
	default:
		if err := doOne(k.Context(), b, seed); err != nil {
			k.Fatalf("seed %d after the kill: %v", seed, err)
		}
		if got := allOf(k, b); got != after {
			k.Fatalf("seed %d: %s after a kill leads to\n%s\nwant\n%s", seed, deedOf(seed).name, got, after)
		}
	}
	k.shut(b)
	if k.Failed() {
		k.Fatalf("seed %d: %s", seed, deedOf(seed).name)
	}
}

func (k *killer) shut(b *Book) {
	k.Helper()
	if err := b.Close(); err != nil {
		k.Fatal(err)
	}
}

// strike runs the doer and kills it at a random moment, and says at which.
func strike(t *testing.T, chance *rand.Rand, path string, seed uint64, took time.Duration) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestDoer$")
	run.Env = append(os.Environ(), endsAtOnce, victim+"_BOOK="+path, victim+"_SEED="+fmt.Sprint(seed))
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
