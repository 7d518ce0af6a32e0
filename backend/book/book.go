package book

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"kaffeerunde/backend/store"
)

// Options say how a book is opened. Now and Rand may be nil: the system's clock and randomness. Region is the ISO 3166 code of
// the country the computer is set to, "" where it says none; phone numbers without a prefix are from there until the
// settings say otherwise.
type Options struct {
	Now    func() time.Time
	Rand   io.Reader
	Region string
	// BackupFailed is told when a backup before something large could not be made; the large thing is done all the same. It may
	// be nil.
	BackupFailed func(error)
}

// filled returns the options with what is usual where they say nothing.
func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rand == nil {
		o.Rand = rand.Reader
	}
	return o
}

// Book is an open book. It is safe for concurrent use.
type Book struct {
	store      *store.DB
	now        func() time.Time
	region     string
	names      *namer
	directory  directory
	atlas      atlas
	network    latest[*network]
	doubles    doubles
	sought     sought
	thumbnails thumbnails
	typefaces  typefaces

	backupFailed func(error)

	random sync.Mutex // guards rand
	rand   io.Reader
}

// Open opens the book at path and creates it, with its folder, where there is none; only its owner can read what is
// created. An older book is copied before its schema changes. One that is damaged or cannot be written is opened to be read,
// and Refuses says why. The error is ErrNewerBook, ErrNotABook, ErrLocked, ErrReadOnly, ErrNoSpace or ErrDamaged where the file
// is to blame.
func Open(ctx context.Context, path string, o Options) (*Book, error) {
	o = o.filled()
	db, err := openStore(ctx, path)
	if err != nil {
		return nil, err
	}
	b := &Book{store: db, now: o.Now, region: cmp.Or(o.Region, homeRegion), rand: o.Rand, names: newNamer(), thumbnails: newThumbnails(), backupFailed: o.BackupFailed}
	if err := b.tend(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return b, nil
}

// openStore opens the file to be read alone where it cannot be written, or is damaged and must not be.
func openStore(ctx context.Context, path string) (*store.DB, error) {
	db, err := store.Open(ctx, path)
	for _, why := range []error{ErrDamaged, ErrReadOnly} {
		if errors.Is(err, why) {
			if toRead, failed := store.OpenToRead(ctx, path, why); failed == nil {
				return toRead, nil
			}
		}
	}
	return db, err
}

// tend does what is due when a book is opened. A book that turns out to be damaged meanwhile is still one to read.
func (b *Book) tend(ctx context.Context) error {
	for _, due := range []func() error{
		func() error { return b.renew(ctx) },
		func() error {
			_, err := b.ForgetGuests(ctx)
			return err
		},
	} {
		if b.Refuses() != nil {
			return nil
		}
		if err := due(); err != nil && b.Refuses() == nil {
			return err
		}
	}
	return nil
}

// Refuses returns why the book can be read but not changed, ErrDamaged or ErrReadOnly; nil where it can be changed.
func (b *Book) Refuses() error { return b.store.Refuses() }

// Check reads the whole file and returns ErrDamaged where it is not as it was written. Nothing can be changed from then on, so
// that it does not become worse.
func (b *Book) Check(ctx context.Context) error { return b.store.Check(ctx) }

// DefaultPath is where the book lies unless told otherwise: kaffeerunde/book.db in the user's data folder.
func DefaultPath() (string, error) {
	if xdg.DataHome == "" {
		return "", fmt.Errorf("find the book: no home folder")
	}
	return filepath.Join(xdg.DataHome, "kaffeerunde", "book.db"), nil
}

// Path returns the absolute path of the book's file.
func (b *Book) Path() string { return b.store.Path() }

// Close closes the book and leaves its file alone, without the files that SQLite keeps beside an open one.
func (b *Book) Close() error { return b.store.Close() }

// Count returns how many people are in the book.
func (b *Book) Count(ctx context.Context) (n int, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		n, err = tx.Count(ctx)
		return err
	})
	return n, err
}

// Outside returns how many changes other programs have made since the book was opened.
func (b *Book) Outside(ctx context.Context) (int64, error) { return b.store.Outside(ctx) }

// newUID returns a random urn:uuid (RFC 9562, version 4).
func (b *Book) newUID() (string, error) {
	b.random.Lock()
	defer b.random.Unlock()
	var id [16]byte
	if _, err := io.ReadFull(b.rand, id[:]); err != nil {
		return "", fmt.Errorf("make a uid: %w", err)
	}
	id[6], id[8] = id[6]&0x0f|0x40, id[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:]), nil
}
