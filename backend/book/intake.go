package book

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
	"kaffeerunde/backend/vcard"
)

// intake is an import while it runs.
type intake struct {
	*sorting
	tx       *store.Tx
	work     *work // nil for a dry run
	decide   func(file int, s sorted) (verdict, error)
	expected int    // cards, or unknown
	fates    []fate // of all cards so far
	arriving []store.Newcomer
	ordinals []int // of those arriving, among all cards
	pictures []store.Photo
	bytes    int // of pictures
	noted    [2]int
	groups   []groupCard
	receipt  Receipt
	files    []FileReceipt
}

// verdict is what becomes of a card, and of its differences where it is merged.
type verdict struct {
	Decision
	choices chosen
}

// unknown is what an import without a preview expects.
const unknown = -1

const (
	// arrivals and pictureBytes bound what is collected before it goes into the book.
	arrivals     = 256
	pictureBytes = 8 << 20
)

// tryOut does all that an import does but writing.
func (b *Book) tryOut(ctx context.Context, in *intake, sources []source, tick Tick) error {
	err := b.store.Read(ctx, func(tx *store.Tx) error { return in.run(ctx, b, tx, sources, tick) })
	if err != nil {
		return fmt.Errorf("read: %w", err)
	}
	return nil
}

// takeIn imports the cards of sources as one operation.
func (b *Book) takeIn(ctx context.Context, in *intake, sources []source, kind Kind, tick Tick) error {
	b.backUpBefore(ctx, cardsExpected(sources))
	if err := b.store.Settle(ctx); err != nil {
		return fmt.Errorf("%s: %w", kind, err)
	}
	change, err := b.operate(ctx, kind, namesOf(sources), func(w *work) error {
		in.work = w
		if err := in.prepare(ctx, sources); err != nil {
			return err
		}
		if err := in.run(ctx, b, w.tx, sources, tick); err != nil {
			return err
		}
		in.forget()
		w.count = in.receipt.Added + in.receipt.Merged + in.receipt.Later
		return in.writeReceipt(ctx)
	})
	if err == nil {
		// The import is done; a log that stays long is no reason to say otherwise.
		_ = b.store.Settle(ctx)
	}
	in.receipt.Operation, in.receipt.At = change.Operation, b.now()
	for i := range in.files {
		in.files[i].Operation = change.Operation
	}
	return err
}

// mostNamed is how many files an operation names; a folder may hold thousands.
const mostNamed = 3

// namesOf names the files of an import in a line that any language can hold: "a.vcf, b.vcf (+12)".
func namesOf(sources []source) string {
	var names []string
	for i := range sources {
		if name := sources[i].given; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) <= mostNamed {
		return strings.Join(names, ", ")
	}
	const shown = mostNamed - 1
	return fmt.Sprintf("%s (+%d)", strings.Join(names[:shown], ", "), len(names)-shown)
}

// cardBytes is what a card takes in a file, roughly and without pictures.
const cardBytes = 400

// prepare takes the indexes away for the import when it brings half as many people as there are or more, since building them
// anew is then cheaper.
func (in *intake) prepare(ctx context.Context, sources []source) error {
	n, err := in.work.tx.Count(ctx)
	if err != nil {
		return err
	}
	if coming := cardsExpected(sources); coming > 2000 && 2*coming > n {
		return in.work.loader.Defer(ctx)
	}
	return nil
}

// cardsExpected is about how many cards are in files of their size.
func cardsExpected(sources []source) int {
	var size int64
	for i := range sources {
		size += sources[i].size
	}
	return int(size / cardBytes)
}

func (in *intake) run(ctx context.Context, b *Book, tx *store.Tx, sources []source, tick Tick) error {
	s, err := b.sorting(ctx, tx, sources, tick)
	if err != nil {
		return err
	}
	in.tx, in.sorting, in.files = tx, s, make([]FileReceipt, len(sources))
	s.card = func(file int, r *reading, where sorted) error { return in.take(ctx, file, r, where) }
	s.unreadable = func(file int, u vcard.Unreadable) error {
		return in.note(ctx, file, true, u.Card, u.Line, u.Reason, u.Text, "")
	}
	if err := s.run(ctx); err != nil {
		return err
	}
	if in.work != nil {
		if err := in.complete(ctx); err != nil {
			return err
		}
	}
	in.sum()
	if in.expected != unknown && in.receipt.Cards != in.expected {
		return &FileError{Path: sources[0].path, Code: "file-changed"}
	}
	return nil
}

