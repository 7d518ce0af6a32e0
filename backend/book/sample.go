package book

import (
	"context"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// sampleName is what the receipt of the sample calls its file.
const sampleName = "sample.vcf"

// foundName is what the receipt of cards from a damaged book calls where they came from.
const foundName = "found.vcf"

// AddSample takes in invented people, cards as a phone would export them, as an import that RemoveSample finds again. Those
// who are here already are passed over.
func (b *Book) AddSample(ctx context.Context, cards []byte) (Receipt, error) {
	in, err := b.takeInline(ctx, cards, sampleName, KindSample)
	if err != nil {
		return Receipt{}, err
	}
	in.receipt.Sample = true
	return in.receipt, nil
}

// takeInline takes in cards that lie in no file, each once.
func (b *Book) takeInline(ctx context.Context, cards []byte, name string, kind Kind) (*intake, error) {
	sources := []source{{name: name, given: name, size: int64(len(cards)), inline: cards}}
	in := &intake{expected: unknown, decide: func(_ int, s sorted) (verdict, error) {
		if s.pile == PileSame {
			return verdict{Decision: DecisionSkip}, nil
		}
		return verdict{Decision: DecisionAdd}, nil
	}}
	return in, b.takeIn(ctx, in, sources, kind, nil)
}

// RemoveSample deletes the invented people who are still there, edited or not.
func (b *Book) RemoveSample(ctx context.Context) (Change, error) {
	return b.operate(ctx, KindSampleGone, "", func(w *work) error {
		ids, err := w.tx.PeopleOf(ctx, string(KindSample))
		if err != nil {
			return err
		}
		w.touched = ids
		w.count, err = w.tx.DeletePeople(ctx, ids)
		return err
	})
}

// HasSample reports whether invented people are in the book.
func (b *Book) HasSample(ctx context.Context) (has bool, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		var ids []contact.ID
		ids, err = tx.PeopleOf(ctx, string(KindSample))
		has = len(ids) > 0
		return err
	})
	return has, err
}
