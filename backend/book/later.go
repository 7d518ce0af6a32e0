package book

import (
	"context"
	"errors"
	"fmt"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// Undecided returns a stretch of the cards that an import left for later and nobody has decided yet, compared with the book
// as it is now. Row.Index is what DecideLater takes.
func (b *Book) Undecided(ctx context.Context, operation int64, offset, limit int) (rows Rows, err error) {
	var met []contact.ID
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		list, total, err := tx.Undecided(ctx, operation, offset, limit)
		if err != nil || len(list) == 0 {
			rows.Total = total
			return err
		}
		rows.Total = total
		known, err := loadKnown(ctx, tx)
		if err != nil {
			return err
		}
		index, err := b.indexer(ctx, tx)
		if err != nil {
			return err
		}
		for _, pending := range list {
			row, person, err := undecidedRow(ctx, tx, pending, known, index)
			if err != nil {
				return err
			}
			rows.Items, met = append(rows.Items, row), append(met, person)
		}
		return nil
	})
	if err != nil {
		return rows, fmt.Errorf("cards for later: %w", err)
	}
	return rows, b.meet(ctx, rows.Items, func(i int) contact.ID { return met[i] })
}

func undecidedRow(ctx context.Context, tx *store.Tx, p store.Pending, known *known, index *indexer) (Row, contact.ID, error) {
	r, err := pendingReading(p, index)
	if err != nil {
		return Row{}, 0, err
	}
	file, err := tx.FileName(ctx, p.Operation, p.File)
	where := known.sort(&r, index.region)
	return Row{
		Index: int(p.ID), File: file, Card: p.Number, Line: p.Line, Name: p.Name, Detail: detailOf(&r), Changed: where.changed,
		Organisation: r.entry.Kind == contact.Organisation, Reasons: where.reasons, Decision: DecisionLater,
	}, where.person, err
}

func pendingReading(p store.Pending, index *indexer) (reading, error) {
	card, err := vcard.Parse(p.Card, vcard.Options{Charset: p.Charset})
	if err != nil {
		return reading{}, fmt.Errorf("card %d: %w", p.ID, err)
	}
	return index.reading(card), nil
}

// DecideLater decides cards that an import left for later, by the Index of their rows. A card is merged into whom it resembles
// now, and added where it resembles nobody any more. The error is contact.ErrNotFound for a card of another import.
func (b *Book) DecideLater(ctx context.Context, operation int64, rows []int, d Decision) (Change, error) {
	switch d {
	case DecisionAdd, DecisionMerge, DecisionSkip:
	case DecisionLater:
		return Change{Kind: KindLater}, nil
	default:
		return Change{}, &contact.InvalidError{Field: "decision", Reason: "unknown"}
	}
	return b.decideAllLater(ctx, operation, rows, d, nil)
}

// MergeLater is DecideLater for one card that is merged as was chosen: for each Difference of LaterDifferences, by its Index,
// what is to become of it. The error is a *contact.InvalidError when the two cards differ otherwise by now.
func (b *Book) MergeLater(ctx context.Context, operation int64, row int, choices []Choice) (Change, error) {
	return b.decideAllLater(ctx, operation, []int{row}, DecisionMerge, choices)
}

// LaterDifferences returns what a card that was left for later says otherwise than whom it resembles now, by the Index of its
// row. There are none for a card that resembles nobody.
func (b *Book) LaterDifferences(ctx context.Context, operation int64, row int) ([]Difference, error) {
	var mine, theirs reading
	err := b.store.Read(ctx, func(tx *store.Tx) error {
		known, err := loadKnown(ctx, tx)
		if err != nil {
			return err
		}
		index, err := b.indexer(ctx, tx)
		if err != nil {
			return err
		}
		pending, err := pendingOf(ctx, tx, operation, row)
		if err != nil {
			return err
		}
		if theirs, err = pendingReading(pending, index); err != nil {
			return err
		}
		if met := known.sort(&theirs, index.region).person; met != 0 {
			_, mine.card, err = readCard(ctx, tx, met)
		}
		return err
	})
	if err != nil || mine.card == nil {
		return nil, err
	}
	return b.differences(ctx, &mine, &theirs, chosen{})
}

