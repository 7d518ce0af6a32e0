package book

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// unityDeeds say who is one and who is two, who knows whom, and what a circle is called.
var unityDeeds = []deed{
	{name: "merge", do: onPeople(3, func(ctx context.Context, b *Book, _ *rand.Rand, ids []contact.ID) error {
		_, _, err := b.Merge(ctx, ids, nil)
		return err
	})},
	{name: "somebody again", do: onSomebody(func(ctx context.Context, b *Book, chance *rand.Rand, id contact.ID) error {
		p, err := b.Person(ctx, id)
		if err != nil {
			return err
		}
		// A name and a number that nobody of another name has make two who are surely one.
		phone := fmt.Sprintf("+49 30 2399%04d", id)
		if len(p.Phones) > 0 {
			phone = p.Phones[0].Value
		}
		_, _, err = b.Add(ctx, contact.Draft{Name: p.Name, Title: anyOf(chance, words), Phones: []contact.Value{{Index: contact.NewLine, Value: phone}}})
		return err
	})},
	{name: "sure duplicates merged", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		groups, err := sureDuplicates(ctx, b)
		if err != nil || len(groups) == 0 {
			return err
		}
		_, err = b.MergeAll(ctx, groups[:1+chance.IntN(len(groups))])
		return err
	}},
	{name: "split", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		ids, err := b.IDs(ctx, Query{})
		if err != nil {
			return err
		}
		for _, id := range ids {
			parts, err := b.Parts(ctx, id)
			if err != nil {
				return err
			}
			if len(parts) > 0 && chance.IntN(2) == 0 {
				_, err := b.Split(ctx, id)
				return err
			}
		}
		return nil
	}},
	{name: "distinct", do: onPeople(3, func(ctx context.Context, b *Book, _ *rand.Rand, ids []contact.ID) error {
		_, err := b.Distinct(ctx, ids)
		return err
	})},
	{name: "put off", do: onPeople(2, func(ctx context.Context, b *Book, _ *rand.Rand, ids []contact.ID) error {
		_, err := b.PutOff(ctx, ids)
		return err
	})},
	{name: "taken up", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		var off []store.Verdict
		err := b.store.Read(ctx, func(tx *store.Tx) (err error) {
			off, err = tx.Verdicts(ctx)
			return err
		})
		off = slices.DeleteFunc(off, func(v store.Verdict) bool { return v.Kind != verdictLater })
		if err != nil || len(off) == 0 {
			return err
		}
		_, err = b.TakeUp(ctx, anyOf(chance, off).People)
		return err
	}},
	{name: "connect", do: onPeople(2, func(ctx context.Context, b *Book, chance *rand.Rand, ids []contact.ID) error {
		if len(ids) < 2 {
			return nil
		}
		_, err := b.Connect(ctx, ids, contact.Connection{Kind: anyOf(chance, contact.ConnectionKinds()), Since: "2019", Note: anyOf(chance, words), Closed: chance.IntN(4) == 0})
		return err
	})},
	{name: "disconnect", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		var naming []store.Person
		err := b.store.Read(ctx, func(tx *store.Tx) (err error) {
			naming, err = tx.Relating(ctx)
			return err
		})
		if err != nil || len(naming) == 0 {
			return err
		}
		id := anyOf(chance, naming).ID
		known, err := b.Connections(ctx, id)
		if err != nil || len(known) == 0 {
			return err
		}
		_, err = b.Disconnect(ctx, []contact.ID{id, known[0].Person})
		return err
	}},
	{name: "circle", do: func(ctx context.Context, b *Book, chance *rand.Rand) error {
		circles, err := b.Circles(ctx)
		if err != nil || len(circles) == 0 || len(circles[0].People) == 0 {
			return err
		}
		name := anyOf(chance, []string{"Choir", "Neighbours"})
		if circles[0].Given && chance.IntN(2) == 0 {
			name = ""
		}
		_, err = b.NameCircle(ctx, circles[0].People[0].ID, name)
		return err
	}},
}

// sureDuplicates returns the people of every group that is sure and not put off.
func sureDuplicates(ctx context.Context, b *Book) (groups [][]contact.ID, err error) {
	d, err := b.Duplicates(ctx, 0, math.MaxInt)
	for _, one := range d.Items {
		if one.Sure && !one.Later {
			ids := make([]contact.ID, len(one.People))
			for i, p := range one.People {
				ids[i] = p.ID
			}
			groups = append(groups, ids)
		}
	}
	return groups, err
}
