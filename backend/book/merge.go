package book

import (
	"context"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/match"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// merge adds to somebody's card what another one says beyond it. Nothing of either is lost: where only one value can stand,
// the one in the book does, and the other is kept in a property of its own. hashes are the pictures that were taken out of
// the other card.
func (w *work) merge(ctx context.Context, id contact.ID, other *vcard.Card, hashes []store.Hash) error {
	row, card, err := w.card(ctx, id)
	if err != nil {
		return err
	}
	merged, err := union(card, other, w.index.region)
	if err != nil {
		return err
	}
	if merged == nil {
		return w.tx.Lean(ctx, id)
	}
	row.Photos = append(row.Photos, hashes...)
	return w.replace(ctx, row, merged)
}

// single are the properties of which a card can have one.
var single = map[string]bool{
	"FN": true, "N": true, "BDAY": true, "ANNIVERSARY": true, "GENDER": true, "KIND": true, "SORT-STRING": true,
	"X-ABSHOWAS": true, "CLASS": true, "MAILER": true,
}

// passing are the properties that speak of the file rather than of the person.
var passing = map[string]bool{"VERSION": true, "PRODID": true, "REV": true, "UID": true, "X-ABLABEL": true, "X-ABADR": true}

// otherName precedes the name of a property that lost its place in a merge.
const otherName = "X-KAFFEERUNDE-OTHER-"

// union returns card with the lines of other that say something new, nil when there are none.
func union(card, other *vcard.Card, region string) (*vcard.Card, error) {
	converted, _ := other.Convert(card.Dialect())
	u := &merging{card: card, region: region, said: map[string]bool{}, has: map[string]bool{}, groups: map[string]string{}}
	for i := range card.Lines {
		l := &card.Lines[i]
		u.said[u.meaning(l)] = true
		u.has[strings.ToUpper(l.Name())] = true
		u.taken(l.Group())
	}
	for i := range converted.Lines {
		if l := &converted.Lines[i]; l.Readable() {
			u.take(l)
		}
	}
	if len(u.lines) == 0 {
		return nil, nil
	}
	u.labels(converted)
	return vcard.Parse(spliced(card.Raw, u.lines), vcard.Options{Charset: card.Charset})
}

type merging struct {
	card   *vcard.Card
	region string
	said   map[string]bool   // what the card says, as property and meaning
	has    map[string]bool   // properties
	groups map[string]string // of the other card, with what they are called here; those of the card map to themselves
	lines  []byte
}

func (u *merging) taken(group string) {
	if group != "" {
		u.groups["\x00"+strings.ToLower(group)] = group
	}
}

func (u *merging) take(l *vcard.Line) {
	name := strings.ToUpper(l.Name())
	meaning := u.meaning(l)
	if passing[name] || u.said[meaning] || strings.TrimSpace(l.Text()) == "" && len(l.Raw()) == 0 {
		return
	}
	u.said[meaning] = true
	if name == "CATEGORIES" || name == "NICKNAME" {
		u.items(name, l)
		return
	}
	source := string(l.Source())
	if single[name] && u.has[name] {
		at := strings.Index(strings.ToUpper(source), name)
		source = source[:at] + otherName + source[at:]
	}
	u.has[name] = true
	u.add(l.Group(), source)
}

// items adds those items of a list that the card does not have.
func (u *merging) items(name string, l *vcard.Line) {
	have := u.card.Categories()
	if name == "NICKNAME" {
		have = u.card.Nicknames()
	}
	known := map[string]bool{}
	for _, item := range have {
		known[item] = true
	}
	var fresh []string
	for _, item := range l.List() {
		if !known[item] {
			fresh = append(fresh, item)
		}
	}
	if len(fresh) == 0 {
		return
	}
	line := vcard.New(u.card.Dialect())
	i := line.Add(name, vcard.List(fresh...))
	u.add("", string(line.Lines[i].Source()))
}

// add appends a line, its group under a name that is free in the card.
func (u *merging) add(group, source string) {
	if group != "" {
		source = u.rename(group) + source[len(group):]
	}
	if !strings.HasSuffix(source, "\n") {
		source += "\r\n"
	}
	u.lines = append(u.lines, source...)
}

func (u *merging) rename(group string) string {
	key := strings.ToLower(group)
	if name, ok := u.groups[key]; ok {
		return name
	}
	name := group
	for n := 1; u.groups["\x00"+strings.ToLower(name)] != ""; n++ {
		name = "merged" + string(rune('a'+n%26)) + strings.Repeat("x", n/26)
	}
	u.groups[key] = name
	u.taken(name)
	return name
}

// labels brings along what stands beside the lines that came in their groups.
func (u *merging) labels(other *vcard.Card) {
	for i := range other.Lines {
		l := &other.Lines[i]
		if _, came := u.groups[strings.ToLower(l.Group())]; came && (l.Is("X-ABLABEL") || l.Is("X-ABADR")) {
			u.add(l.Group(), string(l.Source()))
		}
	}
}

// meaning is equal for two lines that say the same, however they write it.
func (u *merging) meaning(l *vcard.Line) string {
	name, text := strings.TrimPrefix(strings.ToUpper(l.Name()), otherName), l.Text()
	switch name {
	case "TEL":
		text = strings.TrimPrefix(text, "tel:")
		if e164 := match.E164(text, u.region); e164 != "" {
			text = e164
		}
	case "EMAIL":
		text = strings.ToLower(strings.TrimPrefix(text, "mailto:"))
	case "N", "ADR", "ORG":
		var parts []string
		for _, component := range l.Components() {
			parts = append(parts, strings.Join(component, ","))
		}
		text = strings.TrimRight(strings.Join(parts, ";"), ";")
	}
	return name + "\x00" + strings.TrimSpace(text)
}

// spliced puts lines before the END of a card, or at its end where that is missing.
func spliced(raw, lines []byte) []byte {
	const end = "END:VCARD"
	at := len(raw) - len(end)
	for at >= 0 && !strings.EqualFold(string(raw[at:at+len(end)]), end) {
		at--
	}
	if at < 0 {
		at = len(raw)
	}
	head := raw[:at:at]
	if len(head) > 0 && head[len(head)-1] != '\n' && head[len(head)-1] != '\r' {
		head = append(head, "\r\n"...)
	}
	return append(append(head, lines...), raw[at:]...)
}
