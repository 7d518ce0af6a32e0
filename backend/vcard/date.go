package vcard

import (
	"strings"
)

// Date is a day that a card tells, or as much of it as it tells.
type Date struct {
	Kind  string // "birthday", "anniversary" or "other"
	Year  int    // 0 when the card does not say it
	Month int    // 1 to 12, or 0
	Day   int    // 1 to 31, or 0
	Text  string // what the card says, also when it is no date ("circa 1800")
	Label string // what the person called it, or ""
	Index int    // of its line in Lines
}

// omittedYear is the year that Apple writes for "no year".
const omittedYear = 1604

// Dates returns birthdays, anniversaries and other days: BDAY (RFC 6350 section 6.2.5), ANNIVERSARY (6.2.6),
// X-ABDATE, and those that Evolution, KDE, Outlook and Android keep in properties of their own.
func (c *Card) Dates() []Date {
	var all []Date
	labels := c.labels()
	for i := range c.Lines {
		l := &c.Lines[i]
		d := Date{Kind: dateKind(l.prop), Index: i}
		if d.Kind == "" {
			continue
		}
		d.Text = strings.TrimSpace(l.Text())
		if d.Text == "" {
			continue
		}
		if d.Label = labels.of(l); strings.EqualFold(d.Label, "anniversary") {
			d.Kind = "anniversary"
		}
		if !strings.EqualFold(l.Param("VALUE"), "text") {
			d.Year, d.Month, d.Day = parseDate(d.Text)
		}
		if omit := l.Param("X-APPLE-OMIT-YEAR"); d.Year == omittedYear || omit != "" && strings.HasPrefix(d.Text, omit) {
			d.Year = 0
		}
		all = append(all, d)
	}
	for _, custom := range c.androidCustom("contact_event") {
		d := Date{Kind: "other", Text: custom.fields[0], Label: custom.fields[2], Index: custom.index}
		d.Year, d.Month, d.Day = parseDate(d.Text)
		switch custom.fields[1] { // ContactsContract.CommonDataKinds.Event
		case "1":
			d.Kind = "anniversary"
		case "3":
			d.Kind = "birthday"
		}
		all = append(all, d)
	}
	return all
}

func dateKind(p property) string {
	switch p {
	case bday:
		return "birthday"
	case anniversary, xAnniversary, xEvolutionAnniversary, xKAddressbookAnniversary, xMSAnniversary:
		return "anniversary"
	case abDate:
		return "other"
	}
	return ""
}

// parseDate reads the dates of RFC 6350 section 4.3.1, of ISO 8601 in its extended form, and with a time behind them.
// Years, months and days that are not said or cannot be are 0; nothing is made up.
func parseDate(s string) (year, month, day int) {
	if i := strings.IndexAny(s, "T "); i > 0 {
		s = s[:i]
	}
	switch rest, yearless := strings.CutPrefix(s, "--"); {
	case yearless && strings.HasPrefix(rest, "-"): // ---22
		day = number(rest[1:], 2)
	case yearless: // --0122, --01-22, --01
		month, day = monthDay(rest)
	case len(s) == 4 || len(s) == 7 && s[4] == '-': // 1985, 1985-04
		year = number(s[:4], 4)
		if len(s) == 7 {
			month = number(s[5:], 2)
		}
	case len(s) == 8 || len(s) == 10 && s[4] == '-' && s[7] == '-': // 19850122, 1985-01-22
		year = number(s[:4], 4)
		month, day = monthDay(strings.TrimPrefix(s[4:], "-"))
		if month == 0 || day == 0 {
			year = 0
		}
	}
	if month > 12 || day > 31 || (month == 0 && day == 0 && year == 0) {
		return 0, 0, 0
	}
	return year, month, day
}

// monthDay reads MMDD, MM-DD and MM. What does not fit is 0.
func monthDay(s string) (month, day int) {
	switch {
	case len(s) == 2:
		return number(s, 2), 0
	case len(s) == 4:
		month, day = number(s[:2], 2), number(s[2:], 2)
	case len(s) == 5 && s[2] == '-':
		month, day = number(s[:2], 2), number(s[3:], 2)
	}
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, 0
	}
	return month, day
}

// number reads exactly size digits; anything else is 0.
func number(s string, size int) int {
	if len(s) != size {
		return 0
	}
	value := 0
	for i := range size {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		value = 10*value + int(s[i]-'0')
	}
	return value
}
