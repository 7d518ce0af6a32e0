package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/coffee"
	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/guestlist"
)

// guestsVerbs take in the guest list of an event and show it.
type guestsVerbs struct {
	Import guestsImportVerb `cmd:""`
	List   guestsListVerb   `cmd:""`
	Settle guestsSettleVerb `cmd:""`
	Remove guestsRemoveVerb `cmd:""`
}

type guestsImportVerb struct {
	Event string `arg:"" name:"event"`
	List  string `arg:"" name:"guestlist"`
}

type guestsListVerb struct {
	Event string `arg:"" name:"event"`
	JSON  bool   `name:"json"`
}

// mostListed bounds what is read from standard input: far more than the longest list.
const mostListed = 32 << 20

// Run puts the guests that the file names on the list, and says which lines were left out.
func (v *guestsImportVerb) Run(ctx context.Context, s *session) error {
	b, e, err := s.event(ctx, v.Event)
	if err != nil {
		return err
	}
	file, skipped := book.GuestFile{}, "cli.guests.skipped"
	if v.List == standardOutput {
		text, err := io.ReadAll(io.LimitReader(s.in, mostListed))
		if err != nil {
			return fmt.Errorf("read the list: %w", err)
		}
		file.List = guestlist.Read(text, nil)
	} else if file, err = b.ReadGuestFile(ctx, v.List, e.ID, nil); err != nil {
		return err
	}
	if file.From != nil {
		skipped = "cli.guests.skipped.invited"
		s.whose(&file, e)
	}
	bar := s.newProgress()
	taken, c, err := b.Invite(ctx, e.ID, book.InvitedFrom(file.List), bar.tick)
	bar.clear()
	if err != nil {
		return err
	}
	s.skipped(skipped, file.List)
	s.done(c)
	s.already(taken)
	return nil
}

// whose says whose guests are taken of a calendar with several events, and of one with none that fits.
func (s *session) whose(file *book.GuestFile, e contact.Event) {
	key := "cli.guests.of"
	switch {
	case file.From.Events < 2 && file.Fits:
		return
	case file.From.Events < 2:
		key = "cli.guests.of.another"
	case !file.Fits:
		key = "cli.guests.of.none"
	}
	from := file.From.Event
	s.note(key, "n", file.From.Events-1, "event", plain(e.Title), "title", plain(from.Title), "when", from.When)
}

// already says how many guests of a list were known again.
func (s *session) already(taken book.Taken) {
	if taken.Already > 0 {
		s.note("cli.guests.already", "n", taken.Already)
	}
	if taken.Filled > 0 {
		s.note("cli.guests.filled", "n", taken.Filled)
	}
}

// skipped says which lines of a list were left out, but for those that say nothing. A calendar counts who is invited, a list its
// lines: key says so.
func (s *session) skipped(key string, list *guestlist.List) {
	for _, skipped := range list.Skipped {
		if skipped.Why != guestlist.Blank && skipped.Why != guestlist.Rule {
			s.note(key, "line", skipped.Line, "why", s.T("guestlist.skipped."+string(skipped.Why)), "text", plain(skipped.Text))
		}
	}
}

// guestAnswer is a guest as scripts read it; Line is the line of the list as it came.
type guestAnswer struct {
	Guest        int64        `json:"guest"`
	Line         string       `json:"line"`
	Name         string       `json:"name"`
	Organisation string       `json:"organisation"`
	Mail         string       `json:"mail"`
	Match        *matchAnswer `json:"match"`
	Status       string       `json:"status"`
	Coffee       bool         `json:"coffee"`
	Reasons      []string     `json:"reasons"`
}

// matchAnswer is who a guest is in the book: Certainty is "sure" or "ask".
type matchAnswer struct {
	Person    contact.ID `json:"person"`
	Name      string     `json:"name"`
	Certainty string     `json:"certainty"`
	Reason    string     `json:"reason"`
}

