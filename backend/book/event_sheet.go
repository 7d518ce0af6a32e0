package book

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"kaffeerunde/backend/coffee"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
	"kaffeerunde/backend/sheet"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// EventHead returns what the sheet of an event says above the guests: its title, day and place, my introduction and the questions
// I bring, the day written out in the language. The error is contact.ErrNotFound.
func (b *Book) EventHead(ctx context.Context, event int64, language string) (o SheetOptions, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		e, err := tx.Event(ctx, event)
		if err != nil {
			return asContact(err)
		}
		o = SheetOptions{
			Event: event, Language: language, Title: e.Title, Date: longWhen(e.When, locale.For(language)), Place: e.Place,
			Introduction: e.Introduction, Questions: e.Questions,
		}
		return nil
	})
	return o, err
}

// longWhen writes the day of an event out, with the time where it is known: "Thursday, 3 December 2026, 19:00".
func longWhen(when string, words *locale.Locale) string {
	day, clock, timed := strings.Cut(when, " ")
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return when
	}
	date := longDate(contact.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}, words)
	date = words.T("date.weekday", "weekday", words.T("date.weekday."+strconv.Itoa(int(at.Weekday()))), "date", date)
	if timed {
		return words.T("date.time", "date", date, "time", clock)
	}
	return date
}

// onEvening returns the coffees of an event in the order of their names, as the sheet prints them, and the other guests who are
// somebody in the book.
func (b *Book) onEvening(ctx context.Context, o SheetOptions) ([]sheet.Person, []sheet.Known, error) {
	evening, err := b.Coffees(ctx, o.Event)
	if err != nil {
		return nil, nil, err
	}
	rows, reasons := evening.Guests, evening.Reasons()
	words := locale.For(o.Language)
	order := byName(rows, locale.For(o.Language).Language())
	var coffees []sheet.Person
	var known []sheet.Known
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		for _, at := range order {
			row := &rows[at]
			match := row.Match()
			if match != nil && !match.Sure {
				match = nil
			}
			switch {
			case row.Coffee:
				p, err := b.coffeeOnSheet(ctx, tx, row, match, o, words)
				if err != nil {
					return err
				}
				give(&p, reasons[at], words)
				coffees = append(coffees, p)
			case match != nil:
				k := sheet.Known{Name: firstOf(match.Person.Name, row.Name), Organisation: firstOf(match.Person.Organisation, row.Organisation)}
				if len(reasons[at]) > 0 {
					k.Reason = reasons[at][0].Say(words.T)
				}
				known = append(known, k)
			}
		}
		return nil
	})
	return coffees, known, err
}

// byName returns the places of the guests in the order of the alphabet.
func byName(rows []GuestRow, lang string) []int {
	alphabet := collate.New(language.Make(lang))
	var buffer collate.Buffer
	keys, order := make([][]byte, len(rows)), make([]int, len(rows))
	for i := range rows {
		keys[i], order[i] = alphabet.KeyFromString(&buffer, rows[i].Name), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return slices.Compare(keys[a], keys[b]) })
	return order
}

// coffeeOnSheet is a guest one would like a coffee with: the person they are in the book, else what the list says.
func (b *Book) coffeeOnSheet(ctx context.Context, tx *store.Tx, g *GuestRow, match *GuestMatch, o SheetOptions, words *locale.Locale) (p sheet.Person, err error) {
	person := asListed(&g.Guest)
	if match != nil {
		err = b.eachPerson(ctx, tx, []contact.ID{match.Person.ID}, func(found *contact.Person) error {
			found.Title = firstOf(found.Title, found.Role, g.Role)
			found.Organisation = firstOf(found.Organisation, g.Organisation)
			person = *found
			return nil
		})
		if err != nil {
			return p, err
		}
	}
	p = onSheet(&person, o.Fields, words)
	p.Why = ""
	if o.Fields.Photo && person.Photo != "" {
		p.Photo, err = picture(ctx, tx, person.Photo)
	}
	return p, err
}

// asListed is a guest as far as the list says who they are.
func asListed(g *contact.Guest) contact.Person {
	p := contact.Person{Name: g.Name, N: g.N, Organisation: g.Organisation, Title: g.Role}
	if g.Mail != "" {
		p.Emails = []contact.Value{{Value: g.Mail}}
	}
	if g.Phone != "" {
		p.Phones = []contact.Value{{Value: g.Phone}}
	}
	return p
}

// give puts the reasons where the sheet has a place for them: what is open, what I could offer, and why else. Where there is none
// it says that, too.
func give(p *sheet.Person, reasons []coffee.Reason, words *locale.Locale) {
	for _, r := range reasons {
		switch r.Code {
		case coffee.OpenThread:
			p.Open = append(p.Open, r.Args[0].Value)
		case coffee.IOffer:
			p.Offers = append(p.Offers, r.Args[0].Value)
		default:
			p.Reasons = append(p.Reasons, r.Say(words.T))
		}
	}
	if len(reasons) == 0 {
		p.Reasons = []string{words.T("coffee.nothing.guest")}
	}
}

// CoffeeCards writes the cards of the coffees of an event for the contacts of a phone, without private notes: those of the book as
// they are exported, of the others what the list says. It returns how many; the error is ErrNoPeople where nobody is chosen.
func (b *Book) CoffeeCards(ctx context.Context, event int64, w io.Writer) (n int, err error) {
	rows, err := b.Guests(ctx, event)
	if err != nil {
		return 0, err
	}
	out := vcard.NewWriter(w)
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		for _, at := range byName(rows, locale.For("").Language()) {
			row := &rows[at]
			if !row.Coffee {
				continue
			}
			n++
			if m := row.Match(); m != nil && m.Sure {
				if err := writePerson(ctx, tx, m.Person.ID, out); err != nil {
					return err
				}
				continue
			}
			person := asListed(&row.Guest)
			card, err := vcard.Parse([]byte(businessCard(&person)), vcard.Options{})
			if err != nil {
				return err
			}
			if err := out.Write(card); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && n == 0 {
		err = ErrNoPeople
	}
	return n, err
}

// CountCoffees returns how many guests of an event are chosen for a coffee.
func (b *Book) CountCoffees(ctx context.Context, event int64) (n int, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		guests, err := tx.Guests(ctx, event)
		for i := range guests {
			if guests[i].Coffee {
				n++
			}
		}
		return err
	})
	return n, err
}

// CoffeeCardsFile is CoffeeCards into a file that only the owner can read, whole or not at all.
func (b *Book) CoffeeCardsFile(ctx context.Context, event int64, path string) (n int, err error) {
	err = b.replaceFile(path, func(w io.Writer) (err error) {
		n, err = b.CoffeeCards(ctx, event, w)
		return err
	})
	return n, err
}

func writePerson(ctx context.Context, tx *store.Tx, id contact.ID, out *vcard.Writer) error {
	wholes, err := wholesOf(ctx, tx)
	if err != nil {
		return err
	}
	return eachStored(ctx, tx, []contact.ID{id}, func(p store.Person) error {
		card, err := outgoing(p, ExportOptions{Format: FormatVCard, wholes: wholes}, vcard.V30, func(raw []byte) ([]byte, error) { return attach(ctx, tx, raw) })
		if err != nil {
			return err
		}
		return out.Write(card)
	})
}
