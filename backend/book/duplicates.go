package book

import (
	"context"
	"slices"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
)

// Duplicate is two or more people who may be one, in the order of their IDs. Sure says that nothing else can be thought of; Later
// that somebody put it off.
type Duplicate struct {
	People  []contact.Summary
	Sure    bool
	Later   bool
	Reasons []Reason
}

// Duplicates is a stretch of all possible duplicates: sure ones first, those put off last. Total and Later count groups, Sure and
// SurePeople those that are sure and not put off.
type Duplicates struct {
	Items                          []Duplicate
	Total, Later, Sure, SurePeople int
}

// double is a Duplicate without what has to be read to show it.
type double struct {
	people      []contact.ID
	sure, later bool
	common      []match.Trait
}

// Duplicates returns who in the book may be one, without those known to be two.
func (b *Book) Duplicates(ctx context.Context, offset, limit int) (d Duplicates, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		all, err := b.doubles.at(ctx, tx)
		if err != nil {
			return err
		}
		d = counted(all)
		settings, err := b.settings(ctx, tx)
		if err != nil {
			return err
		}
		offset = max(0, min(offset, len(all)))
		for _, one := range all[offset:min(len(all), offset+max(0, limit))] {
			item, err := one.described(ctx, tx, settings.Region)
			if err != nil {
				return err
			}
			d.Items = append(d.Items, item)
		}
		return nil
	})
	return d, err
}

func counted(all []double) Duplicates {
	d := Duplicates{Total: len(all)}
	for i := range all {
		switch {
		case all[i].later:
			d.Later++
		case all[i].sure:
			d.Sure++
			d.SurePeople += len(all[i].people)
		}
	}
	return d
}

// pairsOf returns each two people whom verdicts of a kind are about.
func pairsOf(verdicts []store.Verdict, kind string) map[pair]bool {
	pairs := map[pair]bool{}
	for _, v := range verdicts {
		for i, one := range v.People {
			for _, other := range v.People[i+1:] {
				if v.Kind == kind {
					pairs[pairOf(one, other)] = true
				}
			}
		}
	}
	return pairs
}

func all(people []contact.ID, pairs map[pair]bool) bool {
	for i, one := range people {
		for _, other := range people[i+1:] {
			if !pairs[pairOf(one, other)] {
				return false
			}
		}
	}
	return true
}

// described reads who the people are and what they have in common.
func (d *double) described(ctx context.Context, tx *store.Tx, region string) (Duplicate, error) {
	people, err := tx.Summaries(ctx, d.people, store.Order{})
	if err != nil {
		return Duplicate{}, err
	}
	shown := Duplicate{People: people, Sure: d.sure, Later: d.later}
	cards := map[int64]*reading{}
	for _, trait := range d.common {
		r, ok := cards[trait.Who]
		if !ok {
			row, card, err := readCard(ctx, tx, contact.ID(trait.Who))
			if err != nil {
				return shown, err
			}
			r = &reading{card: card}
			r.entry.Organisation, _ = organisationOf(card)
			r.entry.Person = row.ID
			cards[trait.Who] = r
		}
		reason := Reason{Code: string(trait.Reason)}
		if value := valueOf(r, trait.Common, region); value != "" {
			reason.Args = []contact.Arg{{Name: "value", Value: value}}
		}
		if !slices.ContainsFunc(shown.Reasons, func(other Reason) bool { return other.Code == reason.Code && slices.Equal(other.Args, reason.Args) }) {
			shown.Reasons = append(shown.Reasons, reason)
		}
	}
	return shown, nil
}

// What somebody decides about people who resemble each other.
const (
	verdictDistinct = "distinct"
	verdictLater    = "later"
)

// Distinct notes that people are not the same, each two of them; they are no possible duplicates any more. The error is a
// *contact.InvalidError for fewer than two.
func (b *Book) Distinct(ctx context.Context, ids []contact.ID) (Change, error) {
	return b.judge(ctx, KindDistinct, verdictDistinct, ids)
}

// PutOff puts off whether people are the same: they stand at the end until somebody else comes to them.
func (b *Book) PutOff(ctx context.Context, ids []contact.ID) (Change, error) {
	return b.judge(ctx, KindPutOff, verdictLater, ids)
}

func (b *Book) judge(ctx context.Context, kind Kind, verdict string, ids []contact.ID) (Change, error) {
	ids = distinct(ids)
	if len(ids) < 2 {
		return Change{}, &contact.InvalidError{Field: "merge", Reason: "alone"}
	}
	return b.operate(ctx, kind, "", func(w *work) error {
		verdicts, err := w.tx.Verdicts(ctx)
		if err != nil {
			return err
		}
		known := pairsOf(verdicts, verdict)
		err = w.pairs(ctx, ids, func(one, other store.Person) error {
			if !known[pairOf(one.ID, other.ID)] {
				w.count = len(ids)
			}
			return nil
		})
		if err != nil || w.count == 0 {
			return err
		}
		for _, id := range ids {
			if err := w.tx.Lean(ctx, id); err != nil {
				return err
			}
		}
		slices.Sort(ids)
		return w.tx.PutVerdict(ctx, verdict, ids)
	})
}

// TakeUp takes back that something was put off.
func (b *Book) TakeUp(ctx context.Context, ids []contact.ID) (Change, error) {
	return b.operate(ctx, KindReturned, "", func(w *work) error {
		verdicts, err := w.tx.Verdicts(ctx)
		if err != nil {
			return err
		}
		for _, v := range verdicts {
			among := func(id contact.ID) bool { return slices.Contains(ids, id) }
			if v.Kind != verdictLater || !slices.ContainsFunc(v.People, among) {
				continue
			}
			w.count = len(v.People)
			if err := w.tx.DropVerdict(ctx, v.ID); err != nil {
				return err
			}
		}
		named, err := w.tx.Summaries(ctx, ids[:min(1, len(ids))], store.Order{})
		if len(named) > 0 {
			w.name = named[0].Name
		}
		return err
	})
}

// MergeView is what people who are to be one say, side by side. Where some of them are Missing there are no rows: they are no longer
// those whom somebody was asked about.
type MergeView struct {
	People  []contact.Summary
	Rows    []MergeRow
	Missing []MissingPerson
}

// CompareMerge lays out what people say, with what Merge would make of it. The error is a *contact.InvalidError for the card of a group.
func (b *Book) CompareMerge(ctx context.Context, ids []contact.ID) (v MergeView, err error) {
	ids = distinct(ids)
	var sides []mergeSide
	var region string
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		if v.Missing, err = missingOf(ctx, tx, ids); err != nil {
			return err
		}
		if v.People, err = tx.Summaries(ctx, ids, store.Order{}); err != nil || len(v.Missing) > 0 {
			return err
		}
		index, err := b.indexer(ctx, tx)
		if err != nil {
			return err
		}
		region = index.region
		sides, err = sidesOf(ctx, tx, index, ids)
		return err
	})
	if err != nil || len(sides) == 0 {
		return v, err
	}
	v.Rows = mergeRows(sides, region)
	for i := range v.Rows {
		for _, values := range v.Rows[i].Values {
			b.drawPictures(ctx, values, nil)
			if v.Rows[i].Field == FieldRelated {
				if err := b.nameRelated(ctx, values); err != nil {
					return v, err
				}
			}
		}
	}
	return v, nil
}
