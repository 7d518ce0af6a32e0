package book

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"kaffeerunde/backend/contact"
	"kaffeerunde/backend/store"
)

// Receipt is what an import did, file by file. Undone says that it has been undone since. Undecided counts the cards left
// for later that nobody has decided yet.
type Receipt struct {
	Operation                            int64
	At                                   time.Time
	Files                                []FileSummary
	Cards, Added, Merged, Skipped, Later int
	Undecided, Unreadable                int
	Lines                                Lines
	Repairs                              int
	Undone, Sample                       bool
	// StandsOn counts the later operations that an undo takes along.
	StandsOn int
}

// addFiles counts what the files of the receipt have in common.
func (r *Receipt) addFiles() {
	for _, f := range r.Files {
		r.Cards += f.Cards
		r.Unreadable += f.Unreadable
		r.Repairs += f.Repairs
		r.Lines.Total += f.Lines.Total
		r.Lines.Shown += f.Lines.Shown
		r.Lines.Kept += f.Lines.Kept
		r.Lines.Unreadable += f.Lines.Unreadable
	}
}

// Finding is one departure from a file, repaired or unreadable: the sentence "repair.<Reason>" with {text} and {made}. Card
// is 0 for a line outside of all cards.
type Finding struct {
	File       string
	Card, Line int
	Reason     string
	Text, Made string
}

func findingOf(f store.Finding, file string) Finding {
	return Finding{File: file, Card: f.Card, Line: f.Line, Reason: f.Reason, Text: f.Text, Made: f.Made}
}

// Findings is a stretch of the repairs or unreadable pieces of a receipt.
type Findings struct {
	Total int
	Items []Finding
}

func (in *intake) writeReceipt(ctx context.Context) error {
	if in.work.count == 0 {
		return nil
	}
	r := store.Receipt{
		Operation: in.work.id, Added: in.receipt.Added, Merged: in.receipt.Merged, Skipped: in.receipt.Skipped, Later: in.receipt.Later,
	}
	for _, f := range in.receipt.Files {
		f.Path = "" // where it lay on the disk says nothing later and is nobody's business
		summary, err := json.Marshal(f)
		if err != nil {
			return err
		}
		r.Files = append(r.Files, store.ReceiptFile{Name: f.Name, Summary: string(summary)})
	}
	return in.work.tx.PutReceipt(ctx, r)
}

// keepLater writes a receipt for the cards that are left for later with the running operation, if there are any: who decides about them
// finds them by it.
func (w *work) keepLater(ctx context.Context, file string) error {
	n, err := w.tx.GatherPending(ctx, w.id)
	if err != nil || n == 0 {
		return err
	}
	from, err := laterFile(file)
	if err != nil {
		return err
	}
	return w.tx.PutReceipt(ctx, store.Receipt{Operation: w.id, Later: n, Files: []store.ReceiptFile{from}})
}

// laterFile is a file in a receipt of which nothing is known but the cards that were left for later.
func laterFile(name string) (store.ReceiptFile, error) {
	summary, err := json.Marshal(FileSummary{Name: name})
	return store.ReceiptFile{Name: name, Summary: string(summary)}, err
}

// Receipts returns what every import did, newest first.
func (b *Book) Receipts(ctx context.Context) ([]Receipt, error) { return b.receipts(ctx, 0) }

// Receipt returns what one import did. The error is contact.ErrNotFound for an operation that is none.
func (b *Book) Receipt(ctx context.Context, operation int64) (Receipt, error) {
	list, err := b.receipts(ctx, operation)
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("receipt of operation %d: %w", operation, contact.ErrNotFound)
	}
	if err != nil {
		return Receipt{}, err
	}
	return list[0], nil
}

func (b *Book) receipts(ctx context.Context, operation int64) (list []Receipt, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		rows, err := tx.Receipts(ctx, operation)
		if err != nil {
			return err
		}
		for _, row := range rows {
			r, err := receiptOf(ctx, tx, row)
			if err != nil {
				return fmt.Errorf("receipt of operation %d: %w", row.Operation, err)
			}
			list = append(list, r)
		}
		return nil
	})
	return list, err
}

func receiptOf(ctx context.Context, tx *store.Tx, row store.Receipt) (Receipt, error) {
	r := Receipt{Operation: row.Operation, Added: row.Added, Merged: row.Merged, Skipped: row.Skipped, Later: row.Later}
	for _, f := range row.Files {
		var summary FileSummary
		if err := json.Unmarshal([]byte(f.Summary), &summary); err != nil {
			return r, err
		}
		r.Files = append(r.Files, summary)
	}
	r.addFiles()
	operation, err := tx.Operation(ctx, row.Operation)
	if err != nil {
		return r, err
	}
	r.At, r.Undone, r.Sample = operation.At, operation.Undone, Kind(operation.Kind) == KindSample
	if _, r.Undecided, err = tx.Undecided(ctx, row.Operation, 0, 0); err != nil || r.Undone {
		return r, err
	}
	standing, err := tx.Standing(ctx, row.Operation)
	r.StandsOn = len(standing)
	return r, err
}

// Repairs returns a stretch of what was repaired on the way in.
func (b *Book) Repairs(ctx context.Context, operation int64, offset, limit int) (Findings, error) {
	return b.findings(ctx, operation, false, offset, limit)
}

// Unreadable returns a stretch of what no card could take in, quoted.
func (b *Book) Unreadable(ctx context.Context, operation int64, offset, limit int) (Findings, error) {
	return b.findings(ctx, operation, true, offset, limit)
}

func (b *Book) findings(ctx context.Context, operation int64, unreadable bool, offset, limit int) (f Findings, err error) {
	err = b.store.Read(ctx, func(tx *store.Tx) error {
		rows, total, err := tx.Findings(ctx, operation, unreadable, offset, limit)
		if err != nil {
			return err
		}
		f.Total = total
		for _, row := range rows {
			name, err := tx.FileName(ctx, operation, row.File)
			if err != nil {
				return err
			}
			f.Items = append(f.Items, findingOf(row, name))
		}
		return nil
	})
	return f, err
}
