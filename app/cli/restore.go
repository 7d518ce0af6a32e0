package cli

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"kaffeerunde/backend/book"
)

// restoreVerb lets the book say what a backup or a whole book says.
type restoreVerb struct {
	// File is what to read; without one the backups are listed.
	File       string `arg:"" optional:"" name:"backup"`
	DryRun     bool   `name:"dry-run"`
	JSON       bool   `name:"json"`
	Passphrase string `name:"passphrase-file"`
}

// backupAnswer is a backup as scripts read it. People is -1 for one that cannot be read.
type backupAnswer struct {
	File   string `json:"file"`
	At     string `json:"at"`
	Reason string `json:"reason"`
	Bytes  int64  `json:"bytes"`
	People int    `json:"people"`
}

// restoreAnswer is what a restore changes, or would. Names are those of the first people.
type restoreAnswer struct {
	Coming    peopleAnswer   `json:"coming"`
	Going     peopleAnswer   `json:"going"`
	Changing  peopleAnswer   `json:"changing"`
	Things    []thingsAnswer `json:"things"`
	Operation int64          `json:"operation"`
}

type peopleAnswer struct {
	Count int      `json:"count"`
	Names []string `json:"names"`
}

type thingsAnswer struct {
	Thing    string `json:"thing"`
	Coming   int    `json:"coming"`
	Going    int    `json:"going"`
	Changing int    `json:"changing"`
}

// Run says what a restore changes, and does it unless it is only looked at.
func (v *restoreVerb) Run(ctx context.Context, s *session) (err error) {
	if v.File == "" {
		return v.list(ctx, s)
	}
	open := s.book
	if v.DryRun {
		open = s.bookToRead
	}
	b, err := open(ctx)
	if err != nil {
		return err
	}
	if err := b.Foreign(v.File); err != nil {
		return err
	}
	passphrase, err := s.passphraseFor(ctx, v.File, v.Passphrase)
	if err != nil {
		return err
	}
	r, err := b.Restore(ctx, v.File, passphrase)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	d, err := r.Differences(ctx)
	if err != nil {
		return err
	}
	var change book.Change
	if !v.DryRun {
		if change, err = r.Run(ctx); err != nil {
			return err
		}
	}
	if v.JSON {
		return s.json(newRestoreAnswer(d, change))
	}
	v.print(s.terminal, d, change)
	return nil
}

func newRestoreAnswer(d book.Differences, change book.Change) restoreAnswer {
	people := func(p book.DifferingPeople) peopleAnswer {
		return peopleAnswer{Count: p.Count, Names: orEmpty(p.Names)}
	}
	a := restoreAnswer{
		Coming: people(d.Coming), Going: people(d.Going), Changing: people(d.Changing), Things: []thingsAnswer{}, Operation: change.Operation,
	}
	for _, t := range d.Things {
		a.Things = append(a.Things, thingsAnswer{Thing: t.Thing, Coming: t.Coming, Going: t.Going, Changing: t.Different})
	}
	return a
}

func (v *restoreVerb) print(t *terminal, d book.Differences, change book.Change) {
	if d.None() {
		t.say("cli.restore.none")
		return
	}
	mood := "cli.restore.did."
	if v.DryRun {
		mood = "cli.restore.would."
	}
	printDifferences(t, mood, d)
	if change.Operation != 0 {
		t.say("cli.import.operation", "id", strconv.FormatInt(change.Operation, 10))
	}
}

// printDifferences says who and what comes, goes and changes, in the mood of what was done or of what would be.
func printDifferences(t *terminal, mood string, d book.Differences) {
	printDiffering(t, mood+"come", d.Coming)
	printDiffering(t, mood+"go", d.Going)
	printDiffering(t, mood+"change", d.Changing)
	for _, things := range d.Things {
		for _, side := range []struct {
			key string
			n   int
		}{{"come", things.Coming}, {"go", things.Going}, {"change", things.Different}} {
			if side.n > 0 {
				t.say(mood+"things."+side.key, "things", t.T("restore.things."+things.Thing, "n", side.n))
			}
		}
	}
}

// mostDiffering is how many people the terminal names.
const mostDiffering = 10

func printDiffering(t *terminal, key string, people book.DifferingPeople) {
	if people.Count == 0 {
		return
	}
	var names []string
	for _, name := range people.Names[:min(len(people.Names), mostDiffering)] {
		names = append(names, t.called(name))
	}
	if people.Count > len(names) {
		names = append(names, "…")
	}
	t.say(key, "n", people.Count, "who", strings.Join(names, ", "))
}

// list prints the backups that can be restored, the newest first.
func (v *restoreVerb) list(ctx context.Context, s *session) error {
	path, err := s.bookPath()
	if err != nil {
		return err
	}
	backups, err := book.Backups(ctx, path)
	if err != nil {
		return err
	}
	if v.JSON {
		answers := make([]backupAnswer, len(backups))
		for i, one := range backups {
			answers[i] = backupAnswer{
				File: one.Path, At: one.At.UTC().Format(time.RFC3339), Reason: string(one.Reason), Bytes: one.Size, People: one.People,
			}
		}
		return s.json(answers)
	}
	if len(backups) == 0 {
		s.note("cli.restore.no-backups")
		return nil
	}
	rows := make([][]string, len(backups))
	for i, one := range backups {
		people := strconv.Itoa(one.People)
		if one.People < 0 {
			people = s.T("cli.restore.unreadable")
		}
		rows[i] = []string{moment(one.At), people, s.T("backup.reason." + string(one.Reason)), one.Path}
	}
	s.table(s.headings("when", "people", "why", "file"), rows)
	return nil
}