// pendingOf returns a card that an operation left for later. The error is contact.ErrNotFound for a card of another one.
func pendingOf(ctx context.Context, tx *store.Tx, operation int64, row int) (store.Pending, error) {
	pending, err := tx.Pending(ctx, int64(row))
	if err == nil && pending.Operation != operation {
		err = contact.ErrNotFound
	}
	if err != nil {
		return pending, fmt.Errorf("card %d of operation %d: %w", row, operation, asContact(err))
	}
	return pending, nil
}

// decideAllLater decides cards; choices are for the differences of the only one, nil for none made.
func (b *Book) decideAllLater(ctx context.Context, operation int64, rows []int, d Decision, choices []Choice) (Change, error) {
	return b.operate(ctx, KindLater, "", func(w *work) error {
		known, err := loadKnown(ctx, w.tx)
		if err != nil {
			return err
		}
		added := map[contact.ID]bool{}
		var groups []groupCard
		for _, id := range rows {
			pending, err := pendingOf(ctx, w.tx, operation, id)
			if err != nil {
				return err
			}
			if pending.Decision != "" {
				continue
			}
			newcomer, group, err := b.decideLater(ctx, w, known, pending, d, choices)
			if err != nil {
				return err
			}
			if group != nil {
				groups = append(groups, *group)
			}
			added[newcomer] = true
			w.count++
		}
		return w.join(ctx, groups, known, whom.person, func(p *store.Person) bool { return added[p.ID] })
	})
}

// decideLater returns who was added, 0 for nobody, and the group that came with it, nil for a person.
func (b *Book) decideLater(
	ctx context.Context, w *work, known *known, p store.Pending, d Decision, choices []Choice,
) (contact.ID, *groupCard, error) {
	r, err := pendingReading(p, w.index)
	if err != nil {
		return 0, nil, err
	}
	where := known.sort(&r, w.index.region)
	if d == DecisionMerge && where.person == 0 {
		d = DecisionAdd
	}
	if err := w.tx.Decide(ctx, p.ID, string(d)); err != nil || d == DecisionSkip {
		return 0, nil, err
	}
	var group *groupCard
	if r.entry.Kind == contact.Group {
		group = &groupCard{name: r.entry.Name, members: r.card.Members(), summary: &GroupSummary{}}
	}
	if d == DecisionMerge {
		if group != nil {
			if group.members, err = joining(ctx, w.tx, where.person, group.members); err != nil {
				return 0, nil, err
			}
		}
		how, err := w.chosenLater(ctx, where.person, r.card, choices)
		if err != nil {
			return 0, nil, err
		}
		return 0, group, w.merge(ctx, where.person, r.card, p.Photos, how)
	}
	uid, err := b.freeUID(ctx, w.tx, r.uid)
	if err != nil {
		return 0, nil, err
	}
	id, err := w.add(ctx, uid, r.card, store.Person{Operation: p.Operation, File: p.File, Photos: p.Photos})
	if err != nil {
		return 0, nil, err
	}
	known.join(&r, whom(id))
	return id, group, nil
}

// chosenLater finds the differences again to which choices belong.
func (w *work) chosenLater(ctx context.Context, id contact.ID, theirs *vcard.Card, choices []Choice) (chosen, error) {
	if choices == nil {
		return chosen{}, nil
	}
	_, mine, err := w.card(ctx, id)
	if err != nil {
		return chosen{}, err
	}
	list := compare(mine, theirs, w.index.region).differences
	if len(list) != len(choices) {
		return chosen{}, &contact.InvalidError{Field: "index", Reason: "changed-meanwhile"}
	}
	how := chosen{each: map[string]Choice{}}
	for i, d := range list {
		how.each[d.key] = choices[i]
	}
	return how, nil
}

// freeUID returns the uid of a card where nobody else has it, else a new one.
func (b *Book) freeUID(ctx context.Context, tx *store.Tx, uid string) (string, error) {
	if uid == "" {
		return b.newUID()
	}
	_, err := tx.PersonByUID(ctx, uid)
	if errors.Is(err, store.ErrNotFound) {
		return uid, nil
	}
	if err != nil {
		return "", err
	}
	return b.newUID()
}
