package book

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/guestlist"
	"kaffeerunde/backend/store"
)

// guestDays is for how many days after an event the guests are kept whom nobody met.
const guestDays = 90

// InvitedFrom returns the guests that a list names, as [Book.Invite] takes them.
func InvitedFrom(list *guestlist.List) []contact.Guest {
	guests := make([]contact.Guest, 0, len(list.Guests))
	for _, g := range list.Guests {
		guests = append(guests, contact.Guest{
			Line: g.Text, Number: g.Line, Name: g.Display,
			N:      contact.Name{Family: g.Name.Family, Given: g.Name.Given, Prefixes: g.Name.Prefix, Suffixes: g.Name.Suffix},
			Before: g.Name.Before, Organisation: g.Organisation, Role: g.Role, Mail: g.Mail, Phone: g.Phone, Note: g.Note,
		})
	}
	return guests
}

// Taken is what came of a guest list: how many guests were Added, and how many stood there Already, of whom the list says more to
// Filled.
type Taken struct{ Added, Already, Filled int }

// Invite puts guests on the list of an event, behind those who are there, and tells how far it is. Who stands there already is known
// again and not put there twice; what the list says of them that was not known is added to them.
func (b *Book) Invite(ctx context.Context, event int64, guests []contact.Guest, tick Tick) (taken Taken, change Change, err error) {
	change, err = b.operate(ctx, KindGuests, "", func(w *work) error {
		e, err := w.tx.Event(ctx, event)
		if err != nil {
			return fmt.Errorf("event %d: %w", event, asContact(err))
		}
		w.name = e.Title
		taken, err = b.invite(ctx, w, event, guests, tick)
		w.count = taken.Added
		if taken.Added == 0 && taken.Filled > 0 {
			w.kind, w.count = KindGuestsFilled, taken.Filled
		}
		return err
	})
	return taken, change, err
}

// invite puts guests on a list.
func (b *Book) invite(ctx context.Context, w *work, event int64, guests []contact.Guest, tick Tick) (taken Taken, err error) {
	known, err := w.tx.Guests(ctx, event)
	if err != nil {
		return taken, err
	}
	again, err := b.guestsAgain(ctx, w.tx, w.index.region, known, guests)
	if err != nil {
		return taken, err
	}
	last := 0
	for _, g := range known {
		last = max(last, g.Number)
	}
	for i, g := range guests {
		if tick != nil && i%max(1, len(guests)/ticks) == 0 {
			tick(Progress{Cards: i, TotalCards: len(guests)})
		}
		if at := again[i]; at >= 0 {
			taken.Already++
			more := filledFrom(known[at], g)
			if more == known[at] {
				continue
			}
			taken.Filled++
			g = more
		} else {
			taken.Added++
			g.ID, g.Event, g.Status, g.Number = 0, event, contact.GuestOpen, last+g.Number
		}
		if _, err := w.tx.PutGuest(ctx, g); err != nil {
			return taken, err
		}
	}
	return taken, nil
}

// AlreadyInvited tells which guests of a list stand on that of an event already, as [Book.Invite] knows them again. Nothing is written.
func (b *Book) AlreadyInvited(ctx context.Context, event int64, guests []contact.Guest) (already []bool, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		settings, err := b.settings(ctx, tx)
		if err != nil {
			return err
		}
		known, err := tx.Guests(ctx, event)
		if err != nil {
			return err
		}
		again, err := b.guestsAgain(ctx, tx, settings.Region, known, guests)
		for _, at := range again {
			already = append(already, at >= 0)
		}
		return err
	})
	return already, err
}

// guestsAgain returns for each guest which of the known ones they are, -1 for a new one. Those whose line and name are the same are
// found first.
func (b *Book) guestsAgain(ctx context.Context, tx *store.Tx, region string, known, guests []contact.Guest) ([]int, error) {
	again := slices.Repeat([]int{-1}, len(guests))
	if len(known) == 0 {
		return again, nil
	}
	here := map[[2]string][]int{}
	for i, g := range known {
		key := [2]string{g.Line, g.Name}
		here[key] = append(here[key], i)
	}
	found := make([]bool, len(known))
	var rest []contact.Guest
	var places []int
	for i, g := range guests {
		key := [2]string{g.Line, g.Name}
		if at := here[key]; len(at) > 0 {
			again[i], here[key], found[at[0]] = at[0], at[1:], true
			continue
		}
		rest, places = append(rest, g), append(places, i)
	}
	if len(rest) == 0 {
		return again, nil
	}
	rows, err := b.recognised(ctx, tx, slices.Concat(known, rest))
	if err != nil {
		return nil, err
	}
	people := make([]contact.ID, len(rows))
	for i := range rows {
		if m := rows[i].Match(); m != nil && m.Sure {
			people[i] = m.Person.ID
		}
	}
	roll := newRoll(known, people[:len(known)], region)
	roll.found = found
	for i, g := range rest {
		if at, ok := roll.again(g, people[len(known)+i]); ok {
			again[places[i]] = at
		}
	}
	return again, nil
}

