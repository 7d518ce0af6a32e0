package book

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"kaffeerunde/backend/contact"
)

// Whoever looks what can be done for a book that is open leaves other programs the means to know that it is.
func TestABookStaysOpenForOthersWhileItIsRecovered(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "book.db")
	b := opened(t, path, 1)
	if _, _, err := b.Add(ctx, contact.Draft{Name: "Ada"}); err != nil {
		t.Fatal(err)
	}
	// Opened before and closed after everything: it may not give up a lock itself.
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	t.Cleanup(func() { b.Close() })
	if !isLocked(t, f) {
		t.Fatal("an open book has no lock")
	}
	r, err := Recover(ctx, path, b, still(2))
	if err != nil {
		t.Fatal(err)
	}
	if r.People != 1 {
		t.Errorf("Recover read %d people, want the one that is in the log", r.People)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	if !isLocked(t, f) {
		t.Error("the lock on the book is gone")
	}
	if _, err := b.Restore(ctx, path, ""); Explain(err).Code != "file-is-book" {
		t.Errorf("Restore of the book itself = %v", err)
	}
	p, err := b.Preview(ctx, []string{path}, nil)
	if err != nil || len(p.Files()) != 1 || p.Files()[0].Problem == nil || p.Files()[0].Problem.Code != "file-is-book" {
		t.Errorf("Preview of the book itself = %+v, %v", p, err)
	}
	if _, err := b.ReadEventFile(ctx, path, ""); Explain(err).Code != "file-is-book" {
		t.Errorf("ReadEventFile of the book itself = %v", err)
	}
	if _, err := b.ReadGuestFile(ctx, path, 1, nil); Explain(err).Code != "file-is-book" {
		t.Errorf("ReadGuestFile of the book itself = %v", err)
	}
	if !isLocked(t, f) {
		t.Error("the lock on the book is gone with the book that was handed over as a file")
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if isLocked(t, f) {
		t.Error("a closed book is locked")
	}
}

// isLocked reports whether somebody has a lock on the bytes that SQLite locks while a book is open
// (https://sqlite.org/src/file/src/os.h). It asks in the name of the open file, which is not the process's own.
func isLocked(t *testing.T, f *os.File) bool {
	t.Helper()
	const openFileGetLock, sharedFirst, sharedSize = 36, 0x40000000 + 2, 510
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Start: sharedFirst, Len: sharedSize}
	if err := syscall.FcntlFlock(f.Fd(), openFileGetLock, &lock); err != nil {
		t.Skip("this system cannot tell:", err)
	}
	return lock.Type != syscall.F_UNLCK
}
