package app

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"kaffeerunde/backend/book"
)

// watchEvery is how soon the window notices what the terminal did to the book.
const watchEvery = 2 * time.Second

// watch tells the page when another program has changed the book, until the window closes. What the page changes itself it
// knows.
func (s *session) watch() {
	seen, of := int64(0), (*book.Book)(nil)
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-ticker.C:
			ctx, b, err := s.library()
			if err != nil {
				continue // there is none to watch
			}
			if b != of {
				seen, of = 0, b // another one, that nobody has changed since it was opened
			}
			outside, err := b.Outside(ctx)
			if ctx.Err() != nil {
				continue
			}
			if err != nil {
				slog.Error("the book could not be watched", "cause", causeOf(err))
				continue
			}
			if outside != seen {
				seen = outside
				s.emit("book", nil)
			}
		}
	}
}

// tendEvery is how soon a window that stays open for days notices that the book needs something, such as the backup of the day.
const tendEvery = time.Hour

// tend does what the book needs now and then: at once, and again whenever next lets it, which waits for that and reports whether the
// window is still open. When there is no backup of the day the page is told, but not again while that stays so.
func (s *session) tend(ctx context.Context, b *book.Book, next func() bool) {
	told := false
	for {
		err := b.Tend(ctx)
		if ctx.Err() != nil {
			return
		}
		var unmade *book.BackupError
		failed := errors.As(err, &unmade)
		switch {
		case failed && !told:
			s.backupFailed(unmade)
		case err != nil && !failed:
			slog.Error("the book was not tended", "cause", causeOf(err))
		}
		if told = failed; !next() {
			return
		}
	}
}
