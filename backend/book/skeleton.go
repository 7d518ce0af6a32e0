package book

import (
	"context"
	"errors"
	"io"
	"iter"
)

var errUnbuilt = errors.New("unbuilt")

// Preview is what an import would do. It belongs to one goroutine at a time.
type Preview struct{}

func (p *Preview) Files() []FileSummary { return nil }
func (p *Preview) Plan() Plan           { return Plan{} }
func (p *Preview) Rows(ctx context.Context, pile Pile, offset, limit int) (Rows, error) {
	return Rows{}, errUnbuilt
}
func (p *Preview) Decide(pile Pile, d Decision) error    { return errUnbuilt }
func (p *Preview) DecideRow(index int, d Decision) error { return errUnbuilt }

func (b *Book) Preview(ctx context.Context, files []string, tick Tick) (*Preview, error) {
	return nil, errUnbuilt
}
func (b *Book) Import(ctx context.Context, p *Preview, tick Tick) (Receipt, error) {
	return Receipt{}, errUnbuilt
}
func (b *Book) ImportFiles(ctx context.Context, files []string, o ImportOptions, tick Tick) ([]FileReceipt, error) {
	return nil, errUnbuilt
}

// ReadCards reads a file without a book.
func ReadCards(ctx context.Context, file string) iter.Seq2[CardRead, error] {
	return func(yield func(CardRead, error) bool) { yield(CardRead{}, errUnbuilt) }
}

func (b *Book) Receipts(ctx context.Context) ([]Receipt, error) { return nil, errUnbuilt }
func (b *Book) Receipt(ctx context.Context, operation int64) (Receipt, error) {
	return Receipt{}, errUnbuilt
}
func (b *Book) Repairs(ctx context.Context, operation int64, offset, limit int) (Findings, error) {
	return Findings{}, errUnbuilt
}
func (b *Book) Unreadable(ctx context.Context, operation int64, offset, limit int) (Findings, error) {
	return Findings{}, errUnbuilt
}
func (b *Book) Undecided(ctx context.Context, operation int64, offset, limit int) (Rows, error) {
	return Rows{}, errUnbuilt
}

// DecideLater decides rows of Undecided, by their Index.
func (b *Book) DecideLater(ctx context.Context, rows []int, d Decision) (Change, error) {
	return Change{}, errUnbuilt
}

// AddSample takes in invented people as an import that RemoveSample finds again.
func (b *Book) AddSample(ctx context.Context, cards []byte) (Receipt, error) {
	return Receipt{}, errUnbuilt
}
func (b *Book) RemoveSample(ctx context.Context) (Change, error) { return Change{}, errUnbuilt }
func (b *Book) HasSample(ctx context.Context) (bool, error)      { return false, errUnbuilt }

// Losses, Export, ExportFile and Sheet are being written by another developer in export*.go and contact_sheet.go of this
// package: leave them to him; he needs Book.IDs, Book.Card or a streaming read of cards in list order.

func (b *Book) Doctor(ctx context.Context) ([]Diagnosis, error) { return nil, errUnbuilt }

// Dump writes the truth of the book as text: two books with equal dumps hold the same.
func (b *Book) Dump(ctx context.Context, w io.Writer) error { return errUnbuilt }
