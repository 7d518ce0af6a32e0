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

// EmptyBin lets nothing be left of people in the bin, everybody for no IDs, and returns how many there were. It cannot be undone:
// they are gone from the journal, the receipts, guest lists and what waits to be decided, too. What others' cards and notes say of
// them stays theirs, and backups of before keep them until they are thinned out.
func (b *Book) EmptyBin(ctx context.Context, ids []contact.ID) (int, error) {
	return b.emptyBin(ctx, func(rows []store.Binned) ([]store.Binned, error) { return chosenOf(rows, ids) })
}

func (b *Book) emptyBin(ctx context.Context, choose func([]store.Binned) ([]store.Binned, error)) (int, error) {
	n := 0
	// Whoever is in the bin is nobody in the book, so nobody there becomes another.
	nobody := []contact.ID{}
	err := b.write(ctx, func(tx *store.Tx) ([]contact.ID, error) {
		rows, err := tx.Bin(ctx, binKinds)
		if err != nil {
			return nil, err
		}
		if rows, err = choose(rows); err != nil || len(rows) == 0 {
			return nobody, err
		}
		n = len(rows)
		ids := make([]contact.ID, len(rows))
		for i := range rows {
			ids[i] = rows[i].Person.ID
		}
		// Who was merged into somebody goes with them.
		if ids, err = tx.WithParts(ctx, ids); err != nil {
			return nil, err
		}
		t, err := traced(ctx, tx, ids)
		if err != nil {
			return nil, err
		}
		return nobody, tx.Forget(ctx, ids, t.store())
	})
	if err != nil {
		return 0, fmt.Errorf("empty the bin: %w", err)
	}
	if n > 0 {
		// What an edit or a deletion let go of long before lies in pages that nobody writes over, and the log holds what was. Where
		// that cannot be written anew now, for want of space or because somebody reads, Tend does it.
		_ = b.store.Rewrite(ctx)
	}
	return n, nil
}

// clearRemains writes the file anew where that was not possible when somebody was let go of.
func (b *Book) clearRemains(ctx context.Context) error {
	left := false
	err := b.store.Read(ctx, func(tx *store.Tx) (err error) {
		left, err = tx.Traces(ctx)
		return err
	})
	if err != nil || !left {
		return err
	}
	return b.store.Rewrite(ctx)
}

// traces are what people who are let go of were known by. They may be thousands, so what is looked for in many texts is looked for
// at once.
type traces struct {
	names, guests  set // as the book shows them, and as guest lists do
	alone          set // those of the names that nobody else in the book has
	uids           set
	tags           set
	values         set // by which a line of a file is known as theirs
	single         set // of one word, by which it is known where that is all it says
	folded         set // the names of alone
	reached        set // their numbers and addresses
	inName, inLone lookout
	inQuote, inUID lookout
	inSingle       lookout
}

type set map[string]bool

func (s set) add(text string) {
	if text = strings.TrimSpace(text); text != "" {
		s[text] = true
	}
}

// lookout tells whether a text holds any of many. A Replacer is the only search for many texts at once in the standard library.
type lookout struct {
	texts   set
	lengths []int
	*strings.Replacer
}

func (s set) lookout() lookout {
	var pairs []string
	lengths := map[int]bool{}
	for text := range s {
		pairs = append(pairs, text, "")
		lengths[len(text)] = true
	}
	return lookout{s, slices.Sorted(maps.Keys(lengths)), strings.NewReplacer(pairs...)}
}

func (f lookout) in(text string) bool { return len(f.Replace(text)) < len(text) }

// standsIn reports whether one of them is in the text, and no part of a longer word there.
func (f lookout) standsIn(text string) bool {
	if !f.in(text) {
		return false
	}
	for i := range text {
		if inWord(text, i) {
			continue
		}
		for _, n := range f.lengths {
			if i+n > len(text) {
				break
			}
			if f.texts[text[i:i+n]] && !inWord(text, i+n) {
				return true
			}
		}
	}
	return false
}

// inWord reports whether a place in a text has letters or digits on either side.
func inWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return (unicode.IsLetter(before) || unicode.IsDigit(before)) && (unicode.IsLetter(after) || unicode.IsDigit(after))
}

// telling are the properties whose value tells of whom a line is.
var telling = []string{"FN", "N", "NICKNAME", "EMAIL", "TEL", "UID", "ADR", "NOTE", "URL", "IMPP"}

// leastTelling is how many bytes a value has at least that tells of whom it is.
const leastTelling = 5