// Run lists the guests in the order of the list, with what speaks for a coffee with them.
func (v *guestsListVerb) Run(ctx context.Context, s *session) error {
	b, e, err := s.event(ctx, v.Event)
	if err != nil {
		return err
	}
	coffees, err := b.Coffees(ctx, e.ID)
	if err != nil {
		return err
	}
	reasons := coffees.Reasons()
	answers := make([]guestAnswer, 0, len(coffees.Guests))
	for i, g := range coffees.Guests {
		answers = append(answers, s.guest(g, reasons[i]))
	}
	if v.JSON {
		return s.json(answers)
	}
	if len(answers) == 0 {
		s.note("cli.guests.list.none")
		return nil
	}
	rows, below := make([][]string, 0, len(answers)), make([][]string, 0, len(answers))
	for _, a := range answers {
		below = append(below, a.Reasons)
		who := ""
		if a.Match != nil {
			who = s.T("cli.guests."+a.Match.Certainty, "name", s.called(a.Match.Name), "reason", a.Match.Reason)
		}
		rows = append(rows, []string{strconv.FormatInt(a.Guest, 10), a.Name, a.Organisation, who, s.T("guest.status." + a.Status)})
	}
	s.tableAbove(s.headings("guest", "name", "organisation", "match", "state"), rows, below)
	return nil
}

func (t *terminal) guest(g book.GuestRow, reasons []coffee.Reason) guestAnswer {
	a := guestAnswer{
		Guest: g.ID, Line: g.Line, Name: g.Name, Organisation: g.Organisation, Mail: g.Mail, Status: string(g.Status), Coffee: g.Coffee, Reasons: t.said(reasons),
	}
	if m := g.Match(); m != nil {
		a.Match = &matchAnswer{Person: m.Person.ID, Name: m.Person.Name, Certainty: "ask", Reason: t.reasons(m.Reasons)}
		if m.Sure {
			a.Match.Certainty = "sure"
		}
	}
	return a
}

// reasons are the reasons for a match in words, those of somebody who was decided on that this was so.
func (t *terminal) reasons(reasons []book.Reason) string {
	if len(reasons) == 0 {
		return t.T("cli.guests.decided")
	}
	words := make([]string, 0, len(reasons))
	for _, r := range reasons {
		words = append(words, t.fault("reason."+r.Code, r.Args))
	}
	return strings.Join(words, "; ")
}

// metVerb notes that guests were met.
type metVerb struct {
	Event string   `arg:"" name:"event"`
	Guest []string `arg:"" name:"guest"`
	Note  string   `name:"note"`
}

// Run notes it. Who may be somebody in the book is asked about instead of guessed.
func (v *metVerb) Run(ctx context.Context, s *session) error {
	b, e, guests, err := s.guestsNamed(ctx, v.Event, v.Guest)
	if err != nil {
		return err
	}
	outcomes := make([]book.Outcome, len(guests))
	for i, g := range guests {
		outcomes[i] = book.Outcome{Guest: g.ID, Status: contact.GuestMet, Remark: together(g.Remark, v.Note)}
	}
	waiting, c, err := b.Afterwards(ctx, e.ID, outcomes)
	if err != nil {
		return err
	}
	if c.Operation == 0 {
		s.say("cli.unchanged")
		return nil
	}
	names := make([]string, len(guests))
	for i, g := range guests {
		names[i] = g.Name
	}
	if b.Ahead(e.Day()) {
		s.note("cli.met.ahead", "event", plain(e.Title), "when", e.When)
	}
	s.say("cli.met.done", "names", strings.Join(names, ", "), "event", e.Title)
	for _, g := range waiting {
		s.note("cli.met.waiting", "name", plain(g.Name), "event", strconv.FormatInt(e.ID, 10), "guest", strconv.FormatInt(g.ID, 10))
	}
	return nil
}

// together adds what is noted now to what was noted before. What stands there already is not said twice.
func together(before, now string) string {
	if before == "" || strings.Contains(now, before) {
		return now
	}
	if strings.Contains(before, now) {
		return before
	}
	return before + "; " + now
}

// guestsNamed opens the book and finds an event and guests of it, each once.
func (s *session) guestsNamed(ctx context.Context, event string, refs []string) (*book.Book, contact.Event, []contact.Guest, error) {
	b, e, err := s.event(ctx, event)
	if err != nil {
		return nil, e, nil, err
	}
	var guests []contact.Guest
	for _, ref := range refs {
		g, err := b.FindGuest(ctx, e.ID, ref)
		if err != nil {
			return nil, e, nil, orMissing(err, "cli.error.no-guest", ref)
		}
		if !slices.ContainsFunc(guests, func(known contact.Guest) bool { return known.ID == g.ID }) {
			guests = append(guests, g)
		}
	}
	return b, e, guests, nil
}
