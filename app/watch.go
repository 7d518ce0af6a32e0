package app

import (
	"log/slog"
	"time"
)

// watchEvery is how soon the window notices what the terminal did to the book.
const watchEvery = 2 * time.Second

// watch tells the page when another program has changed the book, until the window closes. What the page changes itself it
// knows.
func (s *session) watch() {
	seen := int64(0)
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-ticker.C:
			outside, err := s.book.Outside(s.ctx)
			if err != nil {
				slog.Error("the book could not be watched", "cause", trace(err))
				continue
			}
			if outside != seen {
				seen = outside
				s.emit("book", nil)
			}
		}
	}
}