// Uninvite takes guests off the list.
func (b *Book) Uninvite(ctx context.Context, ids []int64) (Change, error) {
	return b.guests(ctx, KindGuestsGone, ids, func(w *work, g contact.Guest) error {
		w.count++
		return w.tx.DropGuest(ctx, g.ID)
	})
}

// Recognise decides who a guest is: somebody in the book, or for 0 nobody there.
func (b *Book) Recognise(ctx context.Context, guest int64, person contact.ID) (Change, error) {
	return b.guests(ctx, KindGuestIs, []int64{guest}, func(w *work, g contact.Guest) error {
		if person != 0 && g.Person != person {
			if _, err := w.tx.Person(ctx, person); err != nil {
				return fmt.Errorf("person %d: %w", person, asContact(err))
			}
			if err := w.tx.Lean(ctx, person); err != nil {
				return err
			}
		}
		g.Person, g.Stranger = person, person == 0
		return w.putGuest(ctx, g)
	})
}

// Choose says with which guests one would like a coffee, or no longer.
func (b *Book) Choose(ctx context.Context, ids []int64, coffee CoffeeWish) (Change, error) {
	kind := KindCoffee
	if coffee == NoCoffee {
		kind = KindCoffeeGone
	}
	return b.guests(ctx, kind, ids, func(w *work, g contact.Guest) error {
		g.Coffee = coffee == Coffee
		return w.putGuest(ctx, g)
	})
}

// CoffeeWish is whether one would like a coffee with a guest.
type CoffeeWish bool

// The wishes.
const (
	Coffee   CoffeeWish = true
	NoCoffee CoffeeWish = false
)

// guests runs f for each of the guests as one operation that is named after them.
func (b *Book) guests(ctx context.Context, kind Kind, ids []int64, f func(w *work, g contact.Guest) error) (Change, error) {
	return b.operate(ctx, kind, "", func(w *work) error {
		var names []string
		for _, id := range ids {
			g, err := w.tx.Guest(ctx, id)
			if err != nil {
				return fmt.Errorf("guest %d: %w", id, asContact(err))
			}
			names = append(names, g.Name)
			if err := f(w, g); err != nil {
				return err
			}
		}
		w.name = strings.Join(names, ", ")
		return nil
	})
}

// putGuest changes a guest and counts them, unless nothing is changed.
func (w *work) putGuest(ctx context.Context, g contact.Guest) error {
	before, err := w.tx.Guest(ctx, g.ID)
	if err != nil || before == g {
		return err
	}
	w.count++
	_, err = w.tx.PutGuest(ctx, g)
	return err
}

// FindGuest returns the guest of a number, or the one of the event whose name is or contains what is given. The error is
// contact.ErrNotFound, or a *contact.AmbiguousError where several fit.
func (b *Book) FindGuest(ctx context.Context, event int64, ref string) (contact.Guest, error) {
	var guests []contact.Guest
	err := b.store.Read(ctx, func(tx *store.Tx) (err error) {
		guests, err = tx.Guests(ctx, event)
		return err
	})
	if err != nil {
		return contact.Guest{}, err
	}
	return named(guests, "guest", ref, func(g contact.Guest) contact.Summary {
		return contact.Summary{ID: contact.ID(g.ID), Name: g.Name, Organisation: g.Organisation}
	})
}

// ForgetGuests forgets those guests of events that are some time past who were neither met nor found to be in the book. Nothing of
// them is left, in the history neither. It returns how many there were. A book does so whenever it is opened.
func (b *Book) ForgetGuests(ctx context.Context) (n int, err error) {
	before := contact.Day(b.now().AddDate(0, 0, -guestDays).Format(time.DateOnly))
	some := false
	err = b.store.Read(ctx, func(tx *store.Tx) (err error) {
		some, err = tx.Forgettable(ctx, before)
		return err
	})
	if err != nil || !some {
		return 0, err
	}
	err = b.store.Write(ctx, func(tx *store.Tx) error {
		n, err = tx.ForgetGuests(ctx, before, []string{
			string(KindGuestsGone), string(KindGuestIs), string(KindCoffee), string(KindCoffeeGone),
			string(KindGuestMet), string(KindGuestUnseen), string(KindGuestOpen), string(KindGuestNoted),
		})
		return err
	})
	return n, err
}
