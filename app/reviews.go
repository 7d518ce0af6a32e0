package app

import "kaffeerunde/backend/contact"

// Reviews serves the quiet review, which shows one person after the other.
type Reviews struct{ session *session }

// Unseen returns whom it has not shown yet, in the order in which it shows them.
func (r *Reviews) Unseen(q PersonQuery) (v []int64, err error) {
	defer rescue(&err)
	ctx, b, err := r.session.library()
	if err != nil {
		return list(v), err
	}
	ids, err := b.Unseen(ctx, query(q))
	return each(ids, func(id contact.ID) int64 { return int64(id) }), err
}

// Seen notes that it has shown somebody.
func (r *Reviews) Seen(id int64) (err error) {
	defer rescue(&err)
	ctx, b, err := r.session.library()
	if err != nil {
		return err
	}
	return b.Seen(ctx, contact.ID(id))
}
