package cli

import (
	"context"
	"errors"
	"strings"
	"time"

	"kaffeerunde/backend/book"
	"kaffeerunde/backend/contact"
)

// doctorVerb looks the book over.
type doctorVerb struct {
	Mend    bool   `name:"mend" xor:"how"`
	Reindex bool   `name:"reindex" xor:"how"`
	Salvage string `name:"salvage" xor:"how"`
	GoBack  bool   `name:"go-back" xor:"how"`
}

// Run prints what is not as it should be. It ends as failed when something is left.
func (v *doctorVerb) Run(ctx context.Context, s *session) error {
	if v.Salvage != "" {
		return s.salvage(ctx, v.Salvage)
	}
	if v.GoBack {
		return s.goBack(ctx)
	}
	b, err := s.bookToRead(ctx)
	if err != nil {
		s.offerHelp(ctx, err)
		return err
	}
	if s.isAbsent() {
		s.noteAbsent()
		return nil
	}
	if v.Reindex {
		if err := b.Reindex(ctx); err != nil {
			return err
		}
		s.say("cli.doctor.reindexed")
	}
	if v.Mend {
		if err := b.Mend(ctx); err != nil {
			return err
		}
		s.say("cli.doctor.mended")
	}
	found, err := b.Doctor(ctx)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		s.say("cli.doctor.sound")
		return nil
	}
	fixable, mine := false, false
	for _, d := range found {
		s.printf("%s\n", s.fault("doctor."+d.Code, d.Args))
		fixable, mine = fixable || d.Fixable, mine || !d.Fixable
	}
	if fixable && !v.Reindex && !v.Mend {
		s.note("cli.doctor.fixable")
	}
	if mine {
		s.offerHelp(ctx, book.ErrDamaged)
	}
	return errTold
}

// offerHelp says what can be done for a book that is damaged or is no book any more: the newest good backup, and to save what can be
// read.
func (s *session) offerHelp(ctx context.Context, why error) {
	code := book.Explain(why).Code
	path, err := s.bookPath()
	if err != nil || code != "book-damaged" && code != "not-a-book" {
		return
	}
	if good, ok := book.NewestGoodBackup(ctx, path); ok {
		s.note("cli.doctor.backup", "n", good.People, "file", good.Path, "date", s.date(dateOf(good.At)))
	}
	s.note("cli.doctor.salvage.hint")
}

func dateOf(at time.Time) contact.Date {
	at = at.Local()
	return contact.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day()}
}

// goBack puts the newest good backup in the place of a book that is damaged.
func (s *session) goBack(ctx context.Context) error {
	path, err := s.bookPath()
	if err != nil {
		return err
	}
	// It is opened as for a copy: nothing that is due, like the backup of the day, may be done to a book that is damaged.
	if b, err := s.bookToCopy(ctx); err == nil {
		damaged := errors.Is(b.Refuses(), book.ErrDamaged)
		s.opened = nil
		if err := b.Close(); err != nil {
			return err
		}
		if !damaged {
			s.say("cli.doctor.not-damaged")
			return errTold
		}
	} else if !errors.Is(err, book.ErrDamaged) && !errors.Is(err, book.ErrNotABook) {
		return err
	}
	good, ok := book.NewestGoodBackup(ctx, path)
	if !ok {
		s.say("cli.doctor.no-backup")
		return errTold
	}
	aside, err := book.GoBack(ctx, path, good, time.Now())
	if err != nil {
		return err
	}
	s.say("cli.doctor.went-back", "n", good.People, "date", s.date(dateOf(good.At)), "file", aside)
	return nil
}

// salvage saves what can be read of the book, says what cannot, and how the newest good backup differs from it.
func (s *session) salvage(ctx context.Context, into string) error {
	path, err := s.bookPath()
	if err != nil {
		return err
	}
	if isMissing(path) {
		return &missingError{key: "cli.error.no-book", ref: path}
	}
	r, err := book.Salvage(ctx, path, into, book.Options{Region: s.region})
	if err != nil {
		return err
	}
	s.say("cli.doctor.salvaged", "n", r.People, "file", into)
	if r.Carved {
		s.say("cli.doctor.carved")
	}
	if len(r.Same) > 0 {
		s.say("cli.doctor.same", "n", len(r.Same), "date", s.date(dateOf(r.Backup.At)), "names", plain(strings.Join(r.Same, ", ")))
	}
	if lost := r.Lost(); len(lost) > 0 {
		s.say("cli.doctor.lost", "n", len(lost), "names", plain(strings.Join(lost, ", ")))
	}
	if len(r.Changed) > 0 {
		s.say("cli.doctor.changed", "n", len(r.Changed), "names", plain(strings.Join(r.Changed, ", ")))
	}
	if r.Broken {
		s.say("cli.doctor.broken")
	}
	if !r.History && !strings.HasSuffix(strings.ToLower(into), ".vcf") {
		s.say("cli.doctor.no-history")
	}
	if r.Backup == nil {
		s.say("cli.doctor.no-backup")
		return nil
	}
	s.say("cli.doctor.backup", "n", r.Backup.People, "file", r.Backup.Path, "date", s.date(dateOf(r.Backup.At)))
	if r.Since.None() {
		s.say("cli.doctor.since.none")
		return nil
	}
	s.say("cli.doctor.since")
	printDifferences(s.terminal, "cli.restore.would.", r.Since)
	return nil
}
