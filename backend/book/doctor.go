package book

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Diagnosis is one thing the doctor found: the sentence "doctor.<Code>". Fixable says that Mend mends it.
type Diagnosis struct {
	Code    string
	Args    []contact.Arg
	Fixable bool
}

// The codes of diagnoses.
const (
	diagnosisDamaged        = "damaged"
	diagnosisIndex          = "index-stale"
	diagnosisCard           = "card-unreadable"
	diagnosisUID            = "uid-twice"
	diagnosisPicture        = "picture-missing"
	diagnosisPictureDamaged = "picture-damaged"
	diagnosisJournal        = "journal-open"
	diagnosisExposed        = "readable-by-others"
	diagnosisLookups        = "lookups-stale"
	diagnosisOrphans        = "index-of-nobody"
	diagnosisUnfound        = "timeline-stale"
	diagnosisGarbled        = "text-garbled"
	diagnosisChanged        = "card-changed"
	diagnosisUndo           = "picture-missing-for-undo"
)

// Diagnoses returns the codes of all that the doctor can find, so that a test can hold the catalogue complete.
func Diagnoses() []string {
	return []string{
		diagnosisDamaged, diagnosisIndex, diagnosisCard, diagnosisUID, diagnosisPicture, diagnosisPictureDamaged, diagnosisJournal,
		diagnosisExposed, diagnosisLookups, diagnosisOrphans, diagnosisUnfound, diagnosisGarbled, diagnosisChanged, diagnosisUndo,
	}
}

// Doctor looks over the whole book: the file, the index against the cards, pictures, texts, the journal, uids, who may read it. A
// sound book has no diagnoses. Nothing is changed.
func (b *Book) Doctor(ctx context.Context) ([]Diagnosis, error) {
	d := &doctor{}
	exposed, err := b.store.Exposed()
	if err != nil {
		return nil, fmt.Errorf("doctor: %w", err)
	}
	if len(exposed) > 0 {
		d.find(diagnosisExposed, true)
	}
	err = b.store.Read(ctx, func(tx *store.Tx) error { return d.examine(ctx, b, tx) })
	if err != nil && ctx.Err() == nil && !errors.Is(err, ErrLocked) {
		// What cannot be looked at is no less damaged than what looks wrong.
		d.find(diagnosisDamaged, false, contact.Arg{Name: "detail", Value: rootOf(err)})
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("doctor: %w", err)
	}
	return d.findings, nil
}

// Mend makes all again that can be made from what is truth: the index, by whom encounters are found, SQLite's own indexes, and
// who may read the files. What the person wrote is not touched.
func (b *Book) Mend(ctx context.Context) error {
	if err := b.store.Hide(); err != nil {
		return fmt.Errorf("mend: %w", err)
	}
	err := b.store.Write(ctx, func(tx *store.Tx) error { return errors.Join(tx.Relookup(ctx), tx.Refind(ctx)) })
	if err != nil {
		return fmt.Errorf("mend: %w", err)
	}
	return b.Reindex(ctx)
}

type doctor struct {
	findings []Diagnosis
}

func (d *doctor) find(code string, fixable bool, args ...contact.Arg) {
	d.findings = append(d.findings, Diagnosis{Code: code, Args: args, Fixable: fixable})
}

// counted notes something that happened n times, unless it did not.
func (d *doctor) counted(code string, fixable bool, n int) {
	if n > 0 {
		d.find(code, fixable, contact.Arg{Name: "n", Value: strconv.Itoa(n)})
	}
}

