package calendar

import (
	"errors"
	"strings"
	"testing"
	"time"
)

var berlin = time.FixedZone("Berlin in winter", 3600)

const invitation = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
SUMMARY:Open Space\, Winter
DTSTART;TZID="W. Europe Standard Time":20261203T190000
LOCATION:Betahaus\, Hamburg
URL:https://openspace.example/winter
DESCRIPTION:Bring a question.\nAnd a
  friend.
this line is none
X-BAD;=:x
ORGANIZER;CN=Kerstin:mailto:kerstin@openspace.example
ATTENDEE;CN="Müller, Anna";PARTSTAT=ACCEPTED:mailto:anna@hafenradio.example
ATTENDEE;CN=timo@roth.example:MAILTO:timo@roth.example
ATTENDEE;CUTYPE=ROOM;CN=Saal 2:mailto:saal@betahaus.example
ATTENDEE;PARTSTAT=DECLINED;CN=Jana Krüger:invalid:nomail
BEGIN:VALARM
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID:20261210T190000
SUMMARY:moved
END:VEVENT
END:VCALENDAR
`

func TestRead(t *testing.T) {
	t.Run("an invitation says what it is called, when and where it is, and who is invited", func(t *testing.T) {
		events, err := Read([]byte(strings.ReplaceAll(invitation, "\n", "\r\n")), time.UTC)
		if err != nil || len(events) != 1 {
			t.Fatalf("Read = %+v, %v; want one event", events, err)
		}
		e := events[0]
		if e.Title != "Open Space, Winter" || e.When != "2026-12-03 19:00" || e.Place != "Betahaus, Hamburg" || e.Link != "https://openspace.example/winter" {
			t.Errorf("the event is %+v", e)
		}
		if e.Note != "Bring a question.\nAnd a friend." {
			t.Errorf("the note is %q", e.Note)
		}
		want := []Guest{
			{Line: "Müller, Anna <anna@hafenradio.example>", Name: "Müller, Anna", Mail: "anna@hafenradio.example"},
			{Line: "timo@roth.example", Mail: "timo@roth.example"},
			{Line: "Saal 2 <saal@betahaus.example>", Name: "Saal 2", Mail: "saal@betahaus.example", Thing: true},
			{Line: "Jana Krüger", Name: "Jana Krüger", Declined: true},
		}
		if len(e.Guests) != len(want) {
			t.Fatalf("guests = %+v, want %+v", e.Guests, want)
		}
		for i, g := range e.Guests {
			if g != want[i] {
				t.Errorf("guest %d = %+v, want %+v", i, g, want[i])
			}
		}
	})
	t.Run("a time in UTC is told as the clock of the calendar or of the reader tells it", func(t *testing.T) {
		for start, want := range map[string]string{
			"20261203T180000Z": "2026-12-03 19:00", "20261203T233000Z": "2026-12-04 00:30", "20261203": "2026-12-03", "20261203T1900": "", "": "",
		} {
			if got := when(start, berlin); got != want {
				t.Errorf("when(%q) = %q, want %q", start, got, want)
			}
		}
	})
	t.Run("what is no calendar is refused", func(t *testing.T) {
		for _, text := range []string{"", "hello", "BEGIN:VCARD\nEND:VCARD\n", "BEGIN:VCALENDAR\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", strings.Repeat("BEGIN:X\n", 100)} {
			if events, err := Read([]byte(text), berlin); !errors.Is(err, ErrBroken) {
				t.Errorf("Read(%.40q) = %+v, %v; want ErrBroken", text, events, err)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{invitation, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN=\"a\":mailto:b@c\nEND:VEVENT\nEND:VCALENDAR", "BEGIN;A=\"\":VCALENDAR\nX;A=:\nEND:VCALENDAR", "\ufeffBEGIN:VCALENDAR\r\rEND:VCALENDAR"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		events, err := Read(text, berlin)
		if err != nil && !errors.Is(err, ErrBroken) {
			t.Errorf("%q: %v is no ErrBroken", text, err)
		}
		for _, e := range events {
			if _, err := time.Parse(time.DateOnly+" 15:04", e.When); e.When != "" && len(e.When) > 10 && err != nil {
				t.Errorf("%q: the event is at %q", text, e.When)
			}
			for _, g := range e.Guests {
				if g.Line == "" && g.Name+g.Mail != "" {
					t.Errorf("%q: %+v has no line", text, g)
				}
			}
		}
	})
}
