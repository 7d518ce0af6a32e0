package book

import (
	"context"
	"fmt"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Loss is something that a version cannot hold as the card of a person says it. Line is the name of the property in upper
// case; what becomes of it says the sentence "repair.<Reason>".
type Loss struct {
	Person contact.ID
	Name   string
	Line   string
	Reason string
}

// Losses returns what an export of the people of q as version v cannot hold, in the order of the list: one Loss for each
// person, property and reason, however many lines it is. Original loses nothing. The error is a *contact.InvalidError for a
// version that does not exist.
func (b *Book) Losses(ctx context.Context, q Query, v Version) ([]Loss, error) {
	to, err := v.target()
	if err != nil || v == Original {
		return nil, err
	}
	ids, err := b.IDs(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("list losses: %w", err)
	}
	var all []Loss
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		return eachStored(ctx, tx, ids, func(p store.Person) error {
			card, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
			if err != nil {
				return err
			}
			all = append(all, lossesOf(p.ID, card, to)...)
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list losses: %w", err)
	}
	return all, nil
}

func lossesOf(id contact.ID, card *vcard.Card, to vcard.Version) []Loss {
	_, lost := card.Convert(to)
	if len(lost) == 0 {
		return nil
	}
	name, _ := card.DisplayName()
	var all []Loss
	seen := map[Loss]bool{}
	for _, l := range lost {
		loss := Loss{Person: id, Name: name, Line: strings.ToUpper(l.Name), Reason: string(l.Reason)}
		if !seen[loss] {
			seen[loss] = true
			all = append(all, loss)
		}
	}
	return all
}
