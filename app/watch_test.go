package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"kaffeerunde/backend/contact"
)

// countedPane counts what the page is told.
type countedPane struct {
	stillPane
	backupFailed *atomic.Int64
}

func (p countedPane) emit(_ context.Context, name string, _ any) {
	if name == "backup-failed" {
		p.backupFailed.Add(1)
	}
}

func TestAWindowThatStaysOpen(t *testing.T) {
	clock := new(atomic.Int64)
	clock.Store(time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC).UnixMilli())
	dir, told := t.TempDir(), new(atomic.Int64)
	s := newSession(Options{
		Book: filepath.Join(dir, "book.db"), State: filepath.Join(dir, "window.json"),
		Now: func() time.Time { return time.UnixMilli(clock.Load()) },
	})
	s.desktop, s.pane = &chosenDesktop{}, countedPane{backupFailed: told}
	s.open(t.Context())
	t.Cleanup(func() { s.shutdown(context.Background()) })
	ctx, b, err := s.library()
	if err != nil {
		t.Fatal(err)
	}
	write := func() {
		t.Helper()
		if _, _, err := b.Add(ctx, contact.Draft{Name: "Ada Example"}); err != nil {
			t.Fatal(err)
		}
	}
	write()
	tended, ticks := make(chan bool), make(chan bool)
	go s.tend(ctx, b, func() bool { tended <- true; return <-ticks })
	<-tended
	tick := func() { ticks <- true; <-tended }
	backups := func(want int, claim string) {
		t.Helper()
		t.Run(claim, func(t *testing.T) {
			tick()
			list, err := b.Backups(ctx)
			if err != nil || len(list) != want {
				t.Errorf("there are %d backups, %v, want %d", len(list), err, want)
			}
		})
	}
	pass := func(d time.Duration) { clock.Add(d.Milliseconds()) }

	backups(1, "there is a backup at the start")
	write()
	pass(time.Hour)
	backups(1, "an hour later there is no other")
	pass(24 * time.Hour)
	backups(2, "the next day there is one more")
	write()
	pass(24 * time.Hour)
	backups(3, "the day after there is a third")
	pass(24 * time.Hour)
	backups(3, "a day on which nothing was changed needs none")

	// The clock goes back by a year, and on hour by hour for two days.
	pass(-365 * 24 * time.Hour)
	for range 48 {
		write()
		tick()
		pass(-time.Hour)
	}
	backups(6, "while a clock goes backwards one a day is kept")
	pass(400 * 24 * time.Hour)

	folder := filepath.Join(dir, "book.db.backups")
	t.Run("that the folder cannot be written is said once", func(t *testing.T) {
		if err := errors.Join(os.Rename(folder, folder+".aside"), os.WriteFile(folder, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			write()
			pass(48 * time.Hour)
			tick()
		}
		if n := told.Load(); n != 1 {
			t.Errorf("it was said %d times", n)
		}
	})
	t.Run("once there is room again a backup is made", func(t *testing.T) {
		if err := errors.Join(os.Remove(folder), os.Rename(folder+".aside", folder)); err != nil {
			t.Fatal(err)
		}
		tick()
		if list, err := b.Backups(ctx); err != nil || len(list) == 0 || !list[0].At.Equal(time.UnixMilli(clock.Load())) {
			t.Errorf("Backups = %+v, %v, want the newest of now", list, err)
		}
	})
	ticks <- false
}
