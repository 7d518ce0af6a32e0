package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// binVerbs are about who was deleted.
type binVerbs struct {
	List    binListVerb    `cmd:""`
	Restore binRestoreVerb `cmd:""`
	Empty   binEmptyVerb   `cmd:""`
}

type binListVerb struct {
	JSON bool `name:"json"`
}

// binRestoreVerb brings people back; everybody without any.
type binRestoreVerb struct {
	Person []string `arg:"" optional:"" name:"binned"`
}

// binEmptyVerb lets people go for good; everybody without any.
type binEmptyVerb struct {
	Person []string `arg:"" optional:"" name:"binned"`
	Force  bool     `name:"force"`
}

// binnedAnswer is somebody in the bin as scripts read it.
type binnedAnswer struct {
	ID           contact.ID `json:"id"`
	Name         string     `json:"name"`
	Organisation string     `json:"organisation"`
	Deleted      string     `json:"deleted"`
}

// Run lists who is in the bin.
func (v *binListVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToAsk(ctx)
	if err != nil {
		return err
	}
	list, err := b.Bin(ctx)
	if err != nil {
		return err
	}
	if v.JSON {
		answers := make([]binnedAnswer, len(list))
		for i, one := range list {
			answers[i] = binnedAnswer{ID: one.ID, Name: one.Name, Organisation: one.Organisation, Deleted: one.Deleted.UTC().Format(time.RFC3339)}
		}
		return s.json(answers)
	}
	if len(list) == 0 {
		s.note("cli.bin.none")
		return nil
	}
	rows := make([][]string, len(list))
	for i, one := range list {
		rows[i] = []string{strconv.FormatInt(int64(one.ID), 10), s.called(one.Name), one.Organisation, moment(one.Deleted)}
	}
	s.table(s.headings("id", "name", "organisation", "deleted"), rows)
	return nil
}

// Run brings people back.
func (v *binRestoreVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookThere(ctx)
	if err != nil {
		return err
	}
	ids, err := inBin(ctx, b, v.Person)
	if err != nil {
		return err
	}
	change, err := b.Undelete(ctx, ids)
	if err != nil {
		return err
	}
	if change.Operation == 0 {
		s.note("cli.bin.none")
		return nil
	}
	s.printf("%s\n", s.operation(change.Kind, change.Name, change.Count))
	return nil
}

// Run lets people go for good. A person at a terminal is asked before.
func (v *binEmptyVerb) Run(ctx context.Context, s *session) error {
	b, err := s.bookToCopy(ctx)
	if err != nil {
		return err
	}
	ids, err := inBin(ctx, b, v.Person)
	if err != nil {
		return err
	}
	if s.asks && !v.Force {
		n := len(ids)
		if n == 0 {
			list, err := b.Bin(ctx)
			if err != nil {
				return err
			}
			n = len(list)
		}
		answer, err := s.ask(ctx, "cli.bin.empty.ask", "n", n)
		if err != nil {
			return err
		}
		if !slices.Contains(strings.Fields(s.T("cli.replace.yes")), strings.ToLower(answer)) {
			s.note("cli.bin.empty.kept")
			return nil
		}
	}
	n, err := b.EmptyBin(ctx, ids)
	if err != nil {
		return err
	}
	if n == 0 {
		s.note("cli.bin.none")
		return nil
	}
	s.say("cli.bin.empty.done", "n", n)
	return nil
}

// inBin finds people in the bin by number or by name. The error is a missingError or a *contact.AmbiguousError.
func inBin(ctx context.Context, b *book.Book, refs []string) ([]contact.ID, error) {
	list, err := b.Bin(ctx)
	if err != nil {
		return nil, err
	}
	var ids []contact.ID
	for _, ref := range refs {
		several := &contact.AmbiguousError{Name: ref}
		for _, one := range list {
			if strconv.FormatInt(int64(one.ID), 10) == ref || strings.EqualFold(one.Name, strings.TrimSpace(ref)) {
				several.Matches = append(several.Matches, contact.Summary{ID: one.ID, Name: one.Name, Organisation: one.Organisation})
			}
		}
		switch len(several.Matches) {
		case 0:
			return nil, &missingError{key: "cli.error.not-in-bin", ref: ref}
		case 1:
			ids = append(ids, several.Matches[0].ID)
		default:
			return nil, several
		}
	}
	return ids, nil
}
