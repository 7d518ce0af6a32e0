package app

import (
	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// Duplicates serves who may be in the book more than once, merges people and splits them again.
type Duplicates struct{ session *session }

// List returns a stretch of the groups that may be one person: sure ones first, those put off last.
func (d *Duplicates) List(offset, limit int) (v DuplicatePage, err error) {
	defer rescue(&err)
	v = DuplicatePage{Offset: offset, Items: []DuplicateView{}}
	ctx, b, err := d.session.library()
	if err != nil {
		return v, err
	}
	page, err := b.Duplicates(ctx, offset, limit)
	v.Total, v.Later, v.Sure, v.SurePeople = page.Total, page.Later, page.Sure, page.SurePeople
	v.Items = each(page.Items, duplicateView)
	return v, err
}

// MergeSure merges groups as it is proposed, in one operation. They are the sure ones that List returned.
func (d *Duplicates) MergeSure(groups []PeopleGroup) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := d.session.library()
	if err != nil {
		return v, err
	}
	return d.session.changed(b.MergeAll(ctx, each(groups, func(g PeopleGroup) []contact.ID { return contactIDs(g.People) })))
}

// Compare lays out side by side what people say.
func (d *Duplicates) Compare(ids []int64) (v MergeView, err error) {
	defer rescue(&err)
	v = MergeView{People: []PersonRow{}, Rows: []MergeRow{}, Missing: []MissingPerson{}}
	ctx, b, err := d.session.library()
	if err != nil {
		return v, err
	}
	view, err := b.CompareMerge(ctx, contactIDs(ids))
	if err != nil {
		return v, err
	}
	return MergeView{People: each(view.People, personRow), Rows: each(view.Rows, mergeRow), Missing: each(view.Missing, missingPerson)}, nil
}

// Merge makes one person of several, who is the first of them.
func (d *Duplicates) Merge(ids []int64, choices []MergeChoice) (v PersonChange, err error) {
	defer rescue(&err)
	ctx, b, err := d.session.library()
	if err != nil {
		return v, err
	}
	return d.session.changedPerson(b.Merge(ctx, contactIDs(ids), each(choices, func(c MergeChoice) book.MergeChoice {
		return book.MergeChoice{Key: c.Key, Person: contact.ID(c.Person), Drop: c.Drop}
	})))
}

// Distinct notes that people are not the same.
func (d *Duplicates) Distinct(ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := d.session.library()
	if err != nil {
		return v, err
	}
	return d.session.changed(b.Distinct(ctx, contactIDs(ids)))
}

// PutOff puts off whether people are the same.
func (d *Duplicates) PutOff(ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := d.session.library()
	if err != nil {
		return v, err
	}
	return d.session.changed(b.PutOff(ctx, contactIDs(ids)))
}

// TakeUp takes that back.
func (d *Duplicates) TakeUp(ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := d.session.library()
	if err != nil {
		return v, err
	}
	return d.session.changed(b.TakeUp(ctx, contactIDs(ids)))
}

// Parts returns whom a split of somebody would give back.
func (d *Duplicates) Parts(id int64) (v []PartView, err error) {
	defer rescue(&err)
	ctx, b, err := d.session.library()
	if err != nil {
		return list(v), err
	}
	parts, err := b.Parts(ctx, contact.ID(id))
	return each(parts, func(p book.Part) PartView { return PartView{ID: int64(p.ID), Name: p.Name} }), err
}

// Split gives back those parts of somebody.
func (d *Duplicates) Split(id int64, parts []int64) (v SplitView, err error) {
	defer rescue(&err)
	v = SplitView{Stayed: []StayedValue{}, Gone: []StayedValue{}}
	ctx, b, err := d.session.library()
	if err != nil {
		return v, err
	}
	split, err := b.Split(ctx, contact.ID(id), contactIDs(parts)...)
	if err != nil {
		return v, err
	}
	return SplitView{Change: changeView(split.Change), Stayed: each(split.Stayed, stayedValue), Gone: each(split.Gone, stayedValue)}, nil
}

func duplicateView(d book.Duplicate) DuplicateView {
	return DuplicateView{
		People: each(d.People, personRow), Sure: d.Sure, Later: d.Later,
		Reasons: each(d.Reasons, func(r book.Reason) Reason { return Reason{Code: r.Code, Args: arguments(r.Args)} }),
	}
}

func missingPerson(m book.MissingPerson) MissingPerson {
	return MissingPerson{Name: m.Name, Whole: int64(m.Whole), WholeName: m.WholeName, Deleted: m.Deleted}
}

func mergeRow(r book.MergeRow) MergeRow {
	return MergeRow{
		Key: r.Key, Field: string(r.Field), Property: r.Property, Single: r.Single, Lead: int64(r.Lead),
		Cells: each(r.Values, func(values []book.DifferenceValue) MergeCell { return MergeCell{Values: each(values, differenceValue)} }),
	}
}

func stayedValue(v book.Stayed) StayedValue {
	return StayedValue{Field: string(v.Field), Property: v.Property, Value: differenceValue(v.Value)}
}
