package app

import (
	"log/slog"
	"time"
)

// watchEvery is how soon the window notices what the terminal did to the book.
const watchEvery = 2 * time.Second

// watch tells the page when another program has changed the book, until the window closes.
func (s *session) watch() {
	s.noticed()
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-ticker.C:
			if s.changedOutside() {
				s.emit("book", nil)
			}
		}
	}
}

// noticed remembers the book as the page knows it. It is called after each change that the page made itself.
func (s *session) noticed() {
	revision, err := s.book.Revision(s.ctx)
	if err != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.revision = revision
}

func (s *session) changedOutside() bool {
	revision, err := s.book.Revision(s.ctx)
	if err != nil {
		slog.Error("the book could not be watched", "cause", trace(err))
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	changed := revision != s.revision
	s.revision = revision
	return changed
}
