package book

import (
	"context"
	"fmt"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// exportBatch is how many people are read at a time: a question for each alone costs more than their cards, and all at once
// would not fit into memory.
const exportBatch = 64

// eachStored calls f for the people of ids in their order. Somebody who is gone meanwhile is passed over.
func eachStored(ctx context.Context, tx *store.Tx, ids []contact.ID, f func(store.Person) error) error {
	at := make(map[contact.ID]store.Person, exportBatch)
	for batch := range slices.Chunk(ids, exportBatch) {
		people, err := tx.People(ctx, batch)
		if err != nil {
			return err
		}
		clear(at)
		for _, p := range people {
			at[p.ID] = p
		}
		for _, id := range batch {
			p, there := at[id]
			if !there {
				continue
			}
			if err := f(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// eachPerson is eachStored for people as the rest of the program sees them, save for the file they came from.
func (b *Book) eachPerson(ctx context.Context, tx *store.Tx, ids []contact.ID, f func(*contact.Person) error) error {
	settings, err := b.settings(ctx, tx)
	if err != nil {
		return err
	}
	return eachStored(ctx, tx, ids, func(p store.Person) error {
		card, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
		if err != nil {
			return fmt.Errorf("card of person %d: %w", p.ID, err)
		}
		person := personOf(p, card, settings.Region, "")
		return f(&person)
	})
}

// picture returns a picture by the hash that a card names.
func picture(ctx context.Context, tx *store.Tx, hash string) ([]byte, error) {
	h, err := store.ParseHash(hash)
	if err != nil {
		return nil, err
	}
	data, _, err := tx.Photo(ctx, h)
	return data, err
}

// counter counts people and tells a Tick of them about a hundred times, and at the end.
type counter struct {
	tick  Tick
	n     int
	total int
	every int
}

func newCounter(people int, tick Tick) *counter {
	return &counter{tick: tick, total: people, every: people/ticks + 1}
}

func (c *counter) add() {
	c.n++
	if c.n%c.every == 0 {
		c.tell()
	}
}

func (c *counter) tell() {
	if c.tick != nil {
		c.tick(Progress{Cards: c.n, TotalCards: c.total})
	}
}
