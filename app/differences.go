package app

import (
	"encoding/base64"

	"kaffeerunde/backend/book"
)

// Differences returns what a card of the preview, by its index, says otherwise than the person it meets. It is empty for a
// card that meets nobody and for one that says the same in other letters.
func (i *Imports) Differences(preview string, index int) (v []DifferenceView, err error) {
	defer rescue(&err)
	v = []DifferenceView{}
	ctx, _, err := i.session.library()
	if err != nil {
		return v, err
	}
	err = i.session.previews.with(preview, func(p *book.Preview) error {
		differences, err := p.Differences(ctx, index)
		v = each(differences, differenceView)
		return err
	})
	return v, err
}

// Choose chooses for one difference of a card, by its index among those that Differences returned. The card will be merged.
func (i *Imports) Choose(preview string, index, difference int, c Choice) (v ImportPlan, err error) {
	defer rescue(&err)
	return i.choosing(preview, func(p *book.Preview) error { return p.Choose(index, difference, book.Choice(c)) })
}

// ChooseRow chooses the same for all differences of a card: "mine" leaves the person as they are, "theirs" keeps what only
// the person has.
func (i *Imports) ChooseRow(preview string, index int, c Choice) (v ImportPlan, err error) {
	defer rescue(&err)
	return i.choosing(preview, func(p *book.Preview) error { return p.ChooseRow(index, book.Choice(c)) })
}

// ChoosePile is ChooseRow for every card of a pile that meets somebody and says other things of them.
func (i *Imports) ChoosePile(preview string, pile Pile, c Choice) (v ImportPlan, err error) {
	defer rescue(&err)
	return i.choosing(preview, func(p *book.Preview) error { return p.ChoosePile(book.Pile(pile), book.Choice(c)) })
}

// LaterDifferences returns what a card that an import left for later, by its index, says otherwise than whom it resembles now.
// It is empty for a card that resembles nobody any more.
func (i *Imports) LaterDifferences(operation int64, index int) (v []DifferenceView, err error) {
	defer rescue(&err)
	v = []DifferenceView{}
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	differences, err := b.LaterDifferences(ctx, operation, index)
	return each(differences, differenceView), err
}

// MergeLater merges a card that an import left for later, with a choice for each difference that LaterDifferences returned.
func (i *Imports) MergeLater(operation int64, index int, choices []Choice) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := i.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.MergeLater(ctx, operation, index, each(choices, func(c Choice) book.Choice { return book.Choice(c) }))
	return i.session.changed(change, err)
}

func (i *Imports) choosing(preview string, choose func(*book.Preview) error) (v ImportPlan, err error) {
	err = i.session.previews.with(preview, func(p *book.Preview) error {
		if err := choose(p); err != nil {
			return err
		}
		v = importPlan(p.Plan())
		return nil
	})
	return v, err
}

func differenceView(d book.Difference) DifferenceView {
	return DifferenceView{
		Index: d.Index, Field: string(d.Field), Property: d.Property,
		Mine: each(d.Mine, differenceValue), Theirs: each(d.Theirs, differenceValue),
		Choices: each(d.Choices, func(c book.Choice) Choice { return Choice(c) }), Choice: Choice(d.Choice),
	}
}

func differenceValue(d book.DifferenceValue) DifferenceValue {
	v := DifferenceValue{Value: d.Value, Types: list(d.Types), Label: d.Label, Year: d.Year, Month: d.Month, Day: d.Day, Closed: d.Closed}
	if d.Thumbnail != nil {
		v.Photo = "data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(d.Thumbnail)
	}
	return v
}