func (d *doctor) examine(ctx context.Context, b *Book, tx *store.Tx) error {
	faults, lookups, err := tx.Integrity(ctx)
	if err != nil {
		return err
	}
	if lookups {
		d.find(diagnosisLookups, true)
		return nil
	}
	if len(faults) > 0 {
		d.find(diagnosisDamaged, false, contact.Arg{Name: "detail", Value: strings.Join(faults, "; ")})
		return nil
	}
	open, err := tx.OpenJournal(ctx)
	if err != nil {
		return err
	}
	if open {
		d.find(diagnosisJournal, true)
	}
	for _, count := range []struct {
		code    string
		fixable bool
		of      func(context.Context) (int, error)
	}{
		{diagnosisUID, false, tx.SharedUIDs}, {diagnosisPicture, false, tx.MissingPhotos}, {diagnosisPictureDamaged, false, tx.DamagedPhotos},
		{diagnosisUndo, false, tx.MissingForUndo}, {diagnosisGarbled, false, tx.Garbled}, {diagnosisOrphans, true, tx.Orphans},
		{diagnosisUnfound, true, tx.Unfound},
	} {
		n, err := count.of(ctx)
		if err != nil {
			return err
		}
		d.counted(count.code, count.fixable, n)
	}
	return d.compare(ctx, b, tx)
}

// compare derives the index of everyone from their cards and looks for where the kept one differs.
func (d *doctor) compare(ctx context.Context, b *Book, tx *store.Tx) error {
	index, err := b.indexer(ctx, tx)
	if err != nil {
		return err
	}
	stale := 0
	var unreadable, changed []contact.ID
	for after := contact.ID(0); ; {
		people, err := tx.PeopleAfter(ctx, after, indexBatch)
		if err != nil {
			return err
		}
		if len(people) == 0 {
			break
		}
		kept, err := tx.EntriesAfter(ctx, after, people[len(people)-1].ID)
		if err != nil {
			return err
		}
		after = people[len(people)-1].ID
		derived, broken, err := b.derive(ctx, index.region, people)
		if err != nil {
			return err
		}
		unreadable = append(unreadable, broken...)
		n, others := differences(derived, kept)
		stale += n
		changed = append(changed, others...)
	}
	d.named(diagnosisCard, unreadable)
	d.named(diagnosisChanged, changed)
	d.counted(diagnosisIndex, true, stale)
	return nil
}

// mostDiagnosed is how many people a diagnosis names.
const mostDiagnosed = 20

// named notes something of people and names them by their IDs.
func (d *doctor) named(code string, people []contact.ID) {
	if len(people) == 0 {
		return
	}
	named := make([]string, 0, mostDiagnosed+1)
	for _, id := range people[:min(len(people), mostDiagnosed)] {
		named = append(named, strconv.FormatInt(int64(id), 10))
	}
	if len(people) > mostDiagnosed {
		named = append(named, "…")
	}
	d.find(code, false,
		contact.Arg{Name: "n", Value: strconv.Itoa(len(people))}, contact.Arg{Name: "people", Value: strings.Join(named, ", ")})
}

// differences counts the entries that are not as they are derived, and names whose card does not say what it said when the entry
// was made.
func differences(derived, kept []store.Entry) (n int, changed []contact.ID) {
	at := make(map[contact.ID]store.Entry, len(derived))
	for _, d := range derived {
		at[d.Person] = d
	}
	for _, k := range kept {
		d, ok := at[k.Person]
		switch {
		case ok && !bytes.Equal(d.Hash, k.Hash):
			changed = append(changed, k.Person)
		case !ok || !equalEntries(d, k):
			n++
		}
		delete(at, k.Person)
	}
	return n + len(at), changed
}

func equalEntries(a, b store.Entry) bool {
	return a.Name == b.Name && a.Inverted == b.Inverted && a.Organisation == b.Organisation && a.Title == b.Title && a.Kind == b.Kind &&
		bytes.Equal(a.Photo, b.Photo) && slices.Equal(a.Tags, b.Tags) && bytes.Equal(a.FamilyKey, b.FamilyKey) &&
		bytes.Equal(a.GivenKey, b.GivenKey) && a.Folded == b.Folded && bytes.Equal(a.Keys, b.Keys) && bytes.Equal(a.Hash, b.Hash) &&
		a.Related == b.Related && slices.Equal(a.Topics, b.Topics) && slices.Equal(a.Further, b.Further)
}

// rootOf is what lies under an error, in its own words.
func rootOf(err error) string {
	text := err.Error()
	return strings.TrimSpace(text[strings.LastIndex(text, ": ")+1:])
}
