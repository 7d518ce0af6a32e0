package book

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Loss is something that a version cannot hold as the card of a person says it. Line is the name of the property in upper
// case, or a tag; what becomes of it says the sentence "repair.<Reason>".
type Loss struct {
	Person contact.ID
	Name   string
	Line   string
	Reason string
}

// Losses returns what an export of the people of q as version v cannot hold, in the order of the list: one Loss for each
// person, property and reason, however many lines it is. Original loses the tags that come from groups, unless everyone is
// copied and so the groups are, too. The error is a *contact.InvalidError for a version that does not exist.
func (b *Book) Losses(ctx context.Context, q Query, v Version) ([]Loss, error) {
	to, err := v.target()
	if err != nil || v == Original && q.findsEveryone() {
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
			if v == Original {
				all = append(all, groupTags(p, card)...)
				return nil
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

// TagOfGroup is the reason of a Loss that is a tag which stands on the card of a group only; Line is the tag.
const TagOfGroup = "tag-of-group"

// groupTags returns the tags that somebody wears by a group and not by their card.
func groupTags(p store.Person, card *vcard.Card) []Loss {
	name, _ := card.DisplayName()
	onCard := tagsOf(card)
	var all []Loss
	for _, tag := range p.Groups {
		if !slices.Contains(onCard, tag) {
			all = append(all, Loss{Person: p.ID, Name: name, Line: tag, Reason: TagOfGroup})
		}
	}
	return all
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
