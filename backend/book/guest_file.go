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

	"kaffeerunde/backend/calendar"
	"kaffeerunde/backend/guestlist"
	"kaffeerunde/backend/table"
	"kaffeerunde/backend/vcard"
)

// maxGuestFile is how large a file with a guest list may be, in bytes: far more than the largest list has.
const maxGuestFile = 32 << 20

// ReadGuestFile reads the guests that a file names: a text, a table, a workbook, vCards, or an invitation (.ics). Lines are read as shapes says where it has
// a shape of their kind. The error is a *FileError for a file that cannot be taken.
func (b *Book) ReadGuestFile(ctx context.Context, path string, shapes []guestlist.Shape) (*guestlist.List, error) {
	s := sourceFrom(path)
	if s.problem != nil {
		return nil, s.problem
	}
	if s.size > maxGuestFile {
		return nil, s.fault("table-too-large", nil)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, s.fault(fileCode(err), err)
	}
	if calendar.Is(content) {
		invitation, err := b.eventIn(&s, content, "")
		return invitation.Guests, err
	}
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