// take does with a card what is decided about it.
func (in *intake) take(ctx context.Context, file int, r *reading, where sorted) error {
	for _, repair := range r.card.Repairs {
		if err := in.note(ctx, file, false, repair.Card, repair.Line, repair.Reason, repair.Text, repair.Made); err != nil {
			return err
		}
	}
	verdict, err := in.decide(file, where)
	if err != nil {
		return err
	}
	decision, target, err := in.resolve(ctx, verdict.Decision, where)
	if err != nil {
		return err
	}
	if decision == DecisionMerge && where.pile == PileSame && target > 0 {
		idle, err := in.changesNothing(ctx, target, r, verdict.choices)
		if err != nil {
			return err
		}
		if idle {
			decision = DecisionSkip
		}
	}
	in.files[file].count(decision)
	in.became(decision, target)
	if in.work == nil {
		return nil
	}
	if r.entry.Kind == contact.Group {
		if err := in.gather(ctx, file, r, where, decision, target); err != nil {
			return err
		}
	}
	switch decision {
	case DecisionAdd:
		return in.arrive(ctx, file, r, where)
	case DecisionMerge:
		if err := in.keep(ctx, r.photos); err != nil {
			return err
		}
		return in.work.merge(ctx, target, r.card, r.hashes, verdict.choices)
	case DecisionLater:
		if err := in.keep(ctx, r.photos); err != nil {
			return err
		}
		return in.work.tx.AddPending(ctx, store.Pending{
			Operation: in.work.id, File: file, Number: r.card.Number, Line: r.card.Line, Name: r.entry.Name,
			Card: r.card.Raw, Charset: r.card.Charset, Photos: r.hashes,
		})
	}
	return nil
}

// person returns who became of one that the cards were compared with.
func (in *intake) person(w whom) contact.ID {
	if w.card() == 0 {
		return w.person()
	}
	return contact.ID(max(in.fates[w.card()-1], 0))
}

// changesNothing reports whether a card says nothing of a person that their own does not, as it was chosen.
func (in *intake) changesNothing(ctx context.Context, id contact.ID, r *reading, choices chosen) (bool, error) {
	_, card, err := readCard(ctx, in.tx, id)
	if err != nil {
		return false, err
	}
	return !slices.ContainsFunc(compare(card, r.card, in.region).differences, func(d Difference) bool {
		return choices.of(&d) != ChoiceMine
	}), nil
}

// arrive lets a card be a new person.
func (in *intake) arrive(ctx context.Context, file int, r *reading, where sorted) (err error) {
	uid := r.uid
	if uid == "" || where.taken {
		// Two people cannot have one uid; the second gets one of its own, and the card stays as it came.
		if uid, err = in.book.newUID(); err != nil {
			return err
		}
	}
	in.ordinals = append(in.ordinals, len(in.fates)-1)
	in.arriving = append(in.arriving, store.Newcomer{Entry: r.entry, Person: store.Person{
		UID: uid, Card: r.card.Raw, Charset: r.card.Charset, Photos: r.hashes, Operation: in.work.id, File: file,
		Created: in.work.now, Changed: in.work.now,
	}})
	if err := in.keep(ctx, r.photos); err != nil || len(in.arriving) < arrivals {
		return err
	}
	return in.flush(ctx)
}

// keep collects pictures to be written.
func (in *intake) keep(ctx context.Context, photos []store.Photo) error {
	for _, photo := range photos {
		in.bytes += len(photo.Data)
	}
	in.pictures = append(in.pictures, photos...)
	if in.bytes < pictureBytes {
		return nil
	}
	return in.flush(ctx)
}

func (in *intake) flush(ctx context.Context) error {
	if err := in.work.loader.AddPhotos(ctx, in.pictures); err != nil {
		return err
	}
	if err := in.work.loader.Add(ctx, in.arriving); err != nil {
		return err
	}
	for i := range in.arriving {
		in.work.touch(in.arriving[i].Person.ID)
		in.fates[in.ordinals[i]] = fate(in.arriving[i].Person.ID)
	}
	clear(in.pictures)
	clear(in.arriving)
	in.pictures, in.arriving, in.ordinals, in.bytes = in.pictures[:0], in.arriving[:0], in.ordinals[:0], 0
	return nil
}

// note writes a repair or an unreadable piece into the receipt.
func (in *intake) note(ctx context.Context, file int, unreadable bool, card, line int, reason vcard.Reason, text, made string) error {
	finding := store.Finding{Unreadable: unreadable, File: file, Card: card, Line: line, Reason: string(reason), Text: text, Made: made}
	list, which := &in.files[file].Findings, 0
	if unreadable {
		list, which = &in.files[file].Pieces, 1
	}
	*list = append(*list, findingOf(finding, in.sources[file].name))
	if in.work == nil {
		return nil
	}
	in.noted[which]++
	return in.work.tx.PutFindings(ctx, in.work.id, in.noted[which], []store.Finding{finding})
}

// sum brings together what the files have in common.
func (in *intake) sum() {
	r := &in.receipt
	for i := range in.files {
		f := &in.files[i]
		f.FileSummary, f.source = in.sorting.files[i], in.sources[i]
		r.Added += f.Add
		r.Merged += f.Merge
		r.Skipped += f.Skip
		r.Later += f.Later
		r.Files = append(r.Files, f.FileSummary)
	}
	r.Undecided = r.Later
	r.addFiles()
}
