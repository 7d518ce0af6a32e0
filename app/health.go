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
	v.Code, v.Damaged = failure(failed).Code, isDamage(failed)
	if good, ok := book.NewestGoodBackup(ctx, s.session.path); ok && v.Damaged {
		v.Date, v.People = good.At.Format(time.RFC3339), good.People
	}
	return v, nil
}

func isDamage(err error) bool {
	return errors.Is(err, book.ErrDamaged) || errors.Is(err, book.ErrNotABook)
}
