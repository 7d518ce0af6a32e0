package book

import (
	"cmp"
	"context"
	"hash/fnv"
	"slices"
	"strings"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// Today is a quiet look at the day. Nothing in it is counted, and nothing is ever late.
type Today struct {
	// Event is the next one, nil where none is ahead.
	Event *contact.Event
	// Threads are those that fit an occasion at hand, each with why; where none does, the ones that were opened last.
	Threads []ThreadAtHand
	// Others are the people in the threads, as far as they are in the book.
	Others []contact.Summary
	// Drawer are three people out of the drawer. They are chosen by chance and gone tomorrow.
	Drawer []contact.Summary
}

// ThreadAtHand is an open thread. Why is the occasion that it fits, "today.why.<Code>" in the catalogue; its Code is "" for one that
// fits none.
type ThreadAtHand struct {
	contact.Thread
	Why Reason
}

const (
	fittingThreads = 7 // that many fit on a page
	quietThreads   = 4
	fromDrawer     = 3
	birthdayDays   = 7 // ahead
)

// Today returns what there is to see today.
func (b *Book) Today(ctx context.Context) (t Today, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		if t.Event, err = b.nextEvent(ctx, tx); err != nil {
			return err
		}
		if err := b.threadsAtHand(ctx, tx, &t); err != nil {
			return err
		}
		return b.drawer(ctx, tx, &t)
	})
	return t, err
}

// nextEvent is the event of today or of the next day that has one.
func (b *Book) nextEvent(ctx context.Context, tx *store.Tx) (*contact.Event, error) {
	events, err := tx.Events(ctx)
	if err != nil {
		return nil, err
	}
	today := b.today()
	var next *contact.Event
	for i := range events {
		e := &events[i]
		if day := e.Day(); day != "" && day >= today && (next == nil || e.When < next.When) {
			next = e
		}
	}
	return next, nil
}

// threadsAtHand finds the open threads that fit.
func (b *Book) threadsAtHand(ctx context.Context, tx *store.Tx, t *Today) error {
	open, err := tx.OpenThreads(ctx)
	if err != nil || len(open) == 0 {
		return err
	}
	var people []contact.ID
	for i := range open {
		people = append(people, open[i].People...)
	}
	occasions, err := b.occasions(ctx, tx, t.Event, distinct(people))
	if err != nil {
		return err
	}
	var fitting, quiet []ThreadAtHand
	for _, thread := range open {
		if why := occasions.of(&thread); why.Code != "" {
			fitting = append(fitting, ThreadAtHand{thread, why})
		} else {
			quiet = append(quiet, ThreadAtHand{Thread: thread})
		}
	}
	t.Threads = fitting[:min(len(fitting), fittingThreads)]
	if len(fitting) == 0 {
		t.Threads = quiet[:min(len(quiet), quietThreads)]
	}
	people = nil
	for i := range t.Threads {
		people = append(people, t.Threads[i].People...)
	}
	t.Others, err = tx.Summaries(ctx, distinct(people), store.Order{})
	return err
}

// occasions are what threads may fit: the next event, and what the people in them have to do with it and with these days.
type occasions struct {
	event *contact.Event
	why   map[contact.ID]Reason
}

func (b *Book) occasions(ctx context.Context, tx *store.Tx, event *contact.Event, people []contact.ID) (occasions, error) {
	o := occasions{event: event, why: map[contact.ID]Reason{}}
	if event != nil {
		if err := b.readGuests(ctx, tx, &o, people); err != nil {
			return o, err
		}
	}
	today := b.now()
	err := b.eachPerson(ctx, tx, people, func(p *contact.Person) error {
		name := contact.Arg{Name: "name", Value: p.Name}
		birthday := at(dates(p, contact.Birthday), 0)
		if days, ok := daysUntil(birthday, today); ok && days <= birthdayDays {
			code := "birthday"
			if days == 0 {
				code = "birthday-today"
			}
			// A birthday comes before everything else: it is over soon.
			o.why[p.ID] = Reason{Code: code, Args: []contact.Arg{name}}
			return nil
		}
		if _, known := o.why[p.ID]; known || event == nil {
			return nil
		}
		if topic := commonTopic(p, event); topic != "" {
			o.why[p.ID] = Reason{Code: "topic", Args: []contact.Arg{name, {Name: "topic", Value: topic}, {Name: "event", Value: event.Title}}}
		} else if city := commonPlace(p, event); city != "" {
			o.why[p.ID] = Reason{Code: "place", Args: []contact.Arg{name, {Name: "place", Value: city}, {Name: "event", Value: event.Title}}}
		}
		return nil
	})
	return o, err
}

