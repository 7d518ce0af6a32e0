package app

import (
	"context"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/guestlist"
)

// GuestLists reads lists of guests and puts them on the list of an event.
type GuestLists struct{ session *session }

// guestPatterns are the files that hold a guest list.
const guestPatterns = "*.txt;*.csv;*.tsv;*.xlsx;*.xlsm;*.vcf;*.vcard;*.ics;*.TXT;*.CSV;*.XLSX;*.VCF;*.ICS"

// Choose asks for a file with a guest list; "" when the dialog was closed.
func (g *GuestLists) Choose() (path string, err error) {
	defer rescue(&err)
	return g.choose(dialog{Title: "dialog.guests", Kind: "dialog.lists", Patterns: guestPatterns})
}

// ChooseInvitation asks for an .ics file; "" when the dialog was closed.
func (g *GuestLists) ChooseInvitation() (path string, err error) {
	defer rescue(&err)
	return g.choose(dialog{Title: "dialog.invitation", Kind: "dialog.invitations", Patterns: "*.ics;*.ICS"})
}

// choose asks for a file; what the dialog says are keys of the catalogue.
func (g *GuestLists) choose(d dialog) (path string, err error) {
	ctx, b, err := g.session.library()
	if err != nil {
		return "", err
	}
	words := g.session.words(ctx, b)
	d.Title, d.Kind = words.T(d.Title), words.T(d.Kind)
	return g.session.desktop.chooseFile(ctx, d)
}

// Invitation reads the event of an .ics file. Nothing is written.
func (g *GuestLists) Invitation(path string) (v Invitation, err error) {
	defer rescue(&err)
	v.Event, v.News = eventForm(contact.Event{}), []ChangedField{}
	ctx, b, err := g.session.library()
	if err != nil {
		return v, err
	}
	read, err := b.ReadEventFile(ctx, path, "")
	if err != nil {
		return v, err
	}
	v = Invitation{
		Event: eventForm(read.Event), Guests: len(read.Guests.Guests), Events: read.Events,
		News: each(read.News, func(f book.ChangedField) ChangedField { return ChangedField(f) }),
	}
	if read.Known != nil {
		v.Known = read.Known.ID
	}
	return v, nil
}

// Add adds the event of an .ics file, as the form has it.
func (g *GuestLists) Add(path string, f EventForm) (v EventChange, err error) {
	defer rescue(&err)
	ctx, b, err := g.session.library()
	if err != nil {
		return v, err
	}
	read, err := b.ReadEventFile(ctx, path, "")
	if err != nil {
		return v, err
	}
	e := eventOf(f)
	e.ID, e.Invitation = 0, read.Event.Invitation
	saved, change, err := b.SaveEvent(ctx, e)
	if err != nil {
		return v, err
	}
	return EventChange{Event: saved.ID, Change: changeView(change)}, nil
}

// Renew brings the event of the book that an .ics file invites to up to date with it, and with who is invited by now.
func (g *GuestLists) Renew(path string) (v EventChange, err error) {
	defer rescue(&err)
	ctx, b, err := g.session.library()
	if err != nil {
		return v, err
	}
	read, err := b.ReadEventFile(ctx, path, "")
	if err != nil {
		return v, err
	}
	if read.Known == nil {
		return v, contact.ErrNotFound
	}
	read.Event.ID = read.Known.ID
	renewal, change, err := b.RenewEvent(ctx, read.Event, book.InvitedFrom(read.Guests))
	if err != nil {
		return v, err
	}
	return EventChange{Event: renewal.Event.ID, Change: changeView(change)}, nil
}

// Fields returns what a column may be, in the order in which it is offered.
func (g *GuestLists) Fields() []string {
	return each(guestlist.Fields(), func(f guestlist.Field) string { return string(f) })
}

// Read reads a list that somebody pasted for an event. Lines are read as shapes says where it has a shape of their kind. Nothing is
// written.
func (g *GuestLists) Read(event int64, text string, shapes []GuestShape) (v GuestListView, err error) {
	defer rescue(&err)
	return g.look(event, func(context.Context, *book.Book) (book.GuestFile, error) {
		return book.GuestFile{List: guestlist.Read([]byte(text), guestShapes(shapes))}, nil
	})
}