func traced(ctx context.Context, tx *store.Tx, ids []contact.ID) (*traces, error) {
	t := &traces{names: set{}, guests: set{}, alone: set{}, uids: set{}, tags: set{}, values: set{}, single: set{}, folded: set{}, reached: set{}}
	err := tx.PastCards(ctx, ids, func(card []byte, charset string) {
		if c, err := vcard.Parse(slices.Clone(card), vcard.Options{Charset: charset}); err == nil {
			t.note(c)
		}
	})
	if err != nil {
		return nil, err
	}
	if err := tx.GuestNames(ctx, ids, t.guests.add); err != nil {
		return nil, err
	}
	maps.Copy(t.alone, t.names)
	if err := tx.EachName(ctx, func(name string) { delete(t.alone, name) }); err != nil {
		return nil, err
	}
	for name := range t.alone {
		t.folded.add(match.Fold(name))
	}
	maps.Copy(t.guests, t.names)
	long := maps.Clone(t.alone) // a short one is a part of too many others
	maps.DeleteFunc(long, func(name string, _ bool) bool { return len(name) < leastTelling })
	t.inName, t.inLone, t.inQuote, t.inUID = t.guests.lookout(), long.lookout(), t.values.lookout(), t.uids.lookout()
	t.inSingle = t.single.lookout()
	return t, nil
}

func (t *traces) store() store.Traces {
	return store.Traces{
		Named: t.named, Quoted: t.quoted, Theirs: t.theirs, Within: t.within, File: t.file, Tags: slices.Collect(maps.Keys(t.tags)),
	}
}

// note adds what a card says.
func (t *traces) note(c *vcard.Card) {
	name := shownName(c)
	t.names.add(name)
	t.uids.add(c.UID())
	for _, tag := range tagsOf(c) {
		t.tags.add(tag)
	}
	t.quote(name)
	for _, way := range reachedBy(c) {
		t.reached.add(way)
	}
	for i := range c.Lines {
		l := &c.Lines[i]
		property, _ := propertyOf(l)
		if !slices.Contains(telling, property) {
			continue
		}
		_, raw, _ := bytes.Cut(l.Raw(), []byte(":"))
		for _, value := range []string{l.Text(), string(bytes.TrimSpace(raw))} {
			value = strings.Trim(value, "; ")
			// A town alone is that of many.
			if property != "ADR" || strings.Contains(value, ";") {
				t.quote(value)
			}
		}
	}
}

// quote notes a value by which a line is known as theirs. One of a single word, such as a family name, stands in the lines of others, too.
func (t *traces) quote(value string) {
	switch {
	case len(value) < leastTelling || !utf8.ValidString(value):
	case strings.ContainsFunc(value, func(r rune) bool { return !unicode.IsLetter(r) }):
		t.values.add(value)
	default:
		t.single.add(value)
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
func (t *traces) named(name string, touched bool) bool {
	if touched {
		return t.inName.standsIn(name)
	}
	return t.alone[name] || t.inLone.standsIn(name)
}

// quoted reports whether a text has in it what one of their cards said.
func (t *traces) quoted(text string) bool {
	_, value, _ := strings.Cut(text, ":")
	return t.inQuote.standsIn(text) || t.single[strings.Trim(value, "; \r\n")] || t.single[text]
}

// theirs reports whether a card is theirs: it has their uid, or a name that only they had and a number or an address of theirs. By a
// name alone it may be a namesake's who is not in the book yet.
func (t *traces) theirs(name string, card []byte) bool {
	named := t.folded[match.Fold(name)]
	// Looking for the letters first spares reading all cards.
	if !named && !t.inUID.in(string(card)) {
		return false
	}
	c, err := vcard.Parse(slices.Clone(card), vcard.Options{})
	if err != nil {
		return false
	}
	return t.uids[c.UID()] || named && slices.ContainsFunc(reachedBy(c), func(way string) bool { return t.reached[way] })
}

// within reports whether a card said of them what it does not say now.
func (t *traces) within(was, is []byte) bool {
	// Most say nothing of them, and there may be many values.
	if text := string(was); !t.inQuote.in(text) && !t.inSingle.in(text) {
		return false
	}
	for _, values := range []set{t.values, t.single} {
		if values.leftOut(was, is) {
			return true
		}
	}
	return false
}

// leftOut reports whether a text held one of them that another does not hold.
func (s set) leftOut(was, is []byte) bool {
	for value := range s {
		if bytes.Contains(was, []byte(value)) && !bytes.Contains(is, []byte(value)) {
			return true
		}
	}
	return false
}

// file returns a file of a receipt under another name where it has theirs, and with nobody of theirs among whom it missed.
func (t *traces) file(f store.ReceiptFile) (store.ReceiptFile, error) {
	if !t.named(f.Name, false) && !t.quoted(f.Summary) {
		return f, nil
	}
	var summary FileSummary
	if err := json.Unmarshal([]byte(f.Summary), &summary); err != nil {
		return f, fmt.Errorf("receipt of a file: %w", err)
	}
	if t.named(f.Name, false) {
		f.Name = "…" + filepath.Ext(f.Name)
		summary.Name = f.Name
	}
	for i := range summary.Groups {
		summary.Groups[i].Missing = slices.DeleteFunc(summary.Groups[i].Missing, t.quoted)
	}
	text, err := json.Marshal(summary)
	f.Summary = string(text)
	return f, err
}
