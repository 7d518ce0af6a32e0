package app

import "kaffeerunde/backend/book"

// Today serves a quiet look at the day.
type Today struct{ session *session }

// Read returns what there is to see today.
func (t *Today) Read() (v TodayView, err error) {
	defer rescue(&err)
	v = TodayView{Threads: []ThreadAtHand{}, Drawer: []PersonRow{}}
	ctx, b, err := t.session.library()
	if err != nil {
		return v, err
	}
	today, err := b.Today(ctx)
	if err != nil {
		return v, err
	}
	if e := today.Event; e != nil {
		v.Event = NextEvent{ID: e.ID, Title: e.Title, When: e.When, Place: e.Place}
	}
	names := namesIn(today.Others)
	v.Threads = each(today.Threads, func(at book.ThreadAtHand) ThreadAtHand {
		return ThreadAtHand{Thread: threadView(at.Thread, names), Why: Reason{Code: at.Why.Code, Args: arguments(at.Why.Args)}}
	})
	v.Drawer = each(today.Drawer, personRow)
	t.session.prepare(ctx, b)
	return v, nil
}
