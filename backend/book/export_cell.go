package book

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/locale"
)

// at returns the i-th of all, or nothing.
func at[T any](all []T, i int) T {
	var none T
	if i >= len(all) {
		return none
	}
	return all[i]
}

// silentTypes say nothing to a person: a number is a voice number, an address an internet address, the preferred one stands
// first, and "other" is no kind at all.
var silentTypes = []string{"pref", "voice", "internet", "other"}

// labelOf returns what a person calls a value: its own label, else its types. Those that phones have ready are translated.
func labelOf(label string, types []string, words *locale.Locale) string {
	if label != "" {
		return kindWord(label, words)
	}
	var kinds []string
	for _, t := range types {
		if !slices.Contains(silentTypes, t) {
			kinds = append(kinds, kindWord(t, words))
		}
	}
	return strings.Join(kinds, ", ")
}

func kindWord(kind string, words *locale.Locale) string {
	if key := "column.kind." + strings.ToLower(kind); words.Has(key) {
		return words.T(key)
	}
	return kind
}

// street returns what stands above the town. An address that is known only as a whole stands here as a whole.
func street(a contact.Address) string {
	if a.Street+a.Extended+a.POBox+a.PostalCode+a.City+a.Region+a.Country == "" {
		return a.Formatted
	}
	return joined(", ", a.Street, a.Extended, a.POBox)
}

// further returns what has no column of its own, one value a line.
func further(r tableRow, words *locale.Locale) string {
	var lines []string
	add := func(kind, value string) {
		if value != "" {
			lines = append(lines, joined(": ", kind, value))
		}
	}
	beyond := func(key string, values []contact.Value) {
		for i := mostNumbered; i < len(values); i++ {
			add(words.T("column."+key, "number", strconv.Itoa(i+1)), values[i].Value)
		}
	}
	beyond("phone", r.phones)
	beyond("mail", r.mails)
	beyond("link", r.links)
	for i := mostNumbered; i < len(r.Addresses); i++ {
		add(words.T("column.address", "number", strconv.Itoa(i+1)), r.Addresses[i].Formatted)
	}
	for i, d := range dates(r.Person, contact.Birthday) {
		if i > 0 {
			add(words.T("column.birthday"), plainDate(d))
		}
	}
	for _, d := range r.Dates {
		if d.Kind != contact.Birthday {
			add(firstOf(d.Label, words.T(dateHeading(d.Kind))), plainDate(d))
		}
	}
	for _, m := range r.Messengers {
		add(firstOf(m.Label, m.Kind), m.Value)
	}
	for _, o := range r.Related {
		add(firstOf(labelOf(o.Label, o.Types, words), words.T("column.related")), o.Value)
	}
	return strings.Join(lines, "\n")
}

func dateHeading(kind string) string {
	if kind == contact.Anniversary {
		return "column.anniversary"
	}
	return "column.date"
}

// dates returns the dates of one kind.
func dates(p *contact.Person, kind string) []contact.Date {
	var all []contact.Date
	for _, d := range p.Dates {
		if d.Kind == kind {
			all = append(all, d)
		}
	}
	return all
}

// plainDate returns a date as vCard 4 writes it (RFC 6350, 4.3.1), which sorts and is the same in every language:
// "1984-05-03", "1984-05", "1984"; "--05-03" and "--05" without a year. A date that is only text stays that text.
func plainDate(d contact.Date) string {
	switch {
	case d.Year > 0 && d.Month > 0 && d.Day > 0:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case d.Year > 0 && d.Month > 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case d.Year > 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Month > 0 && d.Day > 0:
		return fmt.Sprintf("--%02d-%02d", d.Month, d.Day)
	case d.Month > 0:
		return fmt.Sprintf("--%02d", d.Month)
	}
	return d.Text
}

// joined joins the parts that are not empty.
func joined(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), separator)
}

func firstOf(parts ...string) string {
	for _, part := range parts {
		if part != "" {
			return part
		}
	}
	return ""
}
