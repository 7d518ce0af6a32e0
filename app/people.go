package app

import (
	"fmt"
	"io"
	"os"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// People serves the list and the detail.
type People struct{ session *session }

// List returns a stretch of the list.
func (p *People) List(q PersonQuery, offset, limit int) (v PersonPage, err error) {
	defer rescue(&err)
	v = PersonPage{Offset: offset, Items: []PersonRow{}}
	ctx, b, err := p.session.library()
	if err != nil {
		return v, err
	}
	page, err := b.People(ctx, query(q), offset, limit)
	if err != nil {
		return v, err
	}
	v.Total, v.Items = page.Total, each(page.Items, personRow)
	p.session.prepare(ctx, b)
	return v, nil
}

// Letters returns where the sections of the list begin.
func (p *People) Letters(q PersonQuery) (v []Letter, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return list(v), err
	}
	letters, err := b.Letters(ctx, query(q))
	return each(letters, func(l book.Letter) Letter { return Letter{Letter: l.Letter, Offset: l.Offset} }), err
}

// IDs returns everyone the query finds, in the order of the list.
func (p *People) IDs(q PersonQuery) (v []int64, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return list(v), err
	}
	found, err := b.IDs(ctx, query(q))
	return each(found, func(id contact.ID) int64 { return int64(id) }), err
}

// Read returns all there is to show of somebody.
func (p *People) Read(id int64) (v PersonView, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return v, err
	}
	person, err := b.Person(ctx, contact.ID(id))
	return personView(person), err
}

// Add adds a person.
func (p *People) Add(f PersonForm) (v PersonChange, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return v, err
	}
	person, change, err := b.Add(ctx, draft(f))
	return p.session.changedPerson(person, change, err)
}

// Edit changes the lines of a person's card that the form speaks of.
func (p *People) Edit(id int64, f PersonForm) (v PersonChange, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return v, err
	}
	person, change, err := b.Edit(ctx, contact.ID(id), draft(f))
	return p.session.changedPerson(person, change, err)
}

// Delete removes people; an undo brings them back.
func (p *People) Delete(ids []int64) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return v, err
	}
	change, err := b.Delete(ctx, contactIDs(ids))
	return p.session.changed(change, err)
}

// SetPhoto gives a person the picture in a file.
func (p *People) SetPhoto(id int64, path string) (v PersonChange, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return v, err
	}
	if err := b.Foreign(path); err != nil {
		return v, err
	}
	data, err := readPhoto(path)
	if err != nil {
		return v, err
	}
	person, change, err := b.SetPhoto(ctx, contact.ID(id), data)
	return p.session.changedPerson(person, change, err)
}

func readPhoto(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the picture: %w", err)
	}
	defer f.Close()
	// One byte more than the book takes, so that it can refuse the rest.
	data, err := io.ReadAll(io.LimitReader(f, book.MaxPhoto+1))
	if err != nil {
		return nil, fmt.Errorf("read the picture: %w", err)
	}
	return data, nil
}

// RemovePhoto takes a person's picture away.
func (p *People) RemovePhoto(id int64) (v PersonChange, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return v, err
	}
	person, change, err := b.RemovePhoto(ctx, contact.ID(id))
	return p.session.changedPerson(person, change, err)
}

// Organisations returns the organisations whose name begins like that.
func (p *People) Organisations(prefix string) (v []Organisation, err error) {
	defer rescue(&err)
	ctx, b, err := p.session.library()
	if err != nil {
		return list(v), err
	}
	found, err := b.Organisations(ctx, prefix)
	return each(found, func(o book.OrganisationCount) Organisation {
		return Organisation{Name: o.Name, Count: o.Count}
	}), err
}
