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

// Restore brings people back.
func (s *Bin) Restore(ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil || len(ids) == 0 {
		return v, err
	}
	return s.session.changed(b.Undelete(ctx, each(ids, func(id int64) contact.ID { return contact.ID(id) })))
}

// Empty lets people go for good and returns how many there were. It cannot be undone, so each is named: nobody goes who was not
// in the list that the person looked at.
func (s *Bin) Empty(ids []int64) (n int, err error) {
	defer rescue(&err)
	ctx, b, err := s.session.library()
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	return b.EmptyBin(ctx, each(ids, func(id int64) contact.ID { return contact.ID(id) }))
}
