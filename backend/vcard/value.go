package vcard

import (
	"slices"
	"strconv"
	"strings"
)

// Value is one telephone number, address of a kind, or other value that a card can have several of.
type Value struct {
	Value string
	Types []string // in lower case; "pref" among them when the card prefers it
	Label string   // what the person called it (X-ABLabel of the same group), without Apple's _$!<…>!$_; or ""
	Pref  bool     // the card prefers it to the others of its kind
	Index int      // of its line in Lines
}

// Phones returns the telephone numbers (RFC 6350 section 6.4.1) in the order of the card, without the scheme tel:. A
// number may be any text: people write "ask Jenny".
func (c *Card) Phones() []Value { return c.values(tel, "tel:") }

// Emails returns the e-mail addresses (RFC 6350 section 6.4.2) without the scheme mailto:.
func (c *Card) Emails() []Value { return c.values(email, "mailto:") }

// URLs returns the web addresses (RFC 6350 section 6.7.8).
func (c *Card) URLs() []Value { return c.values(url, "") }

// Notes returns the notes (RFC 6350 section 6.7.2).
func (c *Card) Notes() []string { return c.texts(note) }

// Titles returns the positions (RFC 6350 section 6.6.1).
func (c *Card) Titles() []string { return c.texts(title) }

// Roles returns the occupations (RFC 6350 section 6.6.2).
func (c *Card) Roles() []string { return c.texts(role) }

// UID returns the identifier of the card (RFC 6350 section 6.7.6) as written, or "".
func (c *Card) UID() string { return c.single(uid) }

func (c *Card) single(p property) string {
	l := c.first(p)
	if l == nil {
		return ""
	}
	return strings.TrimSpace(l.Text())
}

// Orgs returns the organisations with their units (RFC 6350 section 6.6.4), white space around them and trailing empty
// units left out.
func (c *Card) Orgs() [][]string {
	var all [][]string
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != org {
			continue
		}
		if units := l.units(); len(units) > 0 {
			all = append(all, units)
		}
	}
	return all
}

// units returns the name and the units that an ORG gives.
func (l *Line) units() []string {
	units := trimmed(l.components())
	for len(units) > 0 && units[len(units)-1] == "" {
		units = units[:len(units)-1]
	}
	return units
}

// values returns the values of a property that are not empty.
func (c *Card) values(p property, scheme string) []Value {
	var all []Value
	labels := c.labels()
	best := 101
	for i := range c.Lines {
		l := &c.Lines[i]
		if l.prop != p || l.traits&nested != 0 {
			continue
		}
		text := strings.TrimSpace(l.Text())
		if text == "" {
			continue
		}
		v := Value{Value: trimScheme(text, scheme), Types: l.Types(), Label: labels.of(l), Index: i}
		if rank := l.rank(v.Types); rank < best {
			best = rank
			for j := range all {
				all[j].Pref = false
			}
			v.Pref = true
		} else {
			v.Pref = rank == best && rank < 101
		}
		all = append(all, v)
	}
	return all
}

// rank returns how much the card prefers a line: PREF of 4.0 from 1 to 100, 1 for the type pref, 101 for no preference.
func (l *Line) rank(types []string) int {
	if slices.Contains(types, "pref") {
		return 1
	}
	if l.traits&hasParams == 0 {
		return 101
	}
	rank, err := strconv.Atoi(l.Param("PREF"))
	if err != nil || rank < 1 {
		return 101
	}
	return min(rank, 100)
}

func trimScheme(s, scheme string) string {
	if len(s) >= len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
		return s[len(scheme):]
	}
	return s
}
