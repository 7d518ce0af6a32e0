package app

import "kaffeerunde/backend/contact"

// Bin serves who was deleted.
type Bin struct{ session *session }

// List returns who is in the bin, the last deleted first.
func (s *Bin) List() (v []BinnedView, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil {
		return list(v), err
	}
	people, err := b.Bin(ctx)
	return each(people, binnedView), err
}

// Restore brings people back, everybody for none.
func (s *Bin) Restore(ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil {
		return v, err
	}
	return s.session.changed(b.Undelete(ctx, each(ids, func(id int64) contact.ID { return contact.ID(id) })))
}

// Empty lets people go for good, everybody for none, and returns how many there were. It cannot be undone.
func (s *Bin) Empty(ids []int64) (n int, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil {
		return 0, err
	}
	return b.EmptyBin(ctx, each(ids, func(id int64) contact.ID { return contact.ID(id) }))
}
