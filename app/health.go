package app

import (
	"errors"
	"time"

	"kaffeerunde/backend/book"
)

// Health looks the whole book over, which takes a while with a large one, and says what is to be said of it.
func (s *Shell) Health() (v HealthView, err error) {
	defer rescue(&err)
	ctx, b, failed := s.session.library()
	if failed == nil {
		_ = b.Check(ctx) // what it finds is why the book refuses
		failed = b.Refuses()
	}
	if failed == nil {
		return v, nil
	}
	v.Code = failure(failed).Code
	if good, ok := book.NewestGoodBackup(ctx, s.session.path); ok && isDamage(failed) {
		v.Date, v.People = good.At.Format(time.RFC3339), good.People
	}
	return v, nil
}

func isDamage(err error) bool {
	return errors.Is(err, book.ErrDamaged) || errors.Is(err, book.ErrNotABook)
}

// GoBack puts the newest good backup in the place of a damaged book, keeps that beside it, and closes the window.
func (s *Shell) GoBack() (err error) {
	defer rescue(&err)
	ctx, b, failed := s.session.library()
	if failed == nil {
		failed = b.Refuses()
	}
	good, ok := book.NewestGoodBackup(ctx, s.session.path)
	if !ok || !isDamage(failed) {
		return book.ErrNothingLeft
	}
	if b != nil {
		if err := b.Close(); err != nil {
			return err
		}
	}
	if _, err := book.GoBack(ctx, s.session.path, good, s.session.now()); err != nil {
		return err
	}
	s.session.leave()
	return nil
}
