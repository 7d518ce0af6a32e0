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
	backups := func(want int, when string) {
		t.Helper()
		tick()
		list, err := b.Backups(ctx)
		if err != nil || len(list) != want {
			t.Errorf("%s: %d backups, %v, want %d", when, len(list), err, want)
		}
	}
	pass := func(d time.Duration) { clock.Add(d.Milliseconds()) }

	backups(1, "at the start")
	write()
	pass(time.Hour)
	backups(1, "an hour later")
	pass(24 * time.Hour)
	backups(2, "the next day")
	write()
	pass(24 * time.Hour)
	backups(3, "the day after")
	pass(24 * time.Hour)
	backups(3, "a day on which nothing was changed")

	// The clock goes back by a year, and on hour by hour for two days: what is written then is kept once a day, not each time.
	pass(-365 * 24 * time.Hour)
	for range 48 {
		write()
		tick()
		pass(-time.Hour)
	}
	backups(6, "after a clock that went backwards")
	pass(400 * 24 * time.Hour)

	// Nothing can be written to the folder: it is said once, and again only after it went well.
	folder := filepath.Join(dir, "book.db.backups")
	if err := os.Rename(folder, folder+".aside"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		write()
		pass(48 * time.Hour)
		tick()
	}
	if n := told.Load(); n != 1 {
		t.Errorf("that there is no backup was said %d times, want once", n)
	}
	if err := errors.Join(os.Remove(folder), os.Rename(folder+".aside", folder)); err != nil {
		t.Fatal(err)
	}
	tick()
	if list, err := b.Backups(ctx); err != nil || len(list) == 0 || !list[0].At.Equal(time.UnixMilli(clock.Load())) {
		t.Errorf("once there is room again: %+v, %v, want a backup of now", list, err)
	}
	ticks <- false
}
