package book

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"kaffeerunde/backend/calendar"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/guestlist"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/table"
	"kaffeerunde/backend/vcard"
)

// maxGuestFile is how large a file with a guest list may be, in bytes: far more than the largest list has.
const maxGuestFile = 32 << 20

// GuestFile is what a file names for the guest list of an event. Of an invitation From is the event whose guests they are, and Fits
// says that it is the one asked for; From is nil for every other file.
type GuestFile struct {
	*guestlist.List
	From *Invitation
	Fits bool
}

// ReadGuestFile reads the guests that a file names for an event: a text, a table, a workbook, vCards, or an invitation (.ics), of which
// the event that fits is read, else the next to come. Lines are read as shapes says where it has a shape of their kind. The error is a
// *FileError for a file that cannot be taken, contact.ErrNotFound without the event.
func (b *Book) ReadGuestFile(ctx context.Context, path string, event int64, shapes []guestlist.Shape) (GuestFile, error) {
	if err := b.Foreign(path); err != nil {
		return GuestFile{}, err
	}
	s := sourceFrom(path)
	if s.problem != nil {
		return GuestFile{}, s.problem
	}
	if s.size > maxGuestFile {
		return GuestFile{}, s.fault("table-too-large", nil)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return GuestFile{}, s.fault(fileCode(err), err)
	}
	if calendar.Is(content) {
		return b.guestsInvited(ctx, &s, content, event)
	}
	list, err := b.guestsIn(ctx, &s, content, shapes)
	return GuestFile{List: list}, err
}

// guestsInvited reads who is invited to an event.
func (b *Book) guestsInvited(ctx context.Context, s *source, content []byte, event int64) (GuestFile, error) {
	events, err := b.eventsIn(s, content)
	if err != nil {
		return GuestFile{}, err
	}
	var of contact.Event
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		of, err = tx.Event(ctx, event)
		return asContact(err)
	})
	if err != nil {
		return GuestFile{}, fmt.Errorf("event %d: %w", event, err)
	}
	chosen, fits := fitting(events, of)
	if !fits {
		chosen = nextEvent(events, b.now().Format(time.DateOnly))
	}
	from := invitation(chosen, len(events))
	return GuestFile{List: from.Guests, From: &from, Fits: fits}, nil
}

func (b *Book) guestsIn(ctx context.Context, s *source, content []byte, shapes []guestlist.Shape) (*guestlist.List, error) {
	format, err := s.formatOf(content[:min(len(content), openLimit)])
	if err != nil {
		return nil, err
	}
	switch format {
	case formatCards:
		return b.guestsOnCards(ctx, content)
	case formatWorkbook:
		t, err := table.OpenXLSX(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			return nil, s.fault("table-broken", err)
		}
		defer t.Close()
		return guestsInRows(t, shapes)
	case formatText:
		t, err := table.OpenCSV(bytes.NewReader(content))
		if err == nil {
			return guestsInRows(t, shapes)
		}
		if !errors.Is(err, table.ErrNoTable) {
			return nil, s.fault("table-broken", err)
		}
	}
	return guestlist.Read(content, shapes), nil
}

func guestsInRows(t *table.Table, shapes []guestlist.Shape) (*guestlist.List, error) {
	var rows []guestlist.Row
	err := t.Each(func(line int, cells []string) error {
		if len(rows) <= guestlist.MaxGuests {
			rows = append(rows, guestlist.Row{Line: line, Cells: cells})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the rows: %w", err)
	}
	return guestlist.ReadRows(rows, shapes), nil
}

// guestsOnCards makes a guest of each vCard. What stands for its line is the name on it.
func (b *Book) guestsOnCards(ctx context.Context, content []byte) (*guestlist.List, error) {
	reader := vcard.NewReader(bytes.NewReader(content), vcard.Options{})
	list := &guestlist.List{Encoding: "utf-8"}
	for {
		c, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read the cards: %w", err)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		name, _ := c.DisplayName()
		g := guestlist.Guest{Line: len(list.Guests) + len(list.Skipped) + 1, Text: name, Display: name}
		if n := c.Names(); len(n) > 0 {
			g.Name = guestlist.Name{Prefix: n[0].HonorificPrefix, Given: joinWords(n[0].GivenName, n[0].AdditionalName), Family: n[0].FamilyName, Suffix: n[0].HonorificSuffix}
		}
		if o := c.Orgs(); len(o) > 0 && len(o[0]) > 0 {
			g.Organisation = o[0][0]
		}
		g.Role = strings.Join(firsts(c.Titles(), c.Roles()), ", ")
		if mails := c.Emails(); len(mails) > 0 {
			g.Mail = mails[0].Value
		}
		if phones := c.Phones(); len(phones) > 0 {
			g.Phone = phones[0].Value
		}
		if g.Display = cmp.Or(g.Display, g.Mail, g.Phone); g.Display == "" {
			list.Skipped = append(list.Skipped, guestlist.Skipped{Line: g.Line, Why: guestlist.NoName})
			continue
		}
		list.Guests = append(list.Guests, g)
	}
}

// firsts returns the first of each list that has one.
func firsts(lists ...[]string) []string {
	var all []string
	for _, list := range lists {
		if len(list) > 0 && list[0] != "" {
			all = append(all, list[0])
		}
	}
	return all
}
