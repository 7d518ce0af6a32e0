package app

import (
	"context"
	"time"
)

// closingPatience is how long the page may take to answer before the window closes all the same: a page that hangs must not keep
// it open.
const closingPatience = 2 * time.Second

// closing is called before the window closes, and answers whether it stays open for now. The page alone knows what is written and
// not saved: it answers with Shell.Leave, or with Shell.Stay while it asks the person.
func (s *session) closing(ctx context.Context) bool {
	s.keepWindow(ctx)
	s.mu.Lock()
	stays := s.started && !s.leaving
	if stays && s.patience == nil {
		s.patience = time.AfterFunc(closingPatience, s.leave)
	}
	s.mu.Unlock()
	if stays {
		s.emit("closing", nil)
	}
	return stays
}

func (s *session) leave() {
	s.mu.Lock()
	s.leaving = true
	s.mu.Unlock()
	s.pane.quit(s.ctx)
}

func (s *session) stay() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.patience != nil {
		s.patience.Stop()
		s.patience = nil
	}
}
