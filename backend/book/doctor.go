package book

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Diagnosis is one thing the doctor found: the sentence "doctor.<Code>". Fixable says that Reindex mends it.
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
)

// Diagnoses returns the codes of all that the doctor can find, so that a test can hold the catalogue complete.
func Diagnoses() []string {
	return []string{
		diagnosisDamaged, diagnosisIndex, diagnosisCard, diagnosisUID, diagnosisPicture, diagnosisPictureDamaged, diagnosisJournal,
		diagnosisExposed,
	}
}

// Doctor looks over the whole book: the file, the index against the cards, pictures, uids, who may read it. A sound book
// has no diagnoses. Nothing is changed.
func (b *Book) Doctor(ctx context.Context) ([]Diagnosis, error) {
	d := &doctor{}
	exposed, err := b.store.Exposed()
	if err != nil {
		return nil, fmt.Errorf("doctor: %w", err)
	}
	if exposed {
		d.find(diagnosisExposed, false)
	}
	if err := b.store.Read(ctx, func(tx *store.Tx) error { return d.examine(ctx, b, tx) }); err != nil {
		return nil, fmt.Errorf("doctor: %w", err)
	}
	return d.findings, nil
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
	faults, err := tx.Integrity(ctx)
	if err != nil {
		return err
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
		d.find(diagnosisJournal, false)
	}
	for _, count := range []struct {
		code string
		of   func(context.Context) (int, error)
	}{
		{diagnosisUID, tx.SharedUIDs}, {diagnosisPicture, tx.MissingPhotos}, {diagnosisPictureDamaged, tx.DamagedPhotos},
	} {
		n, err := count.of(ctx)
		if err != nil {
			return err
		}
		d.counted(count.code, false, n)
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
	var unreadable []contact.ID
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
		stale += differences(derived, kept)
	}
	d.unreadable(unreadable)
	d.counted(diagnosisIndex, true, stale)
	return nil
}

// mostDiagnosed is how many people a diagnosis names.
const mostDiagnosed = 20

// unreadable names by their IDs who has a card that cannot be read.
func (d *doctor) unreadable(people []contact.ID) {
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
	d.find(diagnosisCard, false,
		contact.Arg{Name: "n", Value: strconv.Itoa(len(people))}, contact.Arg{Name: "people", Value: strings.Join(named, ", ")})
}

func differences(derived, kept []store.Entry) int {
	at := make(map[contact.ID]store.Entry, len(derived))
	for _, d := range derived {
		at[d.Person] = d
	}
	n := 0
	for _, k := range kept {
		if d, ok := at[k.Person]; !ok || !equalEntries(d, k) {
			n++
		}
		delete(at, k.Person)
	}
	return n + len(at)
}

func equalEntries(a, b store.Entry) bool {
	return a.Name == b.Name && a.Inverted == b.Inverted && a.Organisation == b.Organisation && a.Title == b.Title && a.Kind == b.Kind &&
		bytes.Equal(a.Photo, b.Photo) && slices.Equal(a.Tags, b.Tags) && bytes.Equal(a.FamilyKey, b.FamilyKey) &&
		bytes.Equal(a.GivenKey, b.GivenKey) && a.Folded == b.Folded && bytes.Equal(a.Keys, b.Keys) && bytes.Equal(a.Hash, b.Hash) &&
		a.Related == b.Related && slices.Equal(a.Topics, b.Topics) && slices.Equal(a.Further, b.Further)
}