// ReadFile is Read for a file. Of a calendar with several events the guests of the one that fits are read.
func (g *GuestLists) ReadFile(event int64, path string, shapes []GuestShape) (v GuestListView, err error) {
	defer rescue(&err)
	return g.look(event, func(ctx context.Context, b *book.Book) (book.GuestFile, error) {
		return b.ReadGuestFile(ctx, path, event, guestShapes(shapes))
	})
}

// look reads a list and says who of it stands on that of the event already.
func (g *GuestLists) look(event int64, read func(context.Context, *book.Book) (book.GuestFile, error)) (GuestListView, error) {
	nothing := guestListView(&guestlist.List{})
	ctx, b, err := g.session.library()
	if err != nil {
		return nothing, err
	}
	file, err := read(ctx, b)
	if err != nil {
		return nothing, err
	}
	already, err := b.AlreadyInvited(ctx, event, book.InvitedFrom(file.List))
	if err != nil {
		return nothing, err
	}
	v := guestListView(file.List)
	for i := range v.Guests {
		v.Guests[i].Already = already[i]
	}
	if file.From != nil {
		v.From = InvitedFrom{Title: file.From.Event.Title, When: file.From.Event.When, Others: file.From.Events - 1, Fits: file.Fits}
	}
	return v, nil
}

// Invite puts guests on the list of an event, as a job. Who stands there already is known again.
func (g *GuestLists) Invite(job string, event int64, guests []GuestForm) (v Change, err error) {
	defer rescue(&err)
	ctx, b, err := g.session.library()
	if err != nil {
		return v, err
	}
	list := &guestlist.List{}
	for _, form := range guests {
		if guest, ok := guestOf(form); ok {
			list.Guests = append(list.Guests, guest)
		}
	}
	var change book.Change
	err = g.session.jobs.run(ctx, job, func(ctx context.Context, t tick) (err error) {
		_, change, err = b.Invite(ctx, event, book.InvitedFrom(list), countTick(t))
		return err
	})
	return g.session.changed(change, err)
}

func guestOf(f GuestForm) (guestlist.Guest, bool) {
	g := guestlist.Guest{
		Line: f.Line, Text: f.Text, Display: f.Name, Organisation: f.Organisation, Role: f.Role, Mail: f.Mail, Phone: f.Phone, Note: f.Note,
		Name: guestlist.Name{Family: f.Family, Given: f.Given, Prefix: f.Prefixes, Suffix: f.Suffixes, Before: f.Before},
	}
	if f.Mended {
		return guestlist.Made(g)
	}
	return g, g.Display != ""
}

func guestForm(g guestlist.Guest) GuestForm {
	return GuestForm{
		Line: g.Line, Text: g.Text, Name: g.Display, Family: g.Name.Family, Given: g.Name.Given, Prefixes: g.Name.Prefix,
		Suffixes: g.Name.Suffix, Before: g.Name.Before, Organisation: g.Organisation, Role: g.Role, Mail: g.Mail, Phone: g.Phone,
		Note: g.Note, Twin: g.Twin,
	}
}

func guestListView(l *guestlist.List) GuestListView {
	return GuestListView{
		Guests: each(l.Guests, guestForm),
		Skipped: each(l.Skipped, func(s guestlist.Skipped) SkippedLine {
			return SkippedLine{Line: s.Line, Text: s.Text, Why: string(s.Why)}
		}),
		Shapes: each(l.Shapes, func(s guestlist.Shape) GuestShape {
			return GuestShape{
				Separator: string(s.Separator), Fields: each(s.Fields, func(f guestlist.Field) string { return string(f) }),
				Headers: list(s.Headers), Samples: each(s.Samples, list[string]), Lines: s.Lines,
			}
		}),
	}
}

func guestShapes(shapes []GuestShape) []guestlist.Shape {
	return each(shapes, func(s GuestShape) guestlist.Shape {
		return guestlist.Shape{
			Separator: guestlist.Separator(s.Separator), Headers: s.Headers, Samples: s.Samples, Lines: s.Lines,
			Fields: each(s.Fields, func(f string) guestlist.Field { return guestlist.Field(f) }),
		}
	})
}

func eventForm(e contact.Event) EventForm {
	return EventForm{
		ID: e.ID, Title: e.Title, When: e.When, Place: e.Place, Link: e.Link, Topics: list(e.Topics), Note: e.Note,
		Introduction: e.Introduction, Questions: list(e.Questions),
	}
}
