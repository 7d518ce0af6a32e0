package book

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// remains are what people who are let go of were known by. They may be thousands, so what is looked for in many texts is looked for
// at once.
type remains struct {
	names, guests  textSet // as the book shows them, and as guest lists do
	alone          textSet // those of the names that nobody else in the book has
	uids           textSet
	tags           textSet
	values         textSet // by which a line of a file is known as theirs
	single         textSet // of one word, by which it is known where that is all it says
	folded         textSet // the names of alone
	reached        textSet // their numbers and addresses
	inName, inLone textSearch
	inQuote, inUID textSearch
	inSingle       textSearch
}

// tellingProperties are the properties whose value tells of whom a line is.
var tellingProperties = []string{"FN", "N", "NICKNAME", "EMAIL", "TEL", "UID", "ADR", "NOTE", "URL", "IMPP"}

// leastTelling is how many bytes a value has at least that tells of whom it is.
const leastTelling = 5

func remainsOf(ctx context.Context, tx *store.Tx, ids []contact.ID) (*remains, error) {
	r := &remains{
		names: textSet{}, guests: textSet{}, alone: textSet{}, uids: textSet{}, tags: textSet{},
		values: textSet{}, single: textSet{}, folded: textSet{}, reached: textSet{},
	}
	err := tx.PastCards(ctx, ids, func(_ contact.ID, card []byte, charset string) {
		if c, err := vcard.Parse(slices.Clone(card), vcard.Options{Charset: charset}); err == nil {
			r.note(c)
		}
	})
	if err != nil {
		return nil, err
	}
	if err := tx.GuestNames(ctx, ids, r.guests.add); err != nil {
		return nil, err
	}
	maps.Copy(r.alone, r.names)
	if err := tx.EachName(ctx, func(name string) { delete(r.alone, name) }); err != nil {
		return nil, err
	}
	for name := range r.alone {
		r.folded.add(match.Fold(name))
	}
	maps.Copy(r.guests, r.names)
	long := maps.Clone(r.alone) // a short one is a part of too many others
	maps.DeleteFunc(long, func(name string, _ bool) bool { return len(name) < leastTelling })
	r.inName, r.inLone, r.inQuote, r.inUID = r.guests.search(), long.search(), r.values.search(), r.uids.search()
	r.inSingle = r.single.search()
	return r, nil
}

func (r *remains) store() store.Remains {
	return store.Remains{
		Named: r.named, Quoted: r.quoted, Theirs: r.theirs, Within: r.within, File: r.file, Tags: slices.Collect(maps.Keys(r.tags)),
	}
}

// note adds what a card says.
func (r *remains) note(c *vcard.Card) {
	name := shownName(c)
	r.names.add(name)
	r.uids.add(c.UID())
	for _, tag := range tagsOf(c) {
		r.tags.add(tag)
	}
	r.quote(name)
	for _, way := range reachedBy(c) {
		r.reached.add(way)
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		property, _ := propertyOf(l)
		if !slices.Contains(tellingProperties, property) {
			continue
		}
		_, raw, _ := bytes.Cut(l.Raw(), []byte(":"))
		for _, value := range []string{l.Text(), string(bytes.TrimSpace(raw))} {
			value = strings.Trim(value, "; ")
			// A town alone is that of many.
			if property != "ADR" || strings.Contains(value, ";") {
				r.quote(value)
			}
		}
	}
}

// quote notes a value by which a line is known as theirs. One of a single word, such as a family name, stands in the lines of others, too.
func (r *remains) quote(value string) {
	switch {
	case len(value) < leastTelling || !utf8.ValidString(value):
	case strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsLetter(r) }):
		r.values.add(value)
	default:
		r.single.add(value)
	}
}

// reachedBy returns the numbers, by their digits at the end, and the addresses of a card.
func reachedBy(c *vcard.Card) []string {
	var ways []string
	for _, mail := range c.Emails() {
		ways = append(ways, strings.ToLower(mail.Value))
	}
	for _, phone := range c.Phones() {
		digits := strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, phone.Value)
		// With and without the country they end alike.
		ways = append(ways, digits[max(0, len(digits)-leastDigits):])
	}
	return ways
}

// leastDigits is how many digits at its end tell whose a number is.
const leastDigits = 8

// named reports whether the name of an operation has one of theirs in it; of one that did not touch them it may be a namesake's.
func (r *remains) named(name string, touched bool) bool {
	if touched {
		return r.inName.standsIn(name)
	}
	return r.alone[name] || r.inLone.standsIn(name)
}

// quoted reports whether a text has in it what one of their cards said.
func (r *remains) quoted(text string) bool {
	_, value, _ := strings.Cut(text, ":")
	return r.inQuote.standsIn(text) || r.single[strings.Trim(value, "; \r\n")] || r.single[text]
}

// theirs reports whether a card is theirs: it has their uid, or a name that only they had and a number or an address of theirs. By a
// name alone it may be a namesake's who is not in the book yet.
func (r *remains) theirs(name string, card []byte) bool {
	named := r.folded[match.Fold(name)]
	// Looking for the letters first spares reading all cards.
	if !named && !r.inUID.in(string(card)) {
		return false
	}
	c, err := vcard.Parse(slices.Clone(card), vcard.Options{})
	if err != nil {
		return false
	}
	return r.uids[c.UID()] || named && slices.ContainsFunc(reachedBy(c), func(way string) bool { return r.reached[way] })
}

// within reports whether a card said of them what it does not say now.
func (r *remains) within(was, is []byte) bool {
	// Most say nothing of them, and there may be many values.
	if text := string(was); !r.inQuote.in(text) && !r.inSingle.in(text) {
		return false
	}
	for _, values := range []textSet{r.values, r.single} {
		if values.leftOut(was, is) {
			return true
		}
	}
	return false
}

// file returns a file of a receipt under another name where it has theirs, and with nobody of theirs among whom it missed.
func (r *remains) file(f store.ReceiptFile) (store.ReceiptFile, error) {
	if !r.named(f.Name, false) && !r.quoted(f.Summary) {
		return f, nil
	}
	var summary FileSummary
	if err := json.Unmarshal([]byte(f.Summary), &summary); err != nil {
		return f, fmt.Errorf("receipt of a file: %w", err)
	}
	if r.named(f.Name, false) {
		f.Name = "…" + filepath.Ext(f.Name)
		summary.Name = f.Name
	}
	for i := range summary.Groups {
		summary.Groups[i].Missing = slices.DeleteFunc(summary.Groups[i].Missing, r.quoted)
	}
	text, err := json.Marshal(summary)
	f.Summary = string(text)
	return f, err
}
