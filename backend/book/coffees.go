package book

import (
	"context"
	"fmt"

	"kaffeerunde/backend/coffee"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Coffees are the guests of an event with what speaks for a coffee with each. Guests stand in the order of the list; Choices
// name them by their place in it.
type Coffees struct {
	Event  contact.Event
	Guests []GuestRow
	coffee.Choices
	Turnout coffee.Turnout
	// Came is how many people came, about, 0 where nobody told. Written are those with whom it is written down that they were met.
	Came    int
	Written map[contact.ID]bool
}

// Reasons returns why the guest at each place of the list may be worth a coffee.
func (c *Coffees) Reasons() [][]coffee.Reason {
	reasons := make([][]coffee.Reason, len(c.Guests))
	for _, choices := range [][]coffee.Choice{c.Suggested, c.Others} {
		for _, choice := range choices {
			reasons[choice.Guest] = choice.Reasons
		}
	}
	return reasons
}

// Coffees says which guests of an event may be worth a coffee, and why, from what is in the book: what happened with them, what is
// open, what both are into, where both were, who knows them. What came of the event itself says nothing here, so the
// reasons are the same on the morning after.
func (b *Book) Coffees(ctx context.Context, event int64) (c Coffees, err error) {
	err = b.askNetwork(ctx, func(tx *store.Tx, n *network) error {
		if c.Event, err = tx.Event(ctx, event); err != nil {
			return fmt.Errorf("event %d: %w", event, asContact(err))
		}
		guests, err := tx.Guests(ctx, event)
		if err != nil {
			return err
		}
		if c.Guests, err = b.recognised(ctx, tx, guests); err != nil {
			return err
		}
		facts, err := loadFacts(ctx, tx, n, c.Event, c.Guests)
		if err != nil {
			return err
		}
		c.Choices = coffee.Choose(facts.me(), facts.guests(c.Guests), facts.about())
		past, err := tx.Turnouts(ctx)
		if err != nil {
			return err
		}
		var evenings []coffee.Evening
		for _, t := range past {
			if t.Event == event {
				c.Came = t.Came
				continue
			}
			evenings = append(evenings, coffee.Evening{Names: t.Names, Came: t.Came})
		}
		c.Turnout = coffee.Expect(len(guests), evenings)
		there, err := tx.EncountersAt(ctx, event)
		c.Written = map[contact.ID]bool{}
		for _, e := range there {
			for _, id := range e.People {
				c.Written[id] = true
			}
		}
		return err
	})
	return c, err
}
