// Package calendar reads what an .ics file says of events: what they are called, when and where they are, and who is invited.
//
// An event is somewhere, so its time is told as the clock there tells it: a time with a zone (TZID) stays as it is written, and one
// in UTC is turned to the zone of the calendar where that is named, else to that of the reader. Nobody's zone has to be known for the
// former, which is why calendars of Outlook, whose zones only Windows knows, are read as well.
package calendar

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

// ErrBroken is what a text is that is no calendar, or whose components do not nest.
var ErrBroken = errors.New("no calendar that can be read")

// MaxSize is how large a calendar may be, in bytes.
const MaxSize = 8 << 20

const (
	deepest  = 16   // components within each other; calendars have three
	longHead = 4096 // bytes of a name with its parameters
)

// Event is an event of a calendar. When is "2006-01-02", or "2006-01-02 15:04" where a time is given, or "".
// UID is what the calendar knows it by (RFC 5545, 3.8.4.7), "" where it gives none.
type Event struct {
	UID                            string
	Title, When, Place, Link, Note string
	Guests                         []Guest
}

// Guest is who is invited. Line is the content line that says so, unfolded.
type Guest struct {
	Line, Name, Mail string
	// Thing says that it is a room or something else that is booked, Declined that they said they will not come.
	Thing, Declined bool
}

// Is tells whether a text begins as a calendar does.
func Is(text []byte) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(text[:min(len(text), 64)], []byte("\ufeff")))
	return bytes.HasPrefix(bytes.ToUpper(head), []byte("BEGIN:VCALENDAR"))
}

// Read returns the events of a calendar in the order in which they stand there; what changes one day of a series is none of its own.
// Times in UTC are turned to local where the calendar names no zone. Lines that are no content lines are passed over. The error is
// ErrBroken.
func Read(text []byte, local *time.Location) (events []Event, err error) {
	// The decoder trusts that a parameter is followed by something.
	defer func() {
		if fault := recover(); fault != nil {
			events, err = nil, fmt.Errorf("%w: %v", ErrBroken, fault)
		}
	}()
	if len(text) > MaxSize {
		return nil, fmt.Errorf("%w: %d bytes", ErrBroken, len(text))
	}
	clean, err := tidied(text)
	if err != nil {
		return nil, err
	}
	c, err := ical.NewDecoder(bytes.NewReader(clean)).Decode()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	if zone, err := time.LoadLocation(textOf(c.Props, "X-WR-TIMEZONE")); err == nil && c.Props.Get("X-WR-TIMEZONE") != nil {
		local = zone
	}
	for _, component := range c.Children {
		if component.Name == ical.CompEvent && component.Props.Get(ical.PropRecurrenceID) == nil {
			events = append(events, read(component.Props, local))
		}
	}
	return events, nil
}

func read(props ical.Props, local *time.Location) Event {
	e := Event{
		UID:   textOf(props, ical.PropUID),
		Title: textOf(props, ical.PropSummary), Place: textOf(props, ical.PropLocation), Note: textOf(props, ical.PropDescription),
		Link: strings.TrimSpace(cmp.Or(valueOf(props, ical.PropURL), valueOf(props, "X-GOOGLE-CONFERENCE"))),
	}
	if start := props.Get(ical.PropDateTimeStart); start != nil {
		e.When = when(start.Value, local)
	}
	for _, p := range props.Values(ical.PropAttendee) {
		e.Guests = append(e.Guests, guest(p))
	}
	return e
}

// when reads "20261203", "20261203T190000" or "20261203T180000Z".
func when(value string, local *time.Location) string {
	value = strings.TrimSpace(value)
	if day, err := time.Parse("20060102", value); err == nil {
		return day.Format(time.DateOnly)
	}
	if at, err := time.Parse("20060102T150405Z", value); err == nil {
		return at.In(local).Format(time.DateOnly + " 15:04")
	}
	if at, err := time.Parse("20060102T150405", value); err == nil {
		return at.Format(time.DateOnly + " 15:04")
	}
	return ""
}

func guest(p ical.Prop) Guest {
	g := Guest{Name: strings.TrimSpace(p.Params.Get(ical.ParamCommonName)), Declined: strings.EqualFold(p.Params.Get(ical.ParamParticipationStatus), "DECLINED")}
	switch strings.ToUpper(p.Params.Get(ical.ParamCalendarUserType)) {
	case "ROOM", "RESOURCE":
		g.Thing = true
	}
	address := strings.TrimSpace(p.Value)
	if len(address) > 7 && strings.EqualFold(address[:7], "mailto:") {
		address = address[7:]
	}
	if strings.Contains(address, "@") {
		g.Mail = address
	} else if given := p.Params.Get("EMAIL"); strings.Contains(given, "@") {
		g.Mail = given
	}
	// Many programs write the address where they know no name.
	if strings.EqualFold(g.Name, g.Mail) {
		g.Name = ""
	}
	g.Line = strings.TrimSpace(cmp.Or(strings.TrimSpace(g.Name+" <"+g.Mail+">"), address))
	if g.Mail == "" {
		g.Line = cmp.Or(g.Name, address)
	} else if g.Name == "" {
		g.Line = g.Mail
	}
	return g
}

func textOf(props ical.Props, name string) string {
	p := props.Get(name)
	if p == nil {
		return ""
	}
	text, err := p.Text()
	if err != nil {
		text = p.Value
	}
	return strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r", ""))
}

func valueOf(props ical.Props, name string) string {
	if p := props.Get(name); p != nil {
		return strings.ToValidUTF8(p.Value, "\uFFFD")
	}
	return ""
}

// tidied returns the content lines of the text, unfolded, without those that are none: the decoder would give up the whole calendar
// for one. What nests too deep, or has a head too long to be one, is not handed to it.
func tidied(text []byte) ([]byte, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\n "), nil), []byte("\n\t"), nil)
	var clean bytes.Buffer
	depth := 0
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		if !isContentLine(line) {
			continue
		}
		switch name, _, _ := bytes.Cut(line, []byte(":")); strings.ToUpper(string(name)) {
		case "BEGIN":
			depth++
		case "END":
			depth--
		}
		if depth > deepest {
			return nil, fmt.Errorf("%w: components nest too deep", ErrBroken)
		}
		clean.Write(line)
		clean.WriteString("\r\n")
		if depth <= 0 {
			break
		}
	}
	return clean.Bytes(), nil
}

// isContentLine tells whether a line has a name, whole parameters and a colon.
func isContentLine(line []byte) bool {
	quoted := false
	for i, c := range line[:min(len(line), longHead)] {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ':' && !quoted:
			return i > 0 && whole(string(line[:i]))
		}
	}
	return false
}

// whole tells whether each parameter of a head has a name, and quotation marks only around a value.
func whole(head string) bool {
	for i, part := range split(head, ';') {
		if i == 0 {
			if part == "" {
				return false
			}
			continue
		}
		name, values, ok := strings.Cut(part, "=")
		if !ok || name == "" {
			return false
		}
		for _, value := range split(values, ',') {
			inner := strings.TrimSuffix(strings.TrimPrefix(value, `"`), `"`)
			if strings.Contains(inner, `"`) || strings.HasPrefix(value, `"`) != strings.HasSuffix(value, `"`) || value == `"` {
				return false
			}
		}
	}
	return true
}

// split splits at a mark that is not within quotation marks.
func split(text string, mark byte) []string {
	var parts []string
	start, quoted := 0, false
	for i := range len(text) {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case text[i] == mark && !quoted:
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}