// readGuests notes which of the people come to the event.
func (b *Book) readGuests(ctx context.Context, tx *store.Tx, o *occasions, people []contact.ID) error {
	guests, err := tx.Guests(ctx, o.event.ID)
	if err != nil {
		return err
	}
	rows, err := b.recognised(ctx, tx, guests)
	if err != nil {
		return err
	}
	for i := range rows {
		m := rows[i].Match()
		if m == nil || !m.Sure || !slices.Contains(people, m.Person.ID) {
			continue
		}
		code := "guest"
		if rows[i].Coffee {
			code = "coffee"
		}
		o.why[m.Person.ID] = Reason{Code: code, Args: []contact.Arg{{Name: "name", Value: m.Person.Name}, {Name: "event", Value: o.event.Title}}}
	}
	return nil
}

// of returns the occasion that a thread fits, without a code for none.
func (o *occasions) of(t *contact.Thread) Reason {
	for _, id := range t.People {
		if why, ok := o.why[id]; ok {
			return why
		}
	}
	if o.event != nil && t.Event == o.event.ID {
		return Reason{Code: "event", Args: []contact.Arg{{Name: "event", Value: o.event.Title}}}
	}
	return Reason{}
}

// commonTopic is a topic of somebody that the event is about, "" for none.
func commonTopic(p *contact.Person, e *contact.Event) string {
	for _, topic := range p.Topics {
		if slices.ContainsFunc(e.Topics, func(about string) bool { return match.Fold(about) == match.Fold(topic.Name) }) {
			return topic.Name
		}
	}
	return ""
}

// commonPlace is the town of somebody where the event is, "" for none.
func commonPlace(p *contact.Person, e *contact.Event) string {
	where := " " + match.Fold(e.Place) + " "
	for _, a := range p.Addresses {
		if town := match.Fold(a.City); town != "" && strings.Contains(where, " "+town+" ") {
			return a.City
		}
	}
	return ""
}

// daysUntil is how many days it is to the next return of a day, today being 0. It is not ok where day or month are not known.
func daysUntil(d contact.Date, today time.Time) (days int, ok bool) {
	if d.Month == 0 || d.Day == 0 {
		return 0, false
	}
	from := time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC)
	for year := from.Year(); year <= from.Year()+1; year++ {
		// The 29th of February is the 1st of March in other years.
		if next := time.Date(year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC); !next.Before(from) {
			return int(next.Sub(from).Hours()) / 24, true
		}
	}
	return 0, false
}

// drawer takes three people out of the drawer: other ones than yesterday, as far as there are others, and never the owner of the book
// or an organisation. The same day gives the same people for as long as they are there.
func (b *Book) drawer(ctx context.Context, tx *store.Tx, t *Today) error {
	ids, err := tx.Find(ctx, store.Filter{}, store.Order{})
	if err != nil {
		return err
	}
	mine, err := me(ctx, tx)
	if err != nil {
		return err
	}
	ids = without(ids, mine)
	now := b.now()
	// More than three are drawn, since organisations are passed over.
	yesterday := drawnBy(ids, now.AddDate(0, 0, -1), 4*fromDrawer)
	found, err := tx.Summaries(ctx, drawnBy(ids, now, 4*fromDrawer), store.Order{})
	if err != nil {
		return err
	}
	found = slices.DeleteFunc(found, func(s contact.Summary) bool { return s.Kind != contact.Individual })
	day := lotsOf(now)
	slices.SortFunc(found, func(x, y contact.Summary) int {
		if was, is := slices.Contains(yesterday, x.ID), slices.Contains(yesterday, y.ID); was != is {
			if was {
				return 1
			}
			return -1
		}
		return cmp.Compare(day.of(x.ID), day.of(y.ID))
	})
	t.Drawer = found[:min(len(found), fromDrawer)]
	return nil
}

// drawnBy returns n of the people, as the day has it.
func drawnBy(ids []contact.ID, at time.Time, n int) []contact.ID {
	type drawn struct {
		lot uint64
		id  contact.ID
	}
	day := lotsOf(at)
	best := make([]drawn, 0, n+1)
	for _, id := range ids {
		one := drawn{day.of(id), id}
		// Nearly everyone ends here.
		if len(best) == n && one.lot >= best[n-1].lot {
			continue
		}
		place, _ := slices.BinarySearchFunc(best, one, func(x, y drawn) int { return cmp.Compare(x.lot, y.lot) })
		best = slices.Insert(best, place, one)
		best = best[:min(len(best), n)]
	}
	list := make([]contact.ID, len(best))
	for i := range best {
		list[i] = best[i].id
	}
	return list
}

// lots are what people draw on a day.
type lots uint64

func lotsOf(at time.Time) lots {
	h := fnv.New64a()
	_, _ = h.Write([]byte(at.Format(time.DateOnly))) // a hash takes everything
	return lots(h.Sum64())
}

// of returns what somebody draws, by the hash of the day and then of their ID (FNV-1a).
func (l lots) of(id contact.ID) uint64 {
	const prime = 1099511628211
	sum := uint64(l)
	for shift := 0; shift < 64; shift += 8 {
		sum = (sum ^ uint64(id)>>shift&0xff) * prime
	}
	return mixed(sum)
}

// mixed spreads the bits of a hash, so that people next to each other draw nothing alike (the finaliser of MurmurHash3).
func mixed(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}
