package book

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/table"
	"kaffeerunde/backend/thumbnail"
	"kaffeerunde/backend/vcard"
)

// Differences returns what a card says otherwise than whom it meets, by the Index of its row: a person in the book, or an
// earlier card of the same import. There are none for a card that meets nobody, and none where both say the same in other
// letters. The error is contact.ErrNotFound for a row or a person who is not there, and a *FileError where the file cannot be
// read any more.
func (p *Preview) Differences(ctx context.Context, index int) ([]Difference, error) {
	if index < 0 || index >= len(p.rows) {
		return nil, fmt.Errorf("row %d of the preview: %w", index, contact.ErrNotFound)
	}
	list, err := p.differences(ctx, index)
	if err != nil {
		return nil, fmt.Errorf("compare card %d: %w", p.rows[index].card, err)
	}
	p.compared[index] = list
	return list, nil
}

func (p *Preview) differences(ctx context.Context, index int) ([]Difference, error) {
	row := &p.rows[index]
	if row.person == 0 && row.earlier == 0 {
		return nil, nil
	}
	theirs, err := p.read(ctx, row)
	if err != nil {
		return nil, err
	}
	var mine reading
	if row.person != 0 {
		mine.card, err = p.book.cardOf(ctx, row.person)
	} else {
		mine, err = p.read(ctx, &p.rows[row.earlier-1])
	}
	if err != nil {
		return nil, err
	}
	return p.book.differences(ctx, &mine, &theirs, p.choices[index])
}

// read reads the card of a row from its file again.
func (p *Preview) read(ctx context.Context, row *previewRow) (reading, error) {
	s := &p.sources[row.file]
	if err := s.unchanged(); err != nil {
		return reading{}, err
	}
	// A table is read again by the mapping that the preview read it by.
	cards, err := s.cards(func(string) (table.Mapping, error) { return nil, nil })
	if err != nil {
		return reading{}, err
	}
	defer cards.Close()
	for {
		card, err := cards.Read()
		switch {
		case errors.Is(err, io.EOF):
			return reading{}, &FileError{Path: s.path, Code: "file-changed"}
		case err != nil:
			return reading{}, err
		case ctx.Err() != nil:
			return reading{}, ctx.Err()
		case card.Number == int(row.card):
			read := reading{card: card}
			read.hashes, read.photos, err = detach(card)
			return read, err
		}
	}
}

// cardOf returns somebody's card, its pictures taken out.
func (b *Book) cardOf(ctx context.Context, id contact.ID) (card *vcard.Card, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		_, card, err = readCard(ctx, tx, id)
		return err
	})
	return card, err
}

// differences compares two cards and draws the pictures of both.
func (b *Book) differences(ctx context.Context, mine, theirs *reading, c chosen) ([]Difference, error) {
	settings, err := b.Settings(ctx)
	if err != nil {
		return nil, err
	}
	list := compare(mine.card, theirs.card, settings.Region).differences
	for i := range list {
		d := &list[i]
		d.Choice = c.of(d)
		b.drawPictures(ctx, d.Mine, mine.photos)
		b.drawPictures(ctx, d.Theirs, theirs.photos)
		if d.Field != FieldRelated {
			continue
		}
		for _, values := range [][]DifferenceValue{d.Mine, d.Theirs} {
			if err := b.nameRelated(ctx, values); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// nameRelated puts the names of people in place of the addresses of their cards, as far as they are in the book.
func (b *Book) nameRelated(ctx context.Context, values []DifferenceValue) error {
	return b.store.Read(ctx, func(tx *store.Tx) error {
		for i := range values {
			address, rest, _ := strings.Cut(values[i].Value, "\n")
			id, err := tx.Meant(ctx, uidIn(address), "")
			if err != nil {
				return err
			}
			if id == 0 {
				continue
			}
			people, err := tx.Summaries(ctx, []contact.ID{id}, store.Order{})
			if err != nil {
				return err
			}
			for _, p := range people {
				values[i].Value = strings.TrimSpace(p.Name + "\n" + rest)
			}
		}
		return nil
	})
}

// differenceThumbnail is the side of the small pictures of differences, in pixels.
const differenceThumbnail = 96

// drawPictures draws the pictures among values: those of a file, or of the book. One that cannot be drawn stays without.
func (b *Book) drawPictures(ctx context.Context, values []DifferenceValue, photos []store.Photo) {
	for i := range values {
		v := &values[i]
		if v.picture == "" {
			continue
		}
		at := slices.IndexFunc(photos, func(p store.Photo) bool { return p.Hash.String() == v.picture })
		var err error
		if at >= 0 {
			v.Thumbnail, err = thumbnail.Draw(photos[at].Data, differenceThumbnail)
		} else {
			v.Thumbnail, err = b.Thumbnail(ctx, v.picture, differenceThumbnail)
		}
		if err != nil {
			v.Thumbnail = nil
		}
	}
}

// Choose chooses for one difference of a card, by its Index in what Differences returned, and lets the card be merged. The
// error is contact.ErrNotFound for a difference that Differences did not return, and a *contact.InvalidError for a choice
// that it does not have.
func (p *Preview) Choose(index, difference int, c Choice) error {
	list := p.compared[index]
	if difference < 0 || difference >= len(list) {
		return fmt.Errorf("difference %d of row %d: %w", difference, index, contact.ErrNotFound)
	}
	d := &list[difference]
	if !slices.Contains(d.Choices, c) {
		return &contact.InvalidError{Field: "choice", Reason: "unknown"}
	}
	if err := p.DecideRow(index, DecisionMerge); err != nil {
		return err
	}
	made := p.choices[index]
	if made.each == nil {
		made.each = map[string]Choice{}
	}
	made.each[d.key] = c
	p.choices[index] = made
	d.Choice = c
	return nil
}

// ChooseRow chooses the same for all differences of a card. ChoiceMine leaves the person as they are; ChoiceTheirs keeps
// what only the person has.
func (p *Preview) ChooseRow(index int, c Choice) error {
	decision := DecisionMerge
	switch c {
	case ChoiceMine:
		decision = DecisionSkip
	case ChoiceTheirs, ChoiceBoth:
	default:
		return &contact.InvalidError{Field: "choice", Reason: "unknown"}
	}
	if err := p.DecideRow(index, decision); err != nil {
		return err
	}
	p.choices[index] = chosen{all: c}
	for i := range p.compared[index] {
		d := &p.compared[index][i]
		d.Choice = d.under(c)
	}
	return nil
}

// ChoosePile is ChooseRow for every card of a pile that meets somebody and has other content.
func (p *Preview) ChoosePile(pile Pile, c Choice) error {
	for i := range p.rows {
		row := &p.rows[i]
		if row.pile != pile || row.person == 0 && row.earlier == 0 || pile == PileSame && !row.changed {
			continue
		}
		if err := p.ChooseRow(i, c); err != nil {
			return err
		}
	}
	return nil
}
